import type { Context, Hono } from 'hono';
import type * as v from 'valibot';
import {
  ChangeReviewWay,
  ChangeSheet,
  EndEntry,
  MaskEntry,
  MoveEntry,
  NewComment,
  SettleComment,
} from '../../contract/desk.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Result } from '../../contract/result.ts';
import { routes } from '../../contract/routes.ts';
import type { Deps, Staff } from '../deps.ts';
import { readJson } from '../http/body.ts';
import { type DeskEnv, needs } from '../http/guard.ts';
import { answer, refuse, respond } from '../http/respond.ts';
import { changeSheet, comment, settle } from './comment.ts';
import { entryDetail } from './desk-view.ts';
import { endEntry } from './end.ts';
import { idIn } from './entry-address.ts';
import { moveEntry } from './review.ts';
import { changeReviewWay, reviewWay } from './review-way.ts';
import { maskEntry } from './scan.ts';

/** The way of an entry from its draft to the screens and off them. Each answers with the entry as it is then. */

export const ONE = `${routes.staff.entries}/:kind/:name`;

export function reviewRoutes(app: Hono<DeskEnv>, deps: Deps): void {
  const { db } = deps.store;
  const on =
    <S extends v.GenericSchema>(
      schema: S,
      work: (staff: Staff, id: EntryId, wanted: v.InferOutput<S>) => Promise<Result<unknown, Problem>>,
    ) =>
    async (c: Context<DeskEnv>): Promise<Response> => {
      const id = idIn(c);
      if (id === null) return refuse(c, { code: 'no-such-thing' });
      const wanted = await readJson(c, schema);
      if (!wanted.ok) return refuse(c, wanted.problem);
      const done = await work(c.var.staff, id, wanted.value);
      return done.ok ? answer(c, await entryDetail(db, id, deps.clock())) : refuse(c, done.problem);
    };

  // Which permission a move needs stands in the review table; moveEntry asks it.
  app.post(
    `${ONE}/move`,
    needs(deps, 'content.read'),
    on(MoveEntry, (staff, id, move) => moveEntry(deps, staff, id, move)),
  );
  app.put(
    `${ONE}/end`,
    needs(deps, 'content.publish'),
    on(EndEntry, (staff, id, end) => endEntry(deps, staff, id, end)),
  );
  app.post(
    `${ONE}/comment`,
    needs(deps, 'content.read'),
    on(NewComment, (staff, id, said) => comment(deps, staff, id, said)),
  );
  app.put(`${ONE}/comment/:n/done`, needs(deps, 'content.read'), async (c) =>
    on(SettleComment, (staff, id, { isDone }) =>
      settle(deps, staff, id, { n: Number(c.req.param('n')), isDone }),
    )(c),
  );
  app.put(
    `${ONE}/sheet`,
    needs(deps, 'content.edit'),
    on(ChangeSheet, (staff, id, change) => changeSheet(deps, staff, id, change)),
  );
  app.post(
    `${ONE}/mask`,
    needs(deps, 'content.mask'),
    on(MaskEntry, (staff, id, wanted) => maskEntry(deps, staff, id, wanted)),
  );
  reviewWayRoutes(app, deps);
}

function reviewWayRoutes(app: Hono<DeskEnv>, deps: Deps): void {
  app.get(routes.staff.reviewWay, needs(deps, 'account.manage'), async (c) =>
    respond(c, await reviewWay(deps.store.db)),
  );

  app.put(routes.staff.reviewWay, needs(deps, 'account.manage'), async (c) => {
    const change = await readJson(c, ChangeReviewWay);
    if (!change.ok) return refuse(c, change.problem);
    return respond(c, await changeReviewWay(deps, c.var.staff, change.value.mayOneSign));
  });
}
