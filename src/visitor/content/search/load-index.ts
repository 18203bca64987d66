import { effect, signal } from '@preact/signals';
import { searchRows, searchTexts, shown } from '../../store/content.ts';
import type { SearchRow, SearchText } from '../../store/content-db.ts';
import { addWords, buildIndex, type SearchIndex } from './search.ts';

/** The index of what is shown now. It is built when somebody first searches, and anew after a publication. */
export interface LoadedIndex extends SearchIndex {
  readonly docs: readonly SearchRow[];
}

export interface Loaded {
  readonly index: LoadedIndex;
  /** Full words as they are written, for snippets; empty until they are read. */
  readonly words: ReadonlyMap<string, SearchText>;
}

export const loaded = signal<Loaded | null>(null);

const BATCH = 60;

/** Long work in pieces, so that a key pressed meanwhile is answered. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

const load = async (isWanted: () => boolean): Promise<void> => {
  const index = buildIndex(await searchRows()) as LoadedIndex;
  if (!isWanted()) return;
  loaded.value = { index, words: loaded.peek()?.words ?? new Map() };
  const texts = await searchTexts();
  for (let from = 0; from < texts.length; from += BATCH) {
    await breathe();
    if (!isWanted()) return;
    for (const { id, words } of texts.slice(from, from + BATCH)) addWords(index, id, words);
  }
  // Another object, so that what is on the screen is searched again.
  loaded.value = { index, words: new Map(texts.map((text) => [text.id, text])) };
};

let isFollowing = false;

export const loadIndex = (): void => {
  if (isFollowing) return;
  isFollowing = true;
  effect(() => {
    const wanted = shown.value;
    if (wanted) void load(() => shown.peek() === wanted);
  });
};
