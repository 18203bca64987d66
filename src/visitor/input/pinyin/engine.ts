import type { Candidate, Engine } from '../../../ui/keyboard/engine.ts';
import { keepTyped, memory } from '../../session/memory.ts';
import { loadInputData } from '../data.ts';
import { candidates, spell } from './candidates.ts';
import { learn, type PinyinMemory } from './memory.ts';

/** The keyboard's engine: what was chosen lies in the session's memory and goes with the wipe. */
export const loadPinyinEngine = async (): Promise<Engine> => {
  const data = await loadInputData('pinyin');
  let last: { letters: string; typed: PinyinMemory; found: readonly Candidate[] } | null = null;
  return {
    // A press and the frame after it ask for the same.
    candidates(letters) {
      const { typed } = memory.peek();
      if (last?.letters !== letters || last.typed !== typed)
        last = { letters, typed, found: candidates(data, letters, typed) };
      return last.found;
    },
    spell: (letters) => spell(data, letters),
    learn: (letters, text) => keepTyped(learn(memory.peek().typed, letters, text)),
  };
};
