import type { Day } from './day.ts';
import type { Hall } from './hall.ts';

/** The index number (索引号) of an item from the hall's template and the year's next serial; issued once, by the server, at publication. */

type Numbering = Pick<Hall, 'code' | 'creditCode' | 'indexTemplate'>;

const TOKEN = /\{(uscc|region|yyyyMM|yyyy|seq:([1-9]))\}/g;

export const MAX_INDEX_NO = 40;

export const indexNumber = (hall: Numbering, on: Day, serial: number): string =>
  hall.indexTemplate.replace(TOKEN, (_, token: string, width: string | undefined) => {
    if (width !== undefined) return String(serial).padStart(Number(width), '0');
    if (token === 'uscc') return hall.creditCode ?? hall.code;
    if (token === 'region') return hall.code;
    return token === 'yyyy' ? on.slice(0, 4) : on.slice(0, 4) + on.slice(5, 7);
  });

/** What is wrong with a hall's template, in a sentence, or null. A number that was issued stays for ever, so it is tried beforehand. */
export const templateFault = (hall: Numbering): string | null => {
  const { indexTemplate } = hall;
  if (!/\{seq:[1-9]\}/.test(indexTemplate)) return '索引号模板里要有 {seq:5} 这样的流水号。';
  const rest = indexTemplate.replace(TOKEN, '');
  if (/[{}]/.test(rest)) {
    const unknown = /\{[^{}]*\}?/.exec(rest)?.[0] ?? rest;
    return `索引号模板里的“${unknown}”不认识，只能用 {uscc}、{region}、{yyyy}、{yyyyMM}、{seq:5}。`;
  }
  const longest = indexNumber(hall, '2026-12-31' as Day, 99_999);
  return longest.length <= MAX_INDEX_NO
    ? null
    : `照这个模板编出的索引号有 ${longest.length} 个字符（${longest}），最多 ${MAX_INDEX_NO} 个。`;
};
