/** Why something was refused. None of these is ever shown to people; callers turn them into a problem. */
export type SealFault =
  /** text that is not strict base64url, hex or UTF-8 */
  | 'illegal-text'
  /** a key of the wrong length, form or kind */
  | 'illegal-key'
  /** a value that has no canonical JSON, an alphabet or a number out of range */
  | 'illegal-value'
  /** a version or suite that this program does not know */
  | 'unknown-suite'
  /** wrong key, or something was changed on the way */
  | 'cannot-open';

/** The only error that this folder throws by itself. Its message names no secret and no content. */
export class SealError extends Error {
  override readonly name = 'SealError';
  readonly fault: SealFault;

  constructor(fault: SealFault, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.fault = fault;
  }
}
