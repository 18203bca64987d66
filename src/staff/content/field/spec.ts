import type { EntryKind } from '../../../contract/entry-name.ts';
import type { Hall } from '../../../contract/hall.ts';
import type { Choice } from '../../part/field.tsx';
import type { Branch, Tree } from './tree.ts';

/**
 * What an entry is made of, as a table: the editor draws its fields from it, the difference and the read-only view take their words
 * from it. A new element of an entry is a new row here.
 */

/** Choices that only the hall's settings know. */
export type Choices = readonly Choice[] | 'departments' | 'categories';

interface Common {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: true;
  /** Takes half, or a third, of the row beside its neighbours. */
  readonly isHalf?: true;
  readonly isThird?: true;
  /** Shown only while a neighbour has one of these values. */
  readonly onlyWhen?: { readonly key: string; readonly is: readonly Tree[] };
}

export type Field = Common &
  (
    | { readonly as: 'line'; readonly max: number }
    | { readonly as: 'prose'; readonly max: number; readonly lines?: number }
    | { readonly as: 'number'; readonly unit?: string }
    | { readonly as: 'day' }
    | { readonly as: 'yes' }
    /** `isNumber`: its values are numbers. */
    | { readonly as: 'pick'; readonly choices: Choices; readonly isNumber?: true }
    | { readonly as: 'picks'; readonly choices: readonly Choice[] }
    /** A colour by its name. */
    | { readonly as: 'swatch'; readonly choices: readonly Choice[] }
    /** Short words, one a line. */
    | { readonly as: 'words' }
    /** Sentences, one a row. */
    | { readonly as: 'lines'; readonly one: string; readonly max: number }
    | { readonly as: 'entry'; readonly kind: EntryKind }
    /** Published entries of some kinds, in an order of one's own. */
    | { readonly as: 'entries'; readonly kinds: readonly EntryKind[]; readonly max: number }
    /** A step or question of the same entry, named by its short name. */
    | { readonly as: 'inner' }
    | { readonly as: 'inners' }
    /** Some of the choices, in an order of one's own. */
    | { readonly as: 'order'; readonly choices: readonly Choice[] }
    /** Options of the question that a neighbour names. */
    | { readonly as: 'answers'; readonly of: string }
    /** A short name that the desk gives by itself: nobody types, reads or compares it. */
    | { readonly as: 'key' }
    | { readonly as: 'duration' }
    | { readonly as: 'group'; readonly fields: readonly Field[] }
    | { readonly as: 'rows'; readonly one: string; readonly fields: readonly Field[]; readonly blank: Branch }
    /** One of several shapes, told apart by a key of its own. */
    | {
        readonly as: 'variant';
        readonly on: string;
        readonly cases: readonly VariantCase[];
      }
    | { readonly as: 'blocks' }
    /** Files that belong to the entry. */
    | { readonly as: 'files' }
    /** English of the Chinese texts of the entry. */
    | { readonly as: 'english' }
  );

export interface VariantCase {
  readonly is: Tree;
  readonly label: string;
  readonly fields: readonly Field[];
  readonly blank: Branch;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly Field[];
}

/** What the desk calls an element; what it no longer knows keeps its own name. */
export const labelOf = (sections: readonly Section[], key: string): string =>
  sections.flatMap((section) => section.fields).find((field) => field.key === key)?.label ?? key;

export const choices = (values: readonly string[]): readonly Choice[] => values.map((each) => [each, each]);
export const choicesOf = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words);

export const choicesIn = (of: Choices, hall: Hall | null): readonly Choice[] => {
  if (of === 'departments') return hall?.departments.map((each) => [each.id, each.name] as const) ?? [];
  if (of === 'categories') return hall?.categories.map((each) => [each.id, each.label] as const) ?? [];
  return of;
};

export const isAsked = (field: Field, branch: Branch): boolean =>
  field.as !== 'key' &&
  (field.onlyWhen === undefined || field.onlyWhen.is.includes(branch[field.onlyWhen.key] ?? ''));

/** The measure word of what a row is called: `加一样材料`. */
const measures: Readonly<Record<string, string>> = {
  材料: '样',
  表: '张',
  地点: '个',
  程序: '个',
  项目: '个',
  问题: '个',
  数字: '个',
  期限: '个',
  电话: '个',
  权利: '项',
  义务: '项',
  // Measure words themselves.
  句: '',
  组: '',
};

export const addWords = (one: string): string =>
  one.startsWith('一') ? `加${one}` : `加一${measures[one] ?? '条'}${one}`;
