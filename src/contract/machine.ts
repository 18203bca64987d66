import * as v from 'valibot';
import { Moment } from './day.ts';
import { Base64Url, HallId, MachineId, MachinePrefix } from './id.ts';

/** Enrolment: a screen makes its own key pair and sends the public half; the server names it and gives its receipt prefix. */
export const Enrolment = v.strictObject({
  /** Raw Ed25519, 32 bytes. */
  publicKey: v.pipe(Base64Url, v.length(43)),
  kind: v.picklist(['screen', 'phone']),
  /**
   * What a machine was named before the server forgot it (an older backup was put back): it asks for the same name, so that
   * what it has filed under it can still arrive.
   */
  former: v.exactOptional(v.strictObject({ machine: MachineId, prefix: MachinePrefix })),
});
export type Enrolment = v.InferOutput<typeof Enrolment>;

export const Enrolled = v.strictObject({ machine: MachineId, prefix: MachinePrefix, hall: HallId });
export type Enrolled = v.InferOutput<typeof Enrolled>;

/** The oldest that nobody has heard yet say most; more wait only when nobody has listened for long. */
export const MOST_INCIDENTS = 200;

/** What staff must know of a screen: a lost database, a refused snapshot or upload. Codes and numbers, nothing of a visitor. */
export const IncidentReport = v.strictObject({
  /** Null before it was enrolled. */
  machine: v.nullable(MachineId),
  incidents: v.pipe(
    v.array(
      v.strictObject({
        at: Moment,
        kind: v.pipe(v.string(), v.regex(/^[a-z-]{1,60}$/)),
        detail: v.pipe(v.string(), v.maxLength(300)),
      }),
    ),
    v.minLength(1),
    v.maxLength(MOST_INCIDENTS),
  ),
});
export type IncidentReport = v.InferOutput<typeof IncidentReport>;

export const EVENT_BEAT_MS = 15_000;
/** Silence after which a screen reopens the event stream. */
export const EVENT_SILENCE_MS = 45_000;
export const POLL_MS = 300_000;
