import * as v from 'valibot';
import { Moment } from './day-schema.ts';
import { Base64Url, HallId, MachineId, MachinePrefix } from './id.ts';
import type { ProblemCode } from './problem.ts';

/** Enrolment: a screen makes its own key pair and sends the public half; the server names it and gives its receipt prefix. */
export const Enrolment = v.strictObject({
  /** Raw Ed25519, 32 bytes. */
  publicKey: v.pipe(Base64Url, v.length(43)),
  /** `screen`: the hall's own; `phone`: whatever a visitor reads the site with. What it says of itself. */
  kind: v.picklist(['screen', 'phone']),
  /**
   * What a machine was named before the server forgot it (an older backup was put back): it asks for the same name, so that
   * what it has filed under it can still arrive.
   */
  former: v.exactOptional(v.strictObject({ machine: MachineId, prefix: MachinePrefix })),
});
export type Enrolment = v.InferOutput<typeof Enrolment>;

/**
 * The machine's id is random (82 bits) and known to it, the server and the desk alone. What only informs staff (a sighting, an
 * incident) or only shares out tries is therefore believed by the id; what is filed is believed by the signature.
 */
export const Enrolled = v.strictObject({ machine: MachineId, prefix: MachinePrefix, hall: HallId });
export type Enrolled = v.InferOutput<typeof Enrolled>;

/** Filings that are taken from a phone, and from a screen that staff have not confirmed as the hall's. */
export const UNCONFIRMED_PER_HOUR = { phone: 20, screen: 60 } as const;

/** The oldest that nobody has heard yet say most; more wait only when nobody has listened for long. */
export const MOST_INCIDENTS = 200;

/** What staff must know of a screen: a lost database, a refused snapshot or upload. Codes and numbers, nothing of a visitor. */
export const IncidentKind = v.pipe(v.string(), v.regex(/^[a-z-]{1,60}$/));

/** A filing that will not be taken; its detail is the receipt number. The screen tells it, and the server where it can. */
export const uploadIncident = (code: ProblemCode): string => `upload-${code}`;

export const IncidentReport = v.strictObject({
  /** Null before it was enrolled. */
  machine: v.nullable(MachineId),
  incidents: v.pipe(
    v.array(
      v.strictObject({
        at: Moment,
        kind: IncidentKind,
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
