import { type Context, Hono } from 'hono';
import { ChangePassword, Login, type Session } from '../../contract/desk.ts';
import { EndSessions } from '../../contract/own-session.ts';
import { Welcome } from '../../contract/people.ts';
import { routes } from '../../contract/routes.ts';
import type { Deps, Staff } from '../deps.ts';
import { addressOf } from '../http/address.ts';
import { readJson } from '../http/body.ts';
import { type DeskEnv, isOwnPage, needs } from '../http/guard.ts';
import { answer, refuse, respond } from '../http/respond.ts';
import { shownHall } from '../store/snapshot.ts';
import { makeChangePassword } from './change-password.ts';
import { expiredCookie, sessionCookie } from './cookie.ts';
import { makeLogIn } from './log-in.ts';
import { endOwnSessions, ownSessions, type Sitting } from './own-sessions.ts';
import { currentSession, endSession, type OpenSession, openSession, tokenHashIn } from './session.ts';
import { makeWelcome } from './welcome.ts';

/** Log in, who am I, log out, change one's own password. Everybody may, whatever their role. */
export function accountRoutes(deps: Deps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const logIn = makeLogIn(deps);
  const enterInvited = makeWelcome(deps);
  const changePassword = makeChangePassword(deps);

  app.post(routes.staff.session, async (c) => {
    const { headers } = c.req.raw;
    if (!isOwnPage(headers)) return refuse(c, { code: 'wrong-origin' });
    const login = await readJson(c, Login);
    if (!login.ok) return refuse(c, login.problem);
    const staff = await logIn(login.value, addressOf(c, deps));
    return staff.ok ? letIn(c, deps, staff.value) : refuse(c, staff.problem);
  });

  app.post(routes.staff.welcome, async (c) => {
    const { headers } = c.req.raw;
    if (!isOwnPage(headers)) return refuse(c, { code: 'wrong-origin' });
    const welcome = await readJson(c, Welcome, 2_000);
    if (!welcome.ok) return refuse(c, welcome.problem);
    const staff = await enterInvited(welcome.value, addressOf(c, deps));
    return staff.ok ? letIn(c, deps, staff.value) : refuse(c, staff.problem);
  });

  app.get(routes.staff.session, async (c) => {
    const session = await currentSession(deps, c.req.raw.headers);
    return session ? respond(c, await shown(deps, session)) : refuse(c, { code: 'not-logged-in' });
  });

  app.post(routes.staff.password, async (c) => {
    const { headers } = c.req.raw;
    if (!isOwnPage(headers)) return refuse(c, { code: 'wrong-origin' });
    const [session, tokenHash] = [await currentSession(deps, headers), await tokenHashIn(headers, deps)];
    if (session === null || tokenHash === null) return refuse(c, { code: 'not-logged-in' });
    const change = await readJson(c, ChangePassword, 2_000);
    if (!change.ok) return refuse(c, change.problem);
    return answer(c, await changePassword(change.value, { staff: session.staff, tokenHash }));
  });

  app.get(routes.staff.sessions, needs(deps, 'any'), async (c) => {
    const sitting = await sittingOf(c, deps);
    return sitting === null
      ? refuse(c, { code: 'not-logged-in' })
      : respond(c, await ownSessions(deps, sitting));
  });

  app.post(routes.staff.sessionsEnd, needs(deps, 'any'), async (c) => {
    const [sitting, end] = [await sittingOf(c, deps), await readJson(c, EndSessions)];
    if (sitting === null) return refuse(c, { code: 'not-logged-in' });
    return end.ok ? answer(c, await endOwnSessions(deps, sitting, end.value)) : refuse(c, end.problem);
  });

  app.delete(routes.staff.session, async (c) => {
    const { headers } = c.req.raw;
    if (!isOwnPage(headers)) return refuse(c, { code: 'wrong-origin' });
    await endSession(deps, headers);
    c.header('set-cookie', expiredCookie(headers, deps));
    // Never "storage": the visitor's screen has the same origin, and its outbox would go with it.
    c.header('clear-site-data', '"cache"');
    return c.body(null, 204);
  });

  return app;
}

/** Never two sessions in one browser, and never the token from before the log-in. */
async function letIn(c: Context, deps: Deps, staff: Staff): Promise<Response> {
  const { headers } = c.req.raw;
  await endSession(deps, headers);
  const session = await openSession(deps, staff);
  c.header('set-cookie', sessionCookie(headers, deps, session.token));
  return respond(c, await shown(deps, session));
}

async function sittingOf(c: Context<DeskEnv>, deps: Deps): Promise<Sitting | null> {
  const tokenHash = await tokenHashIn(c.req.raw.headers, deps);
  return tokenHash === null ? null : { id: c.var.staff.id, tokenHash };
}

const shown = async ({ store }: Deps, { staff, expiresAt }: OpenSession): Promise<Session> => ({
  staff: { id: staff.id, name: staff.name },
  roles: [...staff.roles],
  department: staff.department,
  hallName: (await shownHall(store.db))?.hallName ?? '便民服务大厅',
  expiresAt,
});
