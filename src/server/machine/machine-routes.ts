import { Hono } from 'hono';
import { Enrolment } from '../../contract/machine.ts';
import { routes } from '../../contract/routes.ts';
import type { Deps } from '../deps.ts';
import { addressOf } from '../http/address.ts';
import { readJson } from '../http/body.ts';
import { type DeskEnv, needs } from '../http/guard.ts';
import { limit } from '../http/limit.ts';
import { answer, refuse, respond } from '../http/respond.ts';
import { listMachines } from '../store/machine.ts';
import { machineRow } from '../store/machine-row.ts';
import { enrol } from './enrol.ts';

/** Many phones may stand behind one address of a mobile network. */
const ENROLMENTS_PER_HOUR = 60;
const MOST_SHOWN = 200;

export function machineRoutes(deps: Deps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const perAddress = limit({ most: ENROLMENTS_PER_HOUR, perMs: 3_600_000, clock: deps.clock });

  app.post(routes.machine, async (c) => {
    const seconds = perAddress.take(addressOf(c, deps));
    if (seconds > 0) return refuse(c, { code: 'too-many-tries', seconds });
    const enrolment = await readJson(c, Enrolment, 2_000);
    return enrolment.ok ? answer(c, await enrol(deps, enrolment.value), 201) : refuse(c, enrolment.problem);
  });

  app.get(routes.staff.machines, needs(deps, 'machine.read'), async (c) =>
    respond(c, (await listMachines(deps.store.db, MOST_SHOWN)).map(machineRow)),
  );

  return app;
}
