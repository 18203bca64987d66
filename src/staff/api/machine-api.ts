import * as v from 'valibot';
import {
  IncidentRow,
  MachineRow,
  type PlaceMachine,
  type RevokeMachine,
  type SeenIncidents,
} from '../../contract/desk.ts';
import type { MachineId } from '../../contract/id.ts';
import { routes } from '../../contract/routes.ts';
import type { Calls } from './call.ts';

const { staff } = routes;

/** The hall's screens and what they told. */
export const machineApi = ({ get, send }: Calls) => ({
  machines: () => get(staff.machines, v.array(MachineRow)),
  placeMachine: (id: MachineId, place: PlaceMachine) =>
    send('PUT', staff.machinePlace(id), place, MachineRow),
  confirmMachine: (id: MachineId) => send('POST', staff.machineConfirmation(id), {}, MachineRow),
  revokeMachine: (id: MachineId, revoke: RevokeMachine) =>
    send('POST', staff.machineRevocation(id), revoke, MachineRow),
  incidents: () => get(staff.incidents, v.array(IncidentRow)),
  seeIncidents: (seen: SeenIncidents) => send('POST', staff.incidentsSeen, seen, v.array(IncidentRow)),
});
