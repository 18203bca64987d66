import * as v from 'valibot';
import { Accountability } from '../contract/accountability.ts';
import type { Day } from '../contract/day.ts';
import type { CalendarYear } from '../contract/deadline.ts';
import {
  type ChangePassword,
  type ChangeReviewWay,
  type ChangeSheet,
  type EndEntry,
  EntryDetail,
  EntryRow,
  IncidentRow,
  type Login,
  MachineRow,
  type MaskEntry,
  type MoveEntry,
  type MoveSubmission,
  type NewComment,
  OpenedSubmission,
  type PlaceMachine,
  ReviewWay,
  type RevokeMachine,
  type SaveEntry,
  type SeenIncidents,
  Session,
  type SettleComment,
  SubmissionDetail,
  SubmissionRow,
  Today,
} from '../contract/desk.ts';
import {
  type AnnounceDueItem,
  Digest,
  DueItem,
  type DueItemId,
  type SettleDueItem,
  Timeliness,
} from '../contract/desk-timeliness.ts';
import type { Hall } from '../contract/hall.ts';
import { type DecideHall, HallSettings, type SaveHall } from '../contract/hall-change.ts';
import { type EntryId, hallObjectId, type MachineId, type SubmissionId } from '../contract/id.ts';
import type { Problem } from '../contract/problem.ts';
import { Publication, type Rollback, RollbackPlan, SnapshotRow } from '../contract/publication.ts';
import { PublishedCalendar, PublishedHall } from '../contract/published.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import { MEDIA_TYPE, routes } from '../contract/routes.ts';
import { SignedHead, SnapshotChange, SnapshotHead } from '../contract/snapshot.ts';

import { type KeepWriting, WritingDetail, WritingKept, WritingRow } from '../contract/writing.ts';
import { type AccountApi, accountCalls } from './account-api.ts';
import { type BatchApi, batchCalls } from './batch-api.ts';
import { bring, isOurs, readProblem } from './bring.ts';
import { type HistoryApi, historyCalls } from './content/history/history-api.ts';
import { type FileApi, fileCalls } from './file-api.ts';
import { type AskInit, sendTelling } from './send.ts';

/**
 * The desk's only way to the server. An answer counts only when it bears the product's media type and fits its schema; a log-in page
 * of the network, a proxy's error page and silence are all "not connected". Nothing throws: every outcome is a Result.
 */

export type Ask = (path: string, init: AskInit) => Promise<Response>;
export type Answer<T> = Promise<Result<T, Problem>>;

export interface HallInForce {
  readonly hall: Hall;
  readonly calendars: readonly CalendarYear[];
}

export interface Api extends AccountApi, HistoryApi, FileApi, BatchApi {
  readonly session: () => Answer<Session>;
  readonly logIn: (login: Login) => Answer<Session>;
  readonly logOut: () => Answer<unknown>;
  readonly changePassword: (change: ChangePassword) => Answer<unknown>;
  readonly today: () => Answer<Today>;
  readonly entries: () => Answer<EntryRow[]>;
  readonly entry: (id: EntryId) => Answer<EntryDetail>;
  readonly save: (id: EntryId, save: SaveEntry) => Answer<EntryDetail>;
  readonly moveEntry: (id: EntryId, move: MoveEntry) => Answer<EntryDetail>;
  readonly endEntry: (id: EntryId, end: EndEntry) => Answer<EntryDetail>;
  readonly comment: (id: EntryId, comment: NewComment) => Answer<EntryDetail>;
  readonly settleComment: (id: EntryId, n: number, settle: SettleComment) => Answer<EntryDetail>;
  readonly changeSheet: (id: EntryId, change: ChangeSheet) => Answer<EntryDetail>;
  readonly mask: (id: EntryId, mask: MaskEntry) => Answer<EntryDetail>;
  readonly reviewWay: () => Answer<ReviewWay>;
  readonly changeReviewWay: (change: ChangeReviewWay) => Answer<ReviewWay>;
  /** What this person types and has not made a revision of. */
  readonly writings: () => Answer<WritingRow[]>;
  readonly writing: (id: EntryId) => Answer<WritingDetail>;
  readonly keepWriting: (id: EntryId, keep: KeepWriting) => Answer<WritingKept>;
  readonly dropWriting: (id: EntryId) => Answer<unknown>;
  readonly publication: () => Answer<Publication>;
  readonly publish: () => Answer<SnapshotRow>;
  readonly snapshots: () => Answer<SnapshotRow[]>;
  readonly rollbackPlan: (to: number) => Answer<RollbackPlan>;
  readonly rollBack: (to: Rollback) => Answer<SnapshotRow>;
  readonly timeliness: () => Answer<Timeliness>;
  readonly dueItems: () => Answer<DueItem[]>;
  readonly announce: (due: AnnounceDueItem) => Answer<DueItem>;
  readonly settle: (id: DueItemId, how: SettleDueItem) => Answer<DueItem>;
  readonly digest: (from: Day) => Answer<Digest>;
  readonly accountability: (from: Day, until: Day) => Answer<Accountability>;
  readonly submissions: () => Answer<SubmissionRow[]>;
  readonly submission: (id: SubmissionId) => Answer<SubmissionDetail>;
  readonly open: (id: SubmissionId) => Answer<OpenedSubmission>;
  readonly moveSubmission: (id: SubmissionId, move: MoveSubmission) => Answer<SubmissionDetail>;
  readonly machines: () => Answer<MachineRow[]>;
  readonly confirmMachine: (id: MachineId) => Answer<MachineRow>;
  readonly placeMachine: (id: MachineId, place: PlaceMachine) => Answer<MachineRow>;
  readonly revokeMachine: (id: MachineId, revoke: RevokeMachine) => Answer<MachineRow>;
  readonly incidents: () => Answer<IncidentRow[]>;
  readonly seeIncidents: (seen: SeenIncidents) => Answer<IncidentRow[]>;
  /** One's own practice hall is given up; the next request begins a new one. */
  readonly endPractice: () => Answer<unknown>;
  /** The hall's settings as published: names of departments and categories. */
  readonly hall: () => Answer<Hall>;
  /** The settings and the working days that visitors see now. */
  readonly hallInForce: () => Answer<HallInForce>;
  readonly hallSettings: () => Answer<HallSettings>;
  readonly saveHall: (save: SaveHall) => Answer<HallSettings>;
  readonly decideHall: (decide: DecideHall) => Answer<HallSettings>;
}

const TIMEOUT_MS = 20_000;
export const askServer: Ask = (path, init) => (init.onSent ? sendTelling : fetch)(path, init);

interface Call<S extends v.GenericSchema> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly init?: AskInit;
  /** Sent as it is, instead of a body; it may take its time. */
  readonly file?: Blob;
  readonly schema: S;
}

/** A large file over a slow line, and the reading of it. */
const FILE_TIMEOUT_MS = 180_000;

type Sent = Pick<Call<v.GenericSchema>, 'method' | 'body' | 'file'>;
const request = ({ method = 'GET', body, file }: Sent): RequestInit => ({
  method,
  credentials: 'same-origin',
  cache: 'no-store',
  signal: AbortSignal.timeout(file === undefined ? TIMEOUT_MS : FILE_TIMEOUT_MS),
  headers: {
    accept: MEDIA_TYPE,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(file === undefined ? {} : { 'content-type': 'application/octet-stream' }),
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  ...(file === undefined ? {} : { body: file }),
});

const call = async <S extends v.GenericSchema>(ask: Ask, it: Call<S>): Answer<v.InferOutput<S>> => {
  let response: Response;
  let body: unknown;
  try {
    response = await ask(it.path, it.init ?? request(it));
    if (response.status === 204) return ok(undefined);
    if (!isOurs(response)) return fail({ code: 'not-our-server' });
    body = await response.json();
  } catch (error) {
    return fail({ code: error instanceof SyntaxError ? 'not-our-server' : 'offline' });
  }
  if (!response.ok) return fail(readProblem(body));
  const parsed = v.safeParse(it.schema, body);
  return parsed.success ? ok(parsed.output) : fail({ code: 'unexpected' });
};

/** What is shown travels in the snapshot, so it is read as a screen reads it: head, change, object. */
const readList = async (ask: Ask): Answer<SnapshotChange['put']> => {
  const signed = await call(ask, { path: routes.head, schema: SignedHead });
  if (!signed.ok) return signed;
  const head = v.safeParse(v.pipe(v.string(), v.parseJson(), SnapshotHead), signed.value.head);
  if (!head.success) return fail({ code: 'unexpected' });
  const path = routes.change(0, head.output.number);
  const change = await call(ask, { path, schema: SnapshotChange });
  return change.ok ? ok(change.value.put) : change;
};

const hallIn = async (ask: Ask, list: SnapshotChange['put']): Answer<Hall> => {
  const found = list.find(([id]) => id === hallObjectId);
  if (found === undefined) return fail({ code: 'no-such-thing' });
  const object = await call(ask, { path: routes.object(found[1]), schema: PublishedHall });
  return object.ok ? ok(object.value.hall) : object;
};

const readHall = async (ask: Ask): Answer<Hall> => {
  const list = await readList(ask);
  return list.ok ? hallIn(ask, list.value) : list;
};

const readHallInForce = async (ask: Ask): Answer<HallInForce> => {
  const list = await readList(ask);
  if (!list.ok) return list;
  const hall = await hallIn(ask, list.value);
  if (!hall.ok) return hall;
  const paths = list.value.filter(([id]) => id.startsWith('calendar/')).map(([, it]) => routes.object(it));
  const years = await Promise.all(paths.map((path) => call(ask, { path, schema: PublishedCalendar })));
  const lost = years.find((year) => !year.ok);
  if (lost !== undefined && !lost.ok) return lost;
  return ok({ hall: hall.value, calendars: years.flatMap((it) => (it.ok ? [it.value.calendar] : [])) });
};

/** The way of an entry from its draft to the screens and off them. */
const reviewApi = (ask: Ask) => {
  const { staff } = routes;
  const send = <S extends v.GenericSchema>(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    schema: S,
  ): Answer<v.InferOutput<S>> => call(ask, { method, path, body, schema });
  return {
    endEntry: (id, end) => send('PUT', staff.entryEnd(id), end, EntryDetail),
    comment: (id, comment) => send('POST', staff.entryComment(id), comment, EntryDetail),
    settleComment: (id, n, settle) => send('PUT', staff.commentDone(id, n), settle, EntryDetail),
    changeSheet: (id, change) => send('PUT', staff.entrySheet(id), change, EntryDetail),
    mask: (id, mask) => send('POST', staff.entryMask(id), mask, EntryDetail),
    reviewWay: () => call(ask, { path: staff.reviewWay, schema: ReviewWay }),
    changeReviewWay: (change) => send('PUT', staff.reviewWay, change, ReviewWay),
  } satisfies Partial<Api>;
};

const hallApi = (
  ask: Ask,
): Pick<Api, 'hall' | 'hallInForce' | 'hallSettings' | 'saveHall' | 'decideHall'> => {
  const { hall: path, hallDecision } = routes.staff;
  const schema = HallSettings;
  return {
    hall: () => readHall(ask),
    hallInForce: () => readHallInForce(ask),
    hallSettings: () => call(ask, { path, schema }),
    saveHall: (body) => call(ask, { method: 'PUT', path, body, schema }),
    decideHall: (body) => call(ask, { method: 'POST', path: hallDecision, body, schema }),
  };
};

export const makeApi = (ask: Ask = askServer): Api => {
  const { staff } = routes;
  const get = <S extends v.GenericSchema>(path: string, schema: S) => call(ask, { path, schema });
  const send = <S extends v.GenericSchema>(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    schema: S,
  ): Answer<v.InferOutput<S>> => call(ask, { method, path, body, schema });
  return {
    ...reviewApi(ask),
    ...fileCalls({ ask, call: (it) => call(ask, it) }),
    ...accountCalls(get, send),
    ...batchCalls({
      get,
      send,
      sendFile: (path, file, schema) => call(ask, { method: 'POST', path, file, schema }),
      drop: (path) => call(ask, { method: 'DELETE', path, schema: v.unknown() }),
      bring: (path, onBytes, body) => bring(ask, path, { onBytes, body }),
    }),
    ...historyCalls(get, send),
    session: () => get(staff.session, Session),
    logIn: (login) => send('POST', staff.session, login, Session),
    logOut: () => call(ask, { method: 'DELETE', path: staff.session, schema: v.unknown() }),
    changePassword: (change) => send('POST', staff.password, change, v.unknown()),
    today: () => get(staff.today, Today),
    entries: () => get(staff.entries, v.array(EntryRow)),
    entry: (id) => get(staff.entry(id), EntryDetail),
    save: (id, save) => send('PUT', staff.entry(id), save, EntryDetail),
    moveEntry: (id, move) => send('POST', staff.entryMove(id), move, EntryDetail),
    writings: () => get(staff.writings, v.array(WritingRow)),
    writing: (id) => get(staff.writing(id), WritingDetail),
    keepWriting: (id, keep) => send('PUT', staff.writing(id), keep, WritingKept),
    dropWriting: (id) => call(ask, { method: 'DELETE', path: staff.writing(id), schema: v.unknown() }),
    publication: () => get(staff.publication, Publication),
    publish: () => send('POST', staff.publication, {}, SnapshotRow),
    snapshots: () => get(staff.snapshots, v.array(SnapshotRow)),
    rollbackPlan: (to) => get(staff.rollbackPlan(to), RollbackPlan),
    rollBack: (to) => send('POST', staff.rollback, to, SnapshotRow),
    timeliness: () => get(staff.timeliness, Timeliness),
    dueItems: () => get(staff.dueItems, v.array(DueItem)),
    announce: (due) => send('POST', staff.dueItems, due, DueItem),
    settle: (id, how) => send('POST', staff.dueItemSettlement(id), how, DueItem),
    digest: (from) => get(staff.digest(from), Digest),
    accountability: (from, until) => get(staff.accountability(from, until), Accountability),
    submissions: () => get(staff.submissions, v.array(SubmissionRow)),
    submission: (id) => get(staff.submission(id), SubmissionDetail),
    open: (id) => send('POST', staff.opening(id), {}, OpenedSubmission),
    moveSubmission: (id, move) => send('POST', staff.submissionMove(id), move, SubmissionDetail),
    machines: () => get(staff.machines, v.array(MachineRow)),
    placeMachine: (id, place) => send('PUT', staff.machinePlace(id), place, MachineRow),
    confirmMachine: (id) => send('POST', staff.machineConfirmation(id), {}, MachineRow),
    revokeMachine: (id, revoke) => send('POST', staff.machineRevocation(id), revoke, MachineRow),
    incidents: () => get(staff.incidents, v.array(IncidentRow)),
    seeIncidents: (seen) => send('POST', staff.incidentsSeen, seen, v.array(IncidentRow)),
    endPractice: () => call(ask, { method: 'DELETE', path: routes.practice, schema: v.unknown() }),
    ...hallApi(ask),
  };
};
