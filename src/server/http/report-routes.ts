import { Hono } from 'hono';
import { routes } from '../../contract/routes.ts';
import type { Deps } from '../deps.ts';
import { limit } from './limit.ts';
import { refuse } from './respond.ts';

/** Browsers say here which rule of the content security policy something broke. Only the rule's name is logged. */

const MAX_BYTES = 20_000;
const DIRECTIVE = /"(?:effective-?[dD]irective|violated-directive)"\s*:\s*"([a-z-]{1,40})/;

export function reportRoutes(deps: Deps): Hono {
  const app = new Hono();
  const perMinute = limit({ most: 60, perMs: 60_000, clock: deps.clock });

  app.post(routes.report, async (c) => {
    const seconds = perMinute.take('all');
    if (seconds > 0) return refuse(c, { code: 'too-many-tries', seconds });
    if (!(Number(c.req.header('content-length') ?? Number.NaN) <= MAX_BYTES))
      return refuse(c, { code: 'too-large' });
    const directive = DIRECTIVE.exec(await c.req.text())?.[1] ?? 'unknown';
    deps.log.warn({ directive }, 'a page was kept from breaking the content security policy');
    return c.body(null, 204);
  });
  return app;
}
