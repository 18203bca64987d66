import { Hono } from 'hono';
import { ChangeReviewWay, EndEntry, MoveEntry, Rollback, SaveEntry } from '../../contract/desk.ts';
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
import { endEntry } from './end.ts';
import { idIn } from './entry-address.ts';
import { publishAll, rollBackTo } from './publication.ts';
import { moveEntry } from './review.ts';
import { changeReviewWay, reviewWay } from './review-way.ts';
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
    return id === null ? refuse(c, { code: 'no-such-thing' }) : answer(c, await entryDetail(db, id));
  });

  app.put(ONE, needs(deps, 'content.edit'), async (c) => {
    const id = idIn(c);
    if (id === null) return refuse(c, { code: 'no-such-thing' });
    const save = await readJson(c, SaveEntry, MAX_ENTRY_BYTES);
    if (!save.ok) return refuse(c, save.problem);
    const saved = await saveDraft(deps, c.var.staff, id, save.value);
    return saved.ok ? answer(c, await entryDetail(db, id)) : refuse(c, saved.problem);
  });

  // Which permission a move needs stands in the review table; moveEntry asks it.
  app.post(`${ONE}/move`, needs(deps, 'content.read'), async (c) => {
    const id = idIn(c);
    if (id === null) return refuse(c, { code: 'no-such-thing' });
    const move = await readJson(c, MoveEntry);
    if (!move.ok) return refuse(c, move.problem);
    const moved = await moveEntry(deps, c.var.staff, id, move.value);
    return moved.ok ? answer(c, await entryDetail(db, id)) : refuse(c, moved.problem);
  });

  app.put(`${ONE}/end`, needs(deps, 'content.publish'), async (c) => {
    const id = idIn(c);
    if (id === null) return refuse(c, { code: 'no-such-thing' });
    const end = await readJson(c, EndEntry);
    if (!end.ok) return refuse(c, end.problem);
    const ended = await endEntry(deps, c.var.staff, id, end.value);
    return ended.ok ? answer(c, await entryDetail(db, id)) : refuse(c, ended.problem);
  });

  app.get(routes.staff.reviewWay, needs(deps, 'account.manage'), async (c) =>
    respond(c, await reviewWay(db)),
  );

  app.put(routes.staff.reviewWay, needs(deps, 'account.manage'), async (c) => {
    const change = await readJson(c, ChangeReviewWay);
    if (!change.ok) return refuse(c, change.problem);
    return respond(c, await changeReviewWay(deps, c.var.staff, change.value.mayOneSign));
  });

  writingRoutes(app, deps);
  publicationRoutes(app, deps);
  return app;
}

const ONE = `${routes.staff.entries}/:kind/:name`;

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
