import type { Hono } from 'hono';
import { Restore } from '../../contract/history.ts';
import type { Deps } from '../deps.ts';
import { readJson } from '../http/body.ts';
import { type DeskEnv, needs } from '../http/guard.ts';
import { answer, refuse } from '../http/respond.ts';
import { entryDetail } from './desk-view.ts';
import { idIn } from './entry-address.ts';
import { entryPast, revisionOf } from './history.ts';
import { restoreRevision } from './restore.ts';
import { ONE } from './review-routes.ts';

/** What an entry was, and the way back to it. */
export function historyRoutes(app: Hono<DeskEnv>, deps: Deps): void {
  const { db } = deps.store;

  app.get(`${ONE}/history`, needs(deps, 'content.read'), async (c) => {
    const id = idIn(c);
    return id === null ? refuse(c, { code: 'no-such-thing' }) : answer(c, await entryPast(db, id));
  });

  app.get(`${ONE}/revision/:revision`, needs(deps, 'content.read'), async (c) => {
    const id = idIn(c);
    const revision = Number(c.req.param('revision'));
    return id === null || !Number.isSafeInteger(revision)
      ? refuse(c, { code: 'no-such-thing' })
      : answer(c, await revisionOf(db, id, revision, deps.clock()));
  });

  app.post(`${ONE}/restoration`, needs(deps, 'content.edit'), async (c) => {
    const id = idIn(c);
    if (id === null) return refuse(c, { code: 'no-such-thing' });
    const restore = await readJson(c, Restore);
    if (!restore.ok) return refuse(c, restore.problem);
    const restored = await restoreRevision(deps, c.var.staff, id, restore.value);
    return restored.ok ? answer(c, await entryDetail(db, id, deps.clock())) : refuse(c, restored.problem);
  });
}
