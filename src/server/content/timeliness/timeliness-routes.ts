import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { dayAtHall } from '../../../contract/day.ts';
import { Day } from '../../../contract/day-schema.ts';
import { AnnounceDueItem, DueItemId, SettleDueItem } from '../../../contract/desk-timeliness.ts';
import { routes } from '../../../contract/routes.ts';
import type { Deps } from '../../deps.ts';
import { readJson } from '../../http/body.ts';
import { type DeskEnv, needs } from '../../http/guard.ts';
import { answer, refuse, respond } from '../../http/respond.ts';
import { shownHall } from '../../store/snapshot.ts';
import { dueItems } from '../../store/timeliness.ts';
import { accountability } from './accountability.ts';
import { digest } from './digest.ts';
import { announce, dueItemOf, settle } from './due-item.ts';
import { factReader } from './entry-facts.ts';
import { readLedger } from './ledger.ts';
import { timeliness } from './timeliness.ts';

/** Timeliness at the desk: the dashboard, what is announced, the weekly digest and the counts. */
export function timelinessRoutes(deps: Deps): Hono<DeskEnv> {
  const { db } = deps.store;
  const app = new Hono<DeskEnv>();
  const factsOf = factReader(db);
  const now = async () => ({
    ledger: await readLedger(db, factsOf),
    today: dayAtHall(deps.clock()),
    factsOf,
  });

  app.get(routes.staff.timeliness, needs(deps, 'content.read'), async (c) => {
    const { ledger, today } = await now();
    return respond(c, timeliness(ledger, today));
  });

  app.get(routes.staff.digest(':from'), needs(deps, 'content.read'), async (c) => {
    const from = dayIn(c, 'from');
    return from === null
      ? refuse(c, { code: 'no-such-thing' })
      : respond(c, await digest(db, await now(), from));
  });

  app.get(routes.staff.accountability(':from', ':until'), needs(deps, 'content.read'), async (c) => {
    const [from, until] = [dayIn(c, 'from'), dayIn(c, 'until')];
    if (from === null || until === null) return refuse(c, { code: 'no-such-thing' });
    const hall = await shownHall(db);
    return respond(c, await accountability(db, { ...(await now()), hall }, { from, until }));
  });

  dueItemRoutes(app, deps);
  return app;
}

function dueItemRoutes(app: Hono<DeskEnv>, deps: Deps): void {
  app.get(routes.staff.dueItems, needs(deps, 'content.read'), async (c) =>
    respond(c, (await dueItems(deps.store.db)).map(dueItemOf)),
  );

  app.post(routes.staff.dueItems, needs(deps, 'content.announce'), async (c) => {
    const announced = await readJson(c, AnnounceDueItem);
    return announced.ok
      ? answer(c, await announce(deps, c.var.staff, announced.value))
      : refuse(c, announced.problem);
  });

  app.post(routes.staff.dueItemSettlement(':id'), needs(deps, 'content.announce'), async (c) => {
    const id = v.safeParse(DueItemId, c.req.param('id'));
    if (!id.success) return refuse(c, { code: 'no-such-thing' });
    const how = await readJson(c, SettleDueItem);
    return how.ok ? answer(c, await settle(deps, c.var.staff, id.output, how.value)) : refuse(c, how.problem);
  });
}

function dayIn(c: Context, name: string): Day | null {
  const day = v.safeParse(Day, c.req.param(name));
  return day.success ? day.output : null;
}
