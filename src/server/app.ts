import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { MEDIA_TYPE } from '../contract/routes.ts';
import { accountRoutes } from './account/account-routes.ts';
import { auditRoutes } from './account/audit-routes.ts';
import { peopleRoutes } from './account/people-routes.ts';
import { secondStepRoutes } from './account/second-step-routes.ts';
import { contentRoutes } from './content/content-routes.ts';
import { contentDeskRoutes } from './content/desk-routes.ts';
import { eventRoutes } from './content/events.ts';
import { hallDeskRoutes } from './content/hall-routes.ts';
import { batchRoutes } from './content/spreadsheet/batch-routes.ts';
import { exportRoutes } from './content/spreadsheet/export-routes.ts';
import { timelinessRoutes } from './content/timeliness/timeliness-routes.ts';
import type { Deps } from './deps.ts';
import { fileRoutes } from './file/file-routes.ts';
import { securityHeaders } from './http/header.ts';
import { pageRoutes } from './http/page-routes.ts';
import { reportRoutes } from './http/report-routes.ts';
import { patternOf, requestLog } from './http/request-log.ts';
import { refuse } from './http/respond.ts';
import { machineRoutes } from './machine/machine-routes.ts';
import { practiceRoutes } from './practice/practice-routes.ts';
import { isBusy, isStorageFull } from './store/store.ts';
import { submissionRoutes } from './submission/submission-routes.ts';

/** Below it an answer is one or two packets anyhow. */
const LONG_BYTES = 4_096;
const isOurs = (type: string): boolean => type.startsWith(MEDIA_TYPE);

/** All routes of the server as one function from Request to Response; needs no port. `pages` is the folder of the built pages. */
export function makeApp(deps: Deps, { pages }: { readonly pages?: string } = {}): Hono {
  const app = new Hono();
  app.use(securityHeaders());
  app.use(requestLog(deps));
  // The desk's lists: thousands of entries over a township's line. Content is compressed once, where it is kept.
  app.use('/api/staff/*', compress({ threshold: LONG_BYTES, contentTypeFilter: isOurs }));
  app.route('/', contentRoutes(deps));
  app.route('/', eventRoutes(deps));
  app.route('/', reportRoutes(deps));
  app.route('/', accountRoutes(deps));
  app.route('/', peopleRoutes(deps));
  app.route('/', secondStepRoutes(deps));
  app.route('/', auditRoutes(deps));
  app.route('/', contentDeskRoutes(deps));
  app.route('/', fileRoutes(deps));
  app.route('/', timelinessRoutes(deps));
  app.route('/', batchRoutes(deps));
  app.route('/', exportRoutes(deps));
  app.route('/', hallDeskRoutes(deps));
  app.route('/', submissionRoutes(deps));
  app.route('/', machineRoutes(deps));
  app.route(
    '/',
    practiceRoutes(deps, (inside) => makeApp(inside)),
  );
  if (pages !== undefined) app.route('/', pageRoutes(pages));
  app.notFound((c) => refuse(c, { code: 'no-such-address' }));
  app.onError((error, c) => {
    if (isStorageFull(error)) return refuse(c, { code: 'storage-full' });
    if (isBusy(error)) return refuse(c, { code: 'not-ready' });
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
