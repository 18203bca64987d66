import { Hono } from 'hono';
import { SaveEntry } from '../../contract/desk.ts';
import { Rollback } from '../../contract/publication.ts';
import { routes } from '../../contract/routes.ts';
import type { Deps } from '../deps.ts';
import { MAX_ENTRY_BYTES, readJson } from '../http/body.ts';
import { type DeskEnv, needs } from '../http/guard.ts';
import { answer, refuse, respond } from '../http/respond.ts';
import { entryRecords } from '../store/entry.ts';
import { entryRow } from '../store/entry-row.ts';
import { snapshotRecords } from '../store/snapshot.ts';
import { entryDetail, publicationPage, snapshotRow } from './desk-view.ts';
import { saveDraft } from './draft.ts';
import { idIn } from './entry-address.ts';
import { historyRoutes } from './history-routes.ts';
import { publishAll, rollBackTo } from './publication.ts';
import { namedBy } from './reference.ts';
import { ONE, reviewRoutes } from './review-routes.ts';
import { rollbackPlan } from './roll-back-plan.ts';
import { writingRoutes } from './writing-routes.ts';

/** The desk's half of content. Entry ids hold a slash: `/api/staff/entry/guide/pension-claim`. */
export function contentDeskRoutes(deps: Deps): Hono<DeskEnv> {
  const { db } = deps.store;
  const app = new Hono<DeskEnv>();

  app.get(routes.staff.entries, needs(deps, 'content.read'), async (c) =>
    respond(c, (await entryRecords(db)).map(entryRow)),
  );

  app.get(ONE, needs(deps, 'content.read'), async (c) => {
    const id = idIn(c);
    return id === null
      ? refuse(c, { code: 'no-such-thing' })
      : answer(c, await entryDetail(db, id, deps.clock()));
  });

  app.put(ONE, needs(deps, 'content.edit'), async (c) => {
    const id = idIn(c);
    if (id === null) return refuse(c, { code: 'no-such-thing' });
    const save = await readJson(c, SaveEntry, MAX_ENTRY_BYTES);
    if (!save.ok) return refuse(c, save.problem);
    const saved = await saveDraft(deps, c.var.staff, id, save.value);
    return saved.ok ? answer(c, await entryDetail(db, id, deps.clock())) : refuse(c, saved.problem);
  });

  app.get(`${ONE}/named-by`, needs(deps, 'content.read'), async (c) => {
    const id = idIn(c);
    return id === null ? refuse(c, { code: 'no-such-thing' }) : respond(c, await namedBy(db, id));
  });

  historyRoutes(app, deps);
  writingRoutes(app, deps);
  reviewRoutes(app, deps);
  publicationRoutes(app, deps);
  return app;
}

function publicationRoutes(app: Hono<DeskEnv>, deps: Deps): void {
  const { db } = deps.store;

  app.get(routes.staff.publication, needs(deps, 'content.read'), async (c) =>
    respond(c, await publicationPage(db)),
  );

  app.post(routes.staff.publication, needs(deps, 'content.publish'), async (c) =>
    answer(c, await publishAll(deps, c.var.staff)),
  );

  app.get(routes.staff.snapshots, needs(deps, 'content.read'), async (c) =>
    respond(c, (await snapshotRecords(db)).map(snapshotRow)),
  );

  app.get(`${routes.staff.rollback}/:to`, needs(deps, 'content.publish'), async (c) =>
    answer(c, await rollbackPlan(db, Number(c.req.param('to')))),
  );

  app.post(routes.staff.rollback, needs(deps, 'content.publish'), async (c) => {
    const wanted = await readJson(c, Rollback);
    return wanted.ok
      ? answer(c, await rollBackTo(deps, c.var.staff, wanted.value))
      : refuse(c, wanted.problem);
  });
}
