import { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { securityHeaders } from './http/header.ts';
import { patternOf, requestLog } from './http/request-log.ts';
import { refuse } from './http/respond.ts';
import { isStorageFull } from './store/store.ts';

/** All routes of the server as one function from Request to Response; needs no port. */
export function makeApp(deps: Deps): Hono {
  const app = new Hono();
  app.use(securityHeaders());
  app.use(requestLog(deps));
  app.notFound((c) => refuse(c, { code: 'no-such-address' }));
  app.onError((error, c) => {
    if (isStorageFull(error)) return refuse(c, { code: 'storage-full' });
    // The message may quote what a person typed; where it happened says enough.
    const stack = error.stack
      ?.split('\n')
      .filter((each) => each.startsWith('    at '))
      .slice(0, 8);
    deps.log.error({ method: c.req.method, route: patternOf(c), name: error.name, stack }, 'unexpected');
    return refuse(c, { code: 'unexpected' });
  });
  return app;
}
