/**
 * Input methods (pinyin and the like) and keys, in one place. While somebody composes, Enter, Escape, space and arrows are the input
 * method's: they choose a word, and must not submit, close, move or save. Chromium says `isComposing`; Safari ends the composition
 * before the key that ended it, and gives only key code 229; some Android keyboards give nothing but 229.
 */

/** The code of a key that an input method has taken. */
const TAKEN_KEY_CODE = 229;

export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === TAKEN_KEY_CODE;

/** A key on its way to a handler of ours, or null when it belongs to an input method. */
export const onKey =
  <E extends KeyboardEvent>(work: (event: E) => void) =>
  (event: E): void => {
    if (!isComposing(event)) work(event);
  };
