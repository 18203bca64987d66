import * as v from 'valibot';
import { Base64Url, HallId, MachineId, MachinePrefix } from './id.ts';

/** Enrolment: a screen makes its own key pair and sends the public half; the server names it and gives its receipt prefix. */
export const Enrolment = v.strictObject({
  /** Raw Ed25519, 32 bytes. */
  publicKey: v.pipe(Base64Url, v.length(43)),
  kind: v.picklist(['screen', 'phone']),
});
export type Enrolment = v.InferOutput<typeof Enrolment>;

export const Enrolled = v.strictObject({ machine: MachineId, prefix: MachinePrefix, hall: HallId });
export type Enrolled = v.InferOutput<typeof Enrolled>;

export const EVENT_BEAT_MS = 15_000;
/** Silence after which a screen reopens the event stream. */
export const EVENT_SILENCE_MS = 45_000;
export const POLL_MS = 300_000;
