/*
 * How letters become hanzi. The keyboard knows no dictionary: whoever shows it brings an engine.
 */
export interface Candidate {
  readonly text: string;
  /** How many letters of the buffer it uses up, a closing ' included. */
  readonly length: number;
}

export interface Engine {
  /** Best first; the same letters give the same list until something is learned. */
  readonly candidates: (letters: string) => readonly Candidate[];
  /** The letters cut into syllables, for showing. */
  readonly spell: (letters: string) => string;
  /** Told what was chosen for which letters, when the last of them is used up. */
  readonly learn: (letters: string, text: string) => void;
}

/** Stands in until the real one is there: letters are shown, and written as they are. */
export const noEngine: Engine = { candidates: () => [], spell: (letters) => letters, learn: () => undefined };
