import { Hono } from 'hono';
import { Enrolment, IncidentReport } from '../../contract/machine.ts';
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
const REPORTS_PER_MINUTE = 60;
const MAX_REPORT_BYTES = 128 * 1024;

export function machineRoutes(deps: Deps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const perAddress = limit({ most: ENROLMENTS_PER_HOUR, perMs: 3_600_000, clock: deps.clock });
  const reports = limit({ most: REPORTS_PER_MINUTE, perMs: 60_000, clock: deps.clock });

  app.post(routes.machine, async (c) => {
    const seconds = perAddress.take(addressOf(c, deps));
    if (seconds > 0) return refuse(c, { code: 'too-many-tries', seconds });
    const enrolment = await readJson(c, Enrolment, 2_000);
    return enrolment.ok ? answer(c, await enrol(deps, enrolment.value), 201) : refuse(c, enrolment.problem);
  });

  // Who tells is not proved: it is noted, and nothing is done by it.
  app.post(routes.incident, async (c) => {
    const seconds = reports.take('all');
    if (seconds > 0) return refuse(c, { code: 'too-many-tries', seconds });
    const report = await readJson(c, IncidentReport, MAX_REPORT_BYTES);
    if (!report.ok) return refuse(c, report.problem);
    const { machine, incidents } = report.value;
    for (const { at, kind, detail } of incidents) {
      deps.log.warn({ machine, at, kind, detail }, 'a screen tells');
    }
    return respond(c, {});
  });

  app.get(routes.staff.machines, needs(deps, 'machine.read'), async (c) =>
    respond(c, (await listMachines(deps.store.db, MOST_SHOWN)).map(machineRow)),
  );

  return app;
}
