import { Hono } from 'hono';
import { attractKinds } from '../../contract/attract.ts';
import { DecideHall, SaveHall } from '../../contract/hall-change.ts';
import { routes } from '../../contract/routes.ts';
import type { Deps } from '../deps.ts';
import { MAX_ENTRY_BYTES, readJson } from '../http/body.ts';
import { type DeskEnv, needs } from '../http/guard.ts';
import { answer, refuse, respond } from '../http/respond.ts';
import { shownTitles } from '../store/shown-title.ts';
import { decideHallChange, hallSettings, saveHallChange } from './hall-change.ts';
import { hallPast, hallVersion } from './hall-history.ts';

/** The hall's settings at the desk. */
export function hallDeskRoutes(deps: Deps): Hono<DeskEnv> {
  const { db } = deps.store;
  const app = new Hono<DeskEnv>();

  app.get(routes.staff.hall, needs(deps, 'hall.read'), async (c) => answer(c, await hallSettings(db)));

  app.put(routes.staff.hall, needs(deps, 'hall.edit'), async (c) => {
    const save = await readJson(c, SaveHall, MAX_ENTRY_BYTES);
    if (!save.ok) return refuse(c, save.problem);
    const saved = await saveHallChange(deps, c.var.staff, save.value);
    return saved.ok ? answer(c, await hallSettings(db)) : refuse(c, saved.problem);
  });

  app.post(routes.staff.hallDecision, needs(deps, 'content.sign'), async (c) => {
    const decide = await readJson(c, DecideHall);
    if (!decide.ok) return refuse(c, decide.problem);
    const decided = await decideHallChange(deps, c.var.staff, decide.value);
    return decided.ok ? answer(c, await hallSettings(db)) : refuse(c, decided.problem);
  });

  app.get(routes.staff.hallEntries, needs(deps, 'hall.read'), async (c) =>
    respond(c, await shownTitles(db, attractKinds)),
  );

  app.get(routes.staff.hallHistory, needs(deps, 'hall.read'), async (c) => respond(c, await hallPast(db)));

  app.get(`${routes.staff.hallHistory}/:key`, needs(deps, 'hall.read'), async (c) =>
    answer(c, await hallVersion(db, c.req.param('key'))),
  );
  return app;
}
