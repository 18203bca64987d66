import * as v from 'valibot';
import { MAX_PASSWORD } from './account.ts';
import { line } from './schema.ts';

/** 两步验证: a code of a person's telephone beside the password. Optional; each switches it on for themselves. */

export const SecondStep = v.strictObject({
  isOn: v.boolean(),
  /** Recovery codes that are left. */
  codesLeft: v.pipe(v.number(), v.integer()),
});
export type SecondStep = v.InferOutput<typeof SecondStep>;

/** Switching on and off asks for the password: the desk may have been left open. */
export const WithPassword = v.strictObject({
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_PASSWORD)),
});
export type WithPassword = v.InferOutput<typeof WithPassword>;

/** Shown until it is confirmed by a code: as text, and as an address that an app reads from a QR code. */
export const NewSecret = v.strictObject({ secret: v.string(), uri: v.string() });
export type NewSecret = v.InferOutput<typeof NewSecret>;

export const ConfirmSecondStep = v.strictObject({ code: line(40) });
export type ConfirmSecondStep = v.InferOutput<typeof ConfirmSecondStep>;

/** Each lets in once when the telephone is lost. In this answer and nowhere else. */
export const RecoveryCodes = v.strictObject({ codes: v.array(v.string()) });
export type RecoveryCodes = v.InferOutput<typeof RecoveryCodes>;

export const RECOVERY_CODES = 8;
