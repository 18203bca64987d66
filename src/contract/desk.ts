import * as v from 'valibot';
import { MAX_PASSWORD, roleIds } from './account.ts';
import { Day, Moment } from './day-schema.ts';
import { englishStates } from './english-follow.ts';
import { Entry } from './entry.ts';
import { entryKinds } from './entry-name.ts';
import { Finding } from './finding.ts';
import { formPurposes } from './form.ts';
import { EntryId, MachineId, MachinePrefix, StaffId, SubmissionId } from './id.ts';
import { Limits } from './limit.ts';
import { outcomeIds } from './outcome.ts';
import { Proposal } from './proposal.ts';
import { ReceiptNo } from './receipt-no.ts';
import { aspectIds, reviewMoveIds, reviewStates } from './review.ts';
import { line, prose, slug } from './schema.ts';
import { submissionStates } from './submission.ts';

/** What the desk sends and receives. */

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const Person = v.strictObject({ id: StaffId, name: v.string() });
export type Person = v.InferOutput<typeof Person>;

export const Login = v.strictObject({
  login: line(40),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_PASSWORD)),
  /** Of the telephone's app, or a recovery code: for who has 两步验证. */
  code: v.exactOptional(line(40)),
});
export type Login = v.InferOutput<typeof Login>;

/** As a new account's name is given; logging in minds neither case nor width. */
export const LoginName = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9.-]{1,39}$/, '账号用 2 到 40 个小写字母、数字、点、横线，以字母开头。'),
);

/** Whether the new one is strong enough is said by contract/account. */
export const ChangePassword = v.strictObject({
  present: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_PASSWORD)),
  next: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_PASSWORD)),
});
export type ChangePassword = v.InferOutput<typeof ChangePassword>;

export const Session = v.strictObject({
  staff: Person,
  roles: v.array(v.picklist(roleIds)),
  /** Null: the whole hall. */
  department: v.nullable(slug),
  hallName: v.string(),
  expiresAt: Moment,
});
export type Session = v.InferOutput<typeof Session>;

export const EntryRow = v.strictObject({
  id: EntryId,
  kind: v.picklist(entryKinds),
  title: v.string(),
  revision: Count,
  state: v.picklist(reviewStates),
  author: v.nullable(Person),
  editedAt: Moment,
  /** Revision that screens show; null if none. */
  publishedRevision: v.nullable(Count),
  indexNo: v.nullable(v.string()),
  /** Who answers for it: its own department, or its guide's. Null: the whole hall. */
  department: v.optional(v.nullable(v.string()), null),
  /** When the system will publish it, and when it will take it from the screens. */
  publishAt: v.optional(v.nullable(Moment), null),
  endAt: v.optional(v.nullable(Moment), null),
  /** What screens show went out urgently and waits for signatures; null when nothing is owed. */
  urgentRevision: v.optional(v.nullable(Count), null),
  /** How its last draft stands in English; null: it has none. */
  english: v.optional(v.nullable(v.picklist(englishStates)), null),
});
export type EntryRow = v.InferOutput<typeof EntryRow>;

export const Signature = v.strictObject({
  move: v.picklist(reviewMoveIds),
  by: Person,
  at: Moment,
  note: v.nullable(v.string()),
  /** Signed under the exception of a tiny hall: one person for more than one signature. */
  isException: v.optional(v.boolean(), false),
  aspects: v.optional(v.array(v.picklist(aspectIds)), []),
  /** How many findings of the scan were seen and left standing. */
  findings: v.optional(Count, 0),
});
export type Signature = v.InferOutput<typeof Signature>;

export const Comment = v.strictObject({
  n: v.optional(Count, 0),
  by: Person,
  at: Moment,
  revision: Count,
  text: v.string(),
  /** The comment that this one answers. */
  answers: v.optional(v.nullable(Count), null),
  /** Who says that what it asks for is done. */
  done: v.optional(v.nullable(v.strictObject({ by: Person, at: Moment })), null),
});
export type Comment = v.InferOutput<typeof Comment>;

export const NewComment = v.strictObject({ text: prose(1_000), answers: v.exactOptional(Count) });
export type NewComment = v.InferOutput<typeof NewComment>;

export const SettleComment = v.strictObject({ isDone: v.boolean() });
export type SettleComment = v.InferOutput<typeof SettleComment>;

export const ChangeSheet = v.strictObject({ revision: Count, withheld: v.nullable(prose(500)) });
export type ChangeSheet = v.InferOutput<typeof ChangeSheet>;

/** The places whose personal numbers are to be masked, as the scan names them. */
export const MaskEntry = v.strictObject({
  revision: Count,
  paths: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.minLength(1), v.maxLength(500)),
});
export type MaskEntry = v.InferOutput<typeof MaskEntry>;

export const EntryDetail = v.strictObject({
  ...EntryRow.entries,
  entry: Entry,
  /** What screens show now, for the difference. */
  published: v.nullable(Entry),
  /** One other person than the author may make all signatures at once here. */
  mayOneSign: v.optional(v.boolean(), false),
  /** What the scan points out in the draft. */
  findings: v.optional(v.array(Finding), []),
  /** 不予公开的理由和依据, for what is not disclosed to everybody. */
  withheld: v.optional(v.nullable(v.string()), null),
  /** What author and reviewers say to one another, newest first. */
  comments: v.optional(v.array(Comment), []),
  /** Who let it out urgently, why, and which of the signatures afterwards are there. */
  urgent: v.optional(
    v.nullable(
      v.strictObject({
        by: Person,
        at: Moment,
        reason: v.nullable(v.string()),
        isReviewed: v.boolean(),
        isCleared: v.boolean(),
      }),
    ),
    null,
  ),
  /** Acts on this entry, newest first. */
  history: v.array(v.strictObject({ ...Signature.entries, revision: Count })),
});
export type EntryDetail = v.InferOutput<typeof EntryDetail>;

/** What screens show that leads to an entry and stays when it goes: their links would lead to nothing. */
export const NamedBy = v.array(v.strictObject({ id: EntryId, title: v.string() }));
export type NamedBy = v.InferOutput<typeof NamedBy>;

/** A save names the revision that it started from; another's later edit is never overwritten silently. */
export const SaveEntry = v.strictObject({ basedOn: Count, entry: v.unknown() });
export type SaveEntry = v.InferOutput<typeof SaveEntry>;

export const MoveEntry = v.strictObject({
  move: v.picklist(reviewMoveIds),
  revision: Count,
  /** The reviewer has done the secrecy check (保密审查). */
  secrecyChecked: v.exactOptional(v.boolean()),
  aspects: v.exactOptional(v.array(v.picklist(aspectIds))),
  /** Findings of the scan that the signer has seen, by their keys. */
  seen: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(2_000))),
  note: v.exactOptional(prose(500)),
  /** When it is to be published. */
  publishAt: v.exactOptional(Moment),
});
export type MoveEntry = v.InferOutput<typeof MoveEntry>;

/** When an entry leaves the screens by itself; null: not by itself. */
export const EndEntry = v.strictObject({ endAt: v.nullable(Moment) });
export type EndEntry = v.InferOutput<typeof EndEntry>;

/** How the hall reviews (审核方式). */
export const ReviewWay = v.strictObject({
  /** The exception of a tiny hall: one other person than the author makes all signatures at once. */
  mayOneSign: v.boolean(),
  /** Who changed it last; null: as it was set up. */
  changed: v.nullable(v.strictObject({ by: v.nullable(Person), at: Moment })),
});
export type ReviewWay = v.InferOutput<typeof ReviewWay>;

export const ChangeReviewWay = v.strictObject({ mayOneSign: v.boolean() });
export type ChangeReviewWay = v.InferOutput<typeof ChangeReviewWay>;

export const SubmissionRow = v.strictObject({
  id: SubmissionId,
  receiptNo: ReceiptNo,
  formTitle: v.string(),
  purpose: v.nullable(v.picklist(formPurposes)),
  state: v.picklist(submissionStates),
  filedOn: Day,
  receivedAt: Moment,
  limits: Limits,
  /** The last day for the supplement that is awaited. */
  supplementBy: v.nullable(Day),
  machine: MachinePrefix,
  /** In whose hands it is: who made the last move. Null: nobody has taken it up yet. */
  inHandsOf: v.optional(v.nullable(Person), null),
  /** What waits for a chief, or came back from one and was not taken up since. */
  proposal: v.optional(v.nullable(Proposal), null),
});
export type SubmissionRow = v.InferOutput<typeof SubmissionRow>;

export const SubmissionDetail = v.strictObject({
  ...SubmissionRow.entries,
  history: v.array(
    v.strictObject({
      state: v.picklist(submissionStates),
      at: Moment,
      by: v.nullable(Person),
      publicNote: v.nullable(v.string()),
    }),
  ),
  /** Every proposal that was made, oldest first. */
  proposals: v.optional(v.array(Proposal), []),
  /** What it came to. */
  outcome: v.optional(v.nullable(v.picklist(outcomeIds)), null),
});
export type SubmissionDetail = v.InferOutput<typeof SubmissionDetail>;

export const MachineRow = v.strictObject({
  id: MachineId,
  prefix: MachinePrefix,
  kind: v.picklist(['screen', 'phone']),
  /** Where it stands, in staff's words: `哈吐村便民服务站`. */
  place: v.nullable(line(30)),
  enrolledAt: Moment,
  lastSeenAt: v.nullable(Moment),
  shows: v.nullable(Count),
  waiting: v.nullable(Count),
  /** Envelopes that it keeps because the server will not take them. */
  refused: v.nullable(Count),
  /** Null until staff know it as one of the hall's. */
  confirmedAt: v.nullable(Moment),
  revocation: v.nullable(v.strictObject({ at: Moment, by: v.nullable(Person), reason: v.string() })),
});
export type MachineRow = v.InferOutput<typeof MachineRow>;

/** Null: nothing is written beside it any more. */
export const PlaceMachine = v.strictObject({ place: v.nullable(line(30)) });
export type PlaceMachine = v.InferOutput<typeof PlaceMachine>;

export const RevokeMachine = v.strictObject({ reason: prose(200) });
export type RevokeMachine = v.InferOutput<typeof RevokeMachine>;

export const IncidentRow = v.strictObject({
  id: Count,
  /** Null: told by a screen that is not enrolled, or that this database does not know. */
  machine: v.nullable(v.strictObject({ prefix: MachinePrefix, kind: v.picklist(['screen', 'phone']) })),
  kind: v.string(),
  /** A receipt number, a snapshot number, a count, or what the browser said. */
  detail: v.string(),
  /** When it was heard last, by the server's clock. */
  heardAt: Moment,
  times: Count,
  seen: v.nullable(v.strictObject({ by: v.nullable(Person), at: Moment })),
});
export type IncidentRow = v.InferOutput<typeof IncidentRow>;

export const SeenIncidents = v.strictObject({
  ids: v.pipe(v.array(Count), v.minLength(1), v.maxLength(200)),
});
export type SeenIncidents = v.InferOutput<typeof SeenIncidents>;

/** An appointment (定时发布) that an edit took away. */
export const VoidedSchedule = v.strictObject({
  id: EntryId,
  kind: v.picklist(entryKinds),
  title: v.string(),
  by: v.nullable(Person),
  at: Moment,
  note: v.nullable(v.string()),
});
export type VoidedSchedule = v.InferOutput<typeof VoidedSchedule>;

export const Today = v.strictObject({
  snapshot: Count,
  toReview: v.array(EntryRow),
  toPublish: Count,
  /** What went out urgently and is not fully signed yet. */
  urgent: v.optional(v.array(EntryRow), []),
  /** One's own drafts that came back. */
  returned: v.optional(v.array(EntryRow), []),
  /** What one had signed and was to go out at a moment, until a colleague edited it. */
  voided: v.optional(v.array(VoidedSchedule), []),
  /** Changes of the hall's settings that wait for this person's signature. */
  hallChanges: v.optional(Count, 0),
  open: v.array(SubmissionRow),
  late: Count,
  machines: v.array(MachineRow),
  /** What screens told and nobody has marked as seen. */
  incidents: v.array(IncidentRow),
  published: v.record(v.picklist(entryKinds), Count),
});
export type Today = v.InferOutput<typeof Today>;
