import { cut } from '../../../contract/cut.ts';
import type { Hall } from '../../../contract/hall.ts';
import { type Item, itemGenres } from '../../../contract/item.ts';
import { plainText, type RichText } from '../../../contract/text.ts';
import type { Fields } from './column.ts';

/** An item from what was understood of its row; over what it is already, where it is. */
export function itemOfRow(fields: Fields, base: Item | null, hall: Hall): Record<string, unknown> {
  const { indexNo, 'period.from': from, 'period.until': until, ...own } = fields;
  const title = String(own.title ?? '');
  const draft: Record<string, unknown> = {
    publisher: hall.government,
    genre: genreOf(title),
    figures: [],
    body: [],
    disclosureWay: '主动公开',
    scope: '全社会',
    validity: own.abolishedOn === undefined ? '有效' : '废止',
    personalData: '无',
    keywords: [],
    sample: false,
    ...base,
    ...own,
  };
  draft.summary ??= firstWords((draft.body ?? []) as RichText) ?? title;
  if (from !== undefined || until !== undefined)
    draft.period = { ...base?.period, ...given({ from, until }) };
  // A number of another register is never issued here; it is kept so that old papers can be found.
  if (base === null && indexNo !== undefined && own.source === undefined)
    draft.source = `原索引号 ${indexNo}`;
  return draft;
}

const SUMMARY_MAX = 120;

const firstWords = (body: RichText): string | null => {
  const text = plainText(body).split('\n')[0]?.trim() ?? '';
  if (text === '') return null;
  return text.length <= SUMMARY_MAX ? text : `${cut(text, SUMMARY_MAX - 1)}…`;
};

const given = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** By the last words of its name: `……的通知`. */
const genreOf = (title: string): (typeof itemGenres)[number] => {
  const plain = title.replace(/[（(][^）)]*[）)]\s*$/, '');
  const found = itemGenres.find((genre) => plain.endsWith(genre));
  if (found !== undefined) return found;
  if (/(?:预算|决算)(?:公开|情况|报告|表)?$/.test(plain)) return '预决算';
  if (/(?:办法|规定|制度|细则|规则)$/.test(plain)) return '制度';
  return /(?:规划|方案|计划|要点)$/.test(plain) ? '规划' : '其他';
};
