/*
 * What one visitor has chosen, for as long as they stand here. Plain data that nobody changes in place: it lies in the session's
 * memory and goes with the wipe.
 */
import { afterApostrophe } from './spelling.ts';

/** Letters without apostrophes → texts chosen for them, the latest first. */
export type PinyinMemory = Readonly<Record<string, readonly string[]>>;

const PER_KEYS = 4;

export function learn(memory: PinyinMemory, keys: string, text: string): PinyinMemory {
  const letters = keys.replaceAll("'", '');
  const others = (Object.hasOwn(memory, letters) ? (memory[letters] ?? []) : []).filter(
    (each) => each !== text,
  );
  return { ...memory, [letters]: [text, ...others].slice(0, PER_KEYS) };
}

/** What was chosen for letters that stand here. */
export function learnedAt(
  memory: PinyinMemory | undefined,
  keys: string,
  at: number,
): readonly { readonly end: number; readonly text: string }[] {
  if (memory === undefined) return [];
  return Object.entries(memory).flatMap(([letters, texts]) => {
    const end = endOf(keys, at, letters);
    return end === undefined ? [] : texts.map((text) => ({ end, text }));
  });
}

function endOf(keys: string, at: number, letters: string): number | undefined {
  let end = at;
  for (const letter of letters) {
    if (keys[end] !== letter) return undefined;
    end = afterApostrophe(keys, end + 1);
  }
  return end;
}
