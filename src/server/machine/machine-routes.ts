import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { PlaceMachine, RevokeMachine, SeenIncidents } from '../../contract/desk.ts';
import { MachineId } from '../../contract/id.ts';
import { Enrolment, IncidentReport } from '../../contract/machine.ts';
import { routes } from '../../contract/routes.ts';
import type { Deps } from '../deps.ts';
import { addressOf, isOwnMachine } from '../http/address.ts';
import { readJson } from '../http/body.ts';
import { type DeskEnv, needs } from '../http/guard.ts';
import { limit } from '../http/limit.ts';
import { answer, refuse, respond } from '../http/respond.ts';
import { listMachines } from '../store/machine.ts';
import { machineRow } from '../store/machine-row.ts';
import { enrol } from './enrol.ts';
import { hear, listIncidents, see } from './incident.ts';
import { confirm, place, revoke } from './manage.ts';

/** Many phones may stand behind one address of a mobile network. */
const ENROLMENTS_PER_HOUR = 60;
const MOST_SHOWN = 200;
const REPORTS_PER_MINUTE = 60;
const REPORTS_OF_ADDRESS = 12;
const MAX_REPORT_BYTES = 128 * 1024;

export function machineRoutes(deps: Deps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  visitorRoutes(app, deps);
  deskRoutes(app, deps);
  return app;
}

function visitorRoutes(app: Hono<DeskEnv>, deps: Deps): void {
  const { clock } = deps;
  const enrolments = limit({ most: ENROLMENTS_PER_HOUR, perMs: 3_600_000, clock });
  const reports = limit({ most: REPORTS_PER_MINUTE, perMs: 60_000, clock });
  const reportsOfOne = limit({ most: REPORTS_OF_ADDRESS, perMs: 60_000, clock });

  app.post(routes.machine, async (c) => {
    const seconds = enrolments.take(addressOf(c, deps));
    if (seconds > 0) return refuse(c, { code: 'too-many-tries', seconds });
    const enrolment = await readJson(c, Enrolment, 2_000);
    if (!enrolment.ok) return refuse(c, enrolment.problem);
    return answer(c, await enrol(deps, enrolment.value, isOwnMachine(c, deps)), 201);
  });

  app.post(routes.incident, async (c) => {
    const seconds = reportsOfOne.take(addressOf(c, deps)) || reports.take('all');
    if (seconds > 0) return refuse(c, { code: 'too-many-tries', seconds });
    const report = await readJson(c, IncidentReport, MAX_REPORT_BYTES);
    return report.ok ? answer(c, await hear(deps, report.value)) : refuse(c, report.problem);
  });
}

function deskRoutes(app: Hono<DeskEnv>, deps: Deps): void {
  const { staff } = routes;

  app.get(staff.machines, needs(deps, 'machine.read'), async (c) =>
    respond(c, (await listMachines(deps.store.db, MOST_SHOWN)).map(machineRow)),
  );

  app.put(staff.machinePlace(':id'), needs(deps, 'machine.manage'), async (c) => {
    const id = idOf(c);
    if (!id) return refuse(c, { code: 'no-such-thing' });
    const body = await readJson(c, PlaceMachine);
    if (!body.ok) return refuse(c, body.problem);
    return answer(c, await place(deps, id, { by: c.var.staff, place: body.value.place }));
  });

  app.post(staff.machineConfirmation(':id'), needs(deps, 'machine.manage'), async (c) => {
    const id = idOf(c);
    return id ? answer(c, await confirm(deps, id, c.var.staff)) : refuse(c, { code: 'no-such-thing' });
  });

  app.post(staff.machineRevocation(':id'), needs(deps, 'machine.manage'), async (c) => {
    const id = idOf(c);
    if (!id) return refuse(c, { code: 'no-such-thing' });
    const body = await readJson(c, RevokeMachine);
    if (!body.ok) return refuse(c, body.problem);
    return answer(c, await revoke(deps, id, { by: c.var.staff, reason: body.value.reason }));
  });

  app.get(staff.incidents, needs(deps, 'machine.read'), async (c) => respond(c, await listIncidents(deps)));

  app.post(staff.incidentsSeen, needs(deps, 'incident.settle'), async (c) => {
    const seen = await readJson(c, SeenIncidents);
    if (!seen.ok) return refuse(c, seen.problem);
    await see(deps, seen.value.ids, c.var.staff);
    return respond(c, await listIncidents(deps));
  });
}

function idOf(c: Context): MachineId | null {
  const id = v.safeParse(MachineId, c.req.param('id'));
  return id.success ? id.output : null;
}
