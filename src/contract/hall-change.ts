import * as v from 'valibot';
import { Moment } from './day-schema.ts';
import { Person } from './desk.ts';
import { Hall } from './hall.ts';
import { Digest, EntryId } from './id.ts';
import { prose } from './schema.ts';

/** The hall's settings are changed by one person and signed by another, and go out as a snapshot of their own. */

const N = v.pipe(v.number(), v.integer(), v.minValue(1));

export const hallChangeStates = ['waiting', 'signed', 'returned', 'replaced'] as const;
export type HallChangeState = (typeof hallChangeStates)[number];
export const hallChangeStateInWords = {
  waiting: '等签发',
  signed: '已签发，屏幕上已换',
  returned: '退回了',
  replaced: '被后来的改动代替',
} as const satisfies Record<(typeof hallChangeStates)[number], string>;

/** `c7`: a change at the desk; `s3`: what a snapshot brought in another way, an import or a roll-back. */
export const HallVersionKey = v.pipe(v.string(), v.regex(/^[cs][1-9]\d{0,8}$/));
export type HallVersionKey = v.InferOutput<typeof HallVersionKey>;

export const hallVersionInWords = (key: string): string =>
  key.startsWith('c') ? `第 ${key.slice(1)} 次改动` : `第 ${key.slice(1)} 版的设置`;

export const HallChangeRow = v.strictObject({
  n: N,
  by: v.nullable(Person),
  at: Moment,
  state: v.picklist(hallChangeStates),
  decidedBy: v.nullable(Person),
  decidedAt: v.nullable(Moment),
  note: v.nullable(v.string()),
  /** Which earlier settings it brings back, in words. */
  origin: v.nullable(v.string()),
});
export type HallChangeRow = v.InferOutput<typeof HallChangeRow>;

export const HallSettings = v.strictObject({
  /** What screens show now; a change names the one that it began from. */
  digest: Digest,
  hall: Hall,
  waiting: v.nullable(v.strictObject({ ...HallChangeRow.entries, hall: Hall })),
  /** Newest first. */
  past: v.array(HallChangeRow),
});
export type HallSettings = v.InferOutput<typeof HallSettings>;

/** What is published and can be chosen for the screens' slides: known to who keeps the hall without reading any draft. */
export const HallEntry = v.strictObject({ id: EntryId, title: v.string() });
export type HallEntry = v.InferOutput<typeof HallEntry>;

export const SaveHall = v.strictObject({
  basedOn: Digest,
  hall: v.unknown(),
  /** The earlier settings that it began with. */
  restoredFrom: v.exactOptional(HallVersionKey),
});
export type SaveHall = v.InferOutput<typeof SaveHall>;

export const DecideHall = v.strictObject({
  n: N,
  decision: v.picklist(['sign', 'return']),
  note: v.exactOptional(prose(500)),
});
export type DecideHall = v.InferOutput<typeof DecideHall>;
