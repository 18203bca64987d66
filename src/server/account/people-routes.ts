import { type Context, Hono } from 'hono';
import { ChangePerson, InvitePerson } from '../../contract/people.ts';
import { routes } from '../../contract/routes.ts';
import type { Deps } from '../deps.ts';
import { readJson } from '../http/body.ts';
import { type DeskEnv, needs } from '../http/guard.ts';
import { answer, refuse, respond } from '../http/respond.ts';
import { listPeople } from '../store/people.ts';
import { inviteAgain, invitePerson } from './invite.ts';
import { endSessionsOf } from './own-sessions.ts';
import { aliveAt, changePerson, disablePerson, enablePerson } from './people.ts';

/** The accounts page of a 系统管理员. */
export function peopleRoutes(deps: Deps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const admin = needs(deps, 'account.manage');
  const { people, person, personInvitation, personDisabling, personEnabling } = routes.staff;

  app.get(people, admin, async (c) => respond(c, await listPeople(deps.store.db, aliveAt(deps.clock()))));

  app.post(people, admin, async (c) => {
    const invite = await readJson(c, InvitePerson);
    if (!invite.ok) return refuse(c, invite.problem);
    return answer(c, await invitePerson(deps, c.var.staff, invite.value));
  });

  app.put(person(':id'), admin, async (c) => {
    const change = await readJson(c, ChangePerson);
    if (!change.ok) return refuse(c, change.problem);
    return answer(c, await changePerson(deps, { by: c.var.staff, id: idIn(c) }, change.value));
  });

  app.post(personInvitation(':id'), admin, async (c) =>
    answer(c, await inviteAgain(deps, c.var.staff, idIn(c))),
  );
  app.post(routes.staff.personSessionsEnd(':id'), admin, async (c) =>
    answer(c, await endSessionsOf(deps, c.var.staff, idIn(c))),
  );
  app.post(personDisabling(':id'), admin, async (c) =>
    answer(c, await disablePerson(deps, c.var.staff, idIn(c))),
  );
  app.post(personEnabling(':id'), admin, async (c) =>
    answer(c, await enablePerson(deps, c.var.staff, idIn(c))),
  );
  return app;
}

const idIn = (c: Context): string => c.req.param('id') ?? '';
