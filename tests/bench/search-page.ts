import { effect } from '@preact/signals';
import MiniSearch from 'minisearch';
import { fold } from '../../src/visitor/content/search/fold.ts';
import { answerTo } from '../../src/visitor/content/search/groups.ts';
import { loaded, loadIndex } from '../../src/visitor/content/search/load-index.ts';
import { openContentStore, searchRows, searchTexts } from '../../src/visitor/store/content.ts';
import type { SearchRow, SearchText } from '../../src/visitor/store/content-db.ts';
import { type Query, queriesFrom } from './queries.ts';

/** What runs in the page: the screen's own search, and what it is compared with, over the rows that the screen holds. */
export type Subject = 'ours' | 'scan' | 'minisearch';

export interface SearchRun {
  readonly subject: Subject;
  readonly kind: string;
  readonly query: string;
  readonly ms: number;
  /** Share of what a plain scan finds, of at most a hundred; null before that was prepared. */
  readonly recall: number | null;
}

interface Load {
  readonly readMs: number;
  readonly namesMs: number;
  readonly wordsMs: number;
}

interface SearchBench {
  readonly load: () => Promise<Load>;
  /** What would take minutes on a slow machine and is not measured: a peer's index, and what a scan finds. */
  readonly prepare: (subject: Subject) => void;
  /** Each query of the set, or every n-th: a scan takes long. */
  readonly ask: (subject: Subject, step: number) => SearchRun[];
}

declare global {
  var searchBench: SearchBench;
}

const ENOUGH = 100;

/** Folded strings of one entry, as the screen folds them. */
interface Plain {
  readonly id: string;
  readonly names: readonly string[];
  readonly words: string;
  readonly syllables: readonly (readonly string[])[];
  readonly initials: readonly string[];
}

let plain: readonly Plain[] = [];
let queries: readonly Query[] = [];
let mini: MiniSearch<Plain> | null = null;
const truths = new Map<string, ReadonlySet<string>>();

const load = async (): Promise<Load> => {
  await openContentStore();
  const startedAt = performance.now();
  const [rows, texts] = [await searchRows(), await searchTexts()];
  const readMs = performance.now() - startedAt;
  plain = plainOf(rows, texts);
  queries = queriesFrom(rows, texts);
  return { readMs, ...(await loadOurs()) };
};

/** The first index has names and sounds; that which replaces it has all words. */
const loadOurs = (): Promise<{ namesMs: number; wordsMs: number }> =>
  new Promise((resolve) => {
    const startedAt = performance.now();
    let namesMs = 0;
    effect(() => {
      if (loaded.value === null) return;
      if (namesMs === 0) namesMs = performance.now() - startedAt;
      if (loaded.value.words.size > 0) resolve({ namesMs, wordsMs: performance.now() - startedAt });
    });
    loadIndex();
  });

const plainOf = (rows: readonly SearchRow[], texts: readonly SearchText[]): Plain[] => {
  const words = new Map(texts.map((each) => [each.id, each.words]));
  return rows.map((row) => ({
    id: row.id,
    names: [row.title, ...row.aliases].map(fold),
    words: fold(words.get(row.id) ?? ''),
    syllables: row.pinyin.map((each) => each.split(' ')),
    initials: row.initials,
  }));
};

/** Every string, one by one: for letters also whole syllables from the beginning of one, and first letters. */
const scan = ({ text, kind }: Query): string[] => {
  const isLatin = kind !== 'hanzi';
  const begins = (list: readonly string[]): boolean =>
    list.some((_, from) => list.slice(from).join('').startsWith(text));
  return plain
    .filter(
      ({ names, words, syllables, initials }) =>
        names.some((each) => each.includes(text)) ||
        words.includes(text) ||
        (isLatin && (initials.some((each) => each.includes(text)) || syllables.some(begins))),
    )
    .map(({ id }) => id);
};

/** Hanzi in pairs, letters as syllables and as first letters; all pieces must be found. */
const pairs = (text: string): string[] =>
  text
    .split(/[^\u4e00-\u9fffa-z0-9]+/)
    .flatMap((run) =>
      run.length < 3 || /^[a-z0-9]+$/.test(run)
        ? [run]
        : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
    )
    .filter(Boolean);

const buildMini = (): MiniSearch<Plain> => {
  const index = new MiniSearch<Plain>({
    fields: ['names', 'words', 'sounds'],
    extractField: (entry, field) => {
      if (field === 'id') return entry.id;
      if (field === 'names') return entry.names.join('\n');
      if (field === 'words') return entry.words;
      const flat = entry.syllables.flatMap((list) => list.map((_, at) => list.slice(at).join('')));
      const first = entry.initials.flatMap((each) => [...each].map((_, at) => each.slice(at)));
      return [...flat, ...first].join(' ');
    },
    tokenize: pairs,
  });
  index.addAll(plain);
  return index;
};

const prepare = (subject: Subject): void => {
  if (subject === 'minisearch') mini ??= buildMini();
  if (subject === 'scan') for (const query of queries) truths.set(nameOf(query), new Set(scan(query)));
};

const nameOf = ({ kind, text }: Query): string => `${kind} ${text}`;

const askOne = (subject: Subject, query: Query): readonly string[] => {
  if (subject === 'scan') return scan(query);
  if (subject === 'minisearch') {
    const prefix = query.kind !== 'hanzi';
    return mini?.search(query.text, { combineWith: 'AND', prefix }).map(({ id }) => id as string) ?? [];
  }
  if (loaded.peek() === null) throw new Error('nothing is loaded');
  const answer = answerTo(loaded.peek() as NonNullable<typeof loaded.value>, query.text);
  return answer.isNear ? [] : answer.groups.flatMap(({ rows }) => rows.map(({ id }) => id as string));
};

const ask = (subject: Subject, step: number): SearchRun[] =>
  queries
    .filter((_, at) => at % step === 0)
    .map((query) => {
      const startedAt = performance.now();
      const found = askOne(subject, query);
      const ms = performance.now() - startedAt;
      return { subject, kind: query.kind, query: query.text, ms, recall: recallOf(found, query) };
    });

/** A chart that bears the name of a guide stands behind it and is not listed: it is not missing. */
const recallOf = (found: readonly string[], query: Query): number | null => {
  const truth = truths.get(nameOf(query));
  if (truth === undefined) return null;
  const wanted = [...truth].filter((id) => !id.startsWith('chart/') && !id.startsWith('card/'));
  const hits = found.filter((id) => truth.has(id)).length;
  return wanted.length === 0 ? 1 : Math.min(1, hits / Math.min(ENOUGH, wanted.length));
};

globalThis.searchBench = { load, prepare, ask };
