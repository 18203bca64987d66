import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Deps } from '../deps.ts';

/** One line a request: the route's pattern, never the address itself, its query or its body. */
export function requestLog({ log, clock }: Deps): MiddlewareHandler {
  return async (c, next) => {
    const startedAt = clock();
    await next();
    log.info(
      { method: c.req.method, route: patternOf(c), status: c.res.status, ms: clock() - startedAt },
      'request',
    );
  };
}

export function patternOf(c: Context): string {
  const routes = matchedRoutes(c).filter((route) => !route.path.endsWith('*'));
  return routes.at(-1)?.path ?? '(none)';
}
