import { textsOf } from '../../../contract/english.ts';
import type { EnglishText, EnglishTexts } from '../../../contract/english-texts.ts';
import type { Section } from './spec.ts';
import type { Branch } from './tree.ts';

/** English beside its Chinese, part by part as the editor asks the Chinese: what is there, what is missing, what is stale. */

export interface EnglishRow {
  readonly chinese: string;
  readonly english: EnglishText | undefined;
  /** What the hall says for this text everywhere: nobody need write it again. */
  readonly everywhere: string | undefined;
}

export interface EnglishPart {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly EnglishRow[];
}

/** English whose Chinese stands nowhere in the text. */
export const LEFT_OVER = 'left-over';

interface Source {
  readonly sections: readonly Section[];
  readonly entry: Branch;
  readonly en: EnglishTexts;
  /** What the hall says everywhere. */
  readonly hall: EnglishTexts;
  /** What English is called whose Chinese is not here. */
  readonly leftOver: string;
}

export const englishParts = ({ sections, entry, en, hall, leftOver }: Source): readonly EnglishPart[] => {
  const seen = new Set<string>();
  const rowsOf = (chinese: readonly string[]): readonly EnglishRow[] =>
    chinese.flatMap((text) => {
      if (seen.has(text)) return [];
      seen.add(text);
      const everywhere = hall[text];
      return [
        {
          chinese: text,
          english: en[text],
          everywhere: typeof everywhere === 'string' ? everywhere : undefined,
        },
      ];
    });
  const named = sections.map(({ id, title, fields }) => ({
    id,
    title,
    rows: rowsOf(fields.flatMap(({ key }) => textsOf({ [key]: entry[key] }))),
  }));
  const rest = { id: 'rest', title: '其他', rows: rowsOf(textsOf(entry)) };
  const left = { id: LEFT_OVER, title: leftOver, rows: rowsOf(Object.keys(en)) };
  return [...named, rest, left].filter(({ rows }) => rows.length > 0);
};

/** Something is to be done: no English, or English that is stale. */
export const isToDo = ({ english, everywhere }: EnglishRow): boolean =>
  english === undefined ? everywhere === undefined : typeof english !== 'string';

export interface EnglishCount {
  readonly all: number;
  readonly written: number;
  readonly stale: number;
}

export const countEnglish = (parts: readonly EnglishPart[]): EnglishCount => {
  const rows = parts.filter(({ id }) => id !== LEFT_OVER).flatMap((part) => part.rows);
  return {
    all: rows.length,
    written: rows.filter(({ english, everywhere }) => english !== undefined || everywhere !== undefined)
      .length,
    stale: rows.filter(({ english }) => english !== undefined && typeof english !== 'string').length,
  };
};

/** `共 86 句，写了 80 句，其中 2 句的中文后来改过。` */
export const englishCountInWords = ({ all, written, stale }: EnglishCount): string => {
  if (written === 0) return `共 ${all} 句，都还没有英文。`;
  const rest = stale === 0 ? '' : `，其中 ${stale} 句的中文后来改过，英文要看看`;
  return `共 ${all} 句，${written === all ? '都有英文' : `${written} 句有英文`}${rest}。`;
};
