import * as v from 'valibot';
import type { CalendarYear } from '../../contract/deadline.ts';
import type { Hall } from '../../contract/hall.ts';
import { type DecideHall, HallEntry, HallSettings, type SaveHall } from '../../contract/hall-change.ts';
import { hallObjectId } from '../../contract/id.ts';
import { PublishedCalendar, PublishedHall } from '../../contract/published.ts';
import { fail, ok } from '../../contract/result.ts';
import { routes } from '../../contract/routes.ts';
import { SignedHead, SnapshotChange, SnapshotHead } from '../../contract/snapshot.ts';
import type { Answer, Calls } from './call.ts';

export interface HallInForce {
  readonly hall: Hall;
  readonly calendars: readonly CalendarYear[];
}

type Get = Calls['get'];

/** What is shown travels in the snapshot, so it is read as a screen reads it: head, change, object. */
const readList = async (get: Get): Answer<SnapshotChange['put']> => {
  const signed = await get(routes.head, SignedHead);
  if (!signed.ok) return signed;
  const head = v.safeParse(v.pipe(v.string(), v.parseJson(), SnapshotHead), signed.value.head);
  if (!head.success) return fail({ code: 'unexpected' });
  const change = await get(routes.change(0, head.output.number), SnapshotChange);
  return change.ok ? ok(change.value.put) : change;
};

const hallIn = async (get: Get, list: SnapshotChange['put']): Answer<Hall> => {
  const found = list.find(([id]) => id === hallObjectId);
  if (found === undefined) return fail({ code: 'no-such-thing' });
  const object = await get(routes.object(found[1]), PublishedHall);
  return object.ok ? ok(object.value.hall) : object;
};

const readHall = async (get: Get): Answer<Hall> => {
  const list = await readList(get);
  return list.ok ? hallIn(get, list.value) : list;
};

const readHallInForce = async (get: Get): Answer<HallInForce> => {
  const list = await readList(get);
  if (!list.ok) return list;
  const hall = await hallIn(get, list.value);
  if (!hall.ok) return hall;
  const paths = list.value.filter(([id]) => id.startsWith('calendar/')).map(([, it]) => routes.object(it));
  const years = await Promise.all(paths.map((path) => get(path, PublishedCalendar)));
  const lost = years.find((year) => !year.ok);
  if (lost !== undefined && !lost.ok) return lost;
  return ok({ hall: hall.value, calendars: years.flatMap((it) => (it.ok ? [it.value.calendar] : [])) });
};

const { staff } = routes;

/** The hall's settings: in force, and waiting for a signature. */
export const hallApi = ({ get, send, drop }: Calls) => ({
  /** As published: names of departments and categories. */
  hall: () => readHall(get),
  /** The settings and the working days that visitors see now. */
  hallInForce: () => readHallInForce(get),
  hallSettings: () => get(staff.hall, HallSettings),
  hallEntries: () => get(staff.hallEntries, v.array(HallEntry)),
  saveHall: (save: SaveHall) => send('PUT', staff.hall, save, HallSettings),
  decideHall: (decide: DecideHall) => send('POST', staff.hallDecision, decide, HallSettings),
  /** One's own practice hall is given up; the next request begins a new one. */
  endPractice: () => drop(routes.practice),
});
