import type { EntryKind } from '../../../contract/entry-name.ts';
import { asksWho, type DepartmentFound, departmentsFor } from '../../../contract/find-department.ts';
import type { Department } from '../../../contract/hall.ts';
import { language } from '../../../ui/words/words.ts';
import type { Language } from '../../../words/language.ts';
import type { Current, SearchRow } from '../../store/content-db.ts';
import type { Word } from '../../t.ts';
import type { Loaded } from './load-index.ts';
import { search } from './search.ts';
import { spelledBy } from './sound.ts';

export interface Group {
  readonly key: string;
  readonly title: Word;
  readonly rows: readonly SearchRow[];
}

export interface Answer {
  /** Who answers for it, where that was asked or is known. */
  readonly departments: readonly DepartmentFound[];
  /** They are what was asked for, and come first. */
  readonly isWhoFirst: boolean;
  readonly groups: readonly Group[];
  readonly count: number;
  /** Nothing holds the whole query; these come near it. */
  readonly isNear: boolean;
}

const GROUPS: readonly {
  readonly key: string;
  readonly title: Word;
  readonly kinds: readonly EntryKind[];
}[] = [
  { key: 'guide', title: '办事指南', kinds: ['guide', 'chart', 'card'] },
  { key: 'form', title: '在这里填表', kinds: ['form'] },
  { key: 'page', title: '说明和制度', kinds: ['page'] },
  { key: 'item', title: '公开信息', kinds: ['item'] },
];

/** A chart or card that bears the name of a guide stands behind that guide and is not listed beside it. */
const withoutDoubles = (rows: readonly SearchRow[]): readonly SearchRow[] => {
  const guides = new Set(rows.filter((row) => row.kind === 'guide').map((row) => row.title));
  return rows.filter((row) => (row.kind !== 'chart' && row.kind !== 'card') || !guides.has(row.title));
};

/** Hits by kind; the kind of the best hit comes first, the order inside each is the engine's. */
export interface Its {
  readonly departments: readonly Department[];
  readonly sounds: Current['sounds'];
}

const NOBODY: Its = { departments: [], sounds: {} };

/** A letter alone is the beginning of everything. */
const FEWEST_LETTERS = 2;

const isHeard = (phrases: readonly string[] = [], letters: string): boolean =>
  letters.length >= FEWEST_LETTERS && phrases.some((phrase) => spelledBy(phrase.split(' '), 0, letters) > 0);

export const answerTo = ({ index }: Loaded, query: string, its: Its = NOBODY): Answer => {
  const found = search(index, query);
  const rows = withoutDoubles(
    found.places.map((place) => index.docs[place]).filter((row): row is SearchRow => row !== undefined),
  );
  const first = rows[0]?.kind;
  const groups = GROUPS.map(({ key, title, kinds }) => ({
    key,
    title,
    rows: rows.filter((row) => kinds.includes(row.kind)),
    isFirst: first !== undefined && kinds.includes(first),
  }))
    .filter((group) => group.rows.length > 0)
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst));
  const behind = found.isNear ? [] : departmentsBehind(rows);
  // Three letters begin many duties: where something bears them already, only a department's own name is heard.
  const most = rows.length > 0 && !found.isNear ? 1 : undefined;
  const heard = (id: string, letters: string): boolean => isHeard(its.sounds[id]?.slice(0, most), letters);
  const departments = departmentsFor(its.departments, query, { behind, heard }).slice(0, MAX_DEPARTMENTS);
  const isWhoFirst = found.isNear || asksWho(query) || departments[0]?.isNamed === true;
  return { departments, isWhoFirst, groups, count: rows.length, isNear: found.isNear };
};

const MAX_DEPARTMENTS = 3;
/** Guides further down have little to do with the question. */
const FIRST_GUIDES = 2;

const departmentsBehind = (rows: readonly SearchRow[]): readonly string[] =>
  rows
    .filter((row) => row.kind === 'guide')
    .slice(0, FIRST_GUIDES)
    .flatMap(({ department }) => department ?? []);

const EXAMPLES: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': [
    '养老金',
    '新农合',
    '低保',
    '低保谁管',
    '宅基地',
    '残疾人证',
    '社保卡',
    '育儿补贴',
    '种地补贴',
    '预算',
  ],
  en: ['pension', 'medical insurance', 'ID card', 'household register', 'birth', 'disability', 'farming'],
};

/** Words to start from: only those that lead somewhere in this hall. */
export const suggestions = (loaded: Loaded): readonly string[] =>
  EXAMPLES[language.value].filter((word) => {
    const found = search(loaded.index, word);
    return found.places.length > 0 && !found.isNear;
  });
