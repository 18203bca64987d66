import { dayAtHall } from '../../contract/day.ts';
import type { Entry } from '../../contract/entry.ts';
import { contradictionsIn as formContradictions } from '../../contract/form-fault.ts';
import { contradictionsIn as guideContradictions } from '../../contract/guide.ts';
import type { Hall } from '../../contract/hall.ts';
import { contradictionsIn as itemContradictions } from '../../contract/item.ts';
import { personalNumbers, personalNumbersIn } from '../../contract/personal-data.ts';
import type { Fault } from '../../contract/schema.ts';
import { plainText, type RichText } from '../../contract/text.ts';

/** What the schema alone cannot know: words that must be the hall's own, and personal numbers that must not be published. */
export function faultsInHall(entry: Entry, hall: Hall, nowMs: number): readonly Fault[] {
  return [...unknownWords(entry, hall), ...contradictions(entry, nowMs), ...personalData(entry, nowMs)];
}

function contradictions(entry: Entry, nowMs: number): readonly Fault[] {
  if (entry.kind === 'guide') return guideContradictions(entry);
  if (entry.kind === 'form') return formContradictions(entry);
  return entry.kind === 'item' ? itemContradictions(entry, dayAtHall(nowMs)) : [];
}

/** A screen stands where everybody reads: only what is disclosed to everybody is published to it (条例 Arts. 13, 15). */
export function faultsInPublic(entry: Entry): readonly Fault[] {
  if (entry.kind !== 'item') return [];
  const say = (what: string): string =>
    `“${entry.title}”${what}，不能发布到公共屏幕。请改成主动公开、全社会，或者退回这一稿。`;
  return [
    ...(entry.disclosureWay === '主动公开' ? [] : [{ path: ['disclosureWay'], say: say('是依申请公开的') }]),
    ...(entry.scope === '全社会' ? [] : [{ path: ['scope'], say: say('只向特定群体公开') }]),
  ];
}

/** The hall's words that an entry bears. */
export function wordsOfHall(entry: Entry): { readonly department?: string; readonly category?: string } {
  if (entry.kind === 'guide') return { department: entry.handler.department };
  if (entry.kind === 'item') return { department: entry.department, category: entry.category };
  return 'department' in entry ? { department: entry.department } : {};
}

/** What files call it, and what people do. */
type Words = ReadonlyMap<string, string>;
const inWords = (words: Words): string => [...words].map(([id, name]) => `${id}（${name}）`).join('、');

function unknownWords(entry: Entry, hall: Hall): Fault[] {
  const departments = new Map(hall.departments.map(({ id, name }) => [id as string, name]));
  const categories = new Map(hall.categories.map(({ id, label }) => [id as string, label]));
  const fault = (path: readonly string[], value: string, known: Words, what: string): Fault[] =>
    known.has(value) ? [] : [{ path, say: `本厅没有“${value}”这个${what}。请改成：${inWords(known)}。` }];
  if (entry.kind === 'guide') {
    return fault(['handler', 'department'], entry.handler.department, departments, '科室');
  }
  if (!('department' in entry)) return [];
  const its = fault(['department'], entry.department, departments, '科室');
  if (entry.kind !== 'item') return its;
  return [...its, ...fault(['category'], entry.category, categories, '信息分类')];
}

/** What stands for something else than what it looks like: codes of the official lists, and the hall's own. */
const CODES: readonly string[] = ['id', 'codes', 'creditCode'];

/** A hall may print an official's mobile number; nobody's identity number or bank card is ever to be read on a screen. */
export function personalData(value: object, nowMs: number): Fault[] {
  const today = dayAtHall(nowMs);
  return textsIn(value).flatMap(([path, text]) =>
    personalNumbersIn(text, today)
      .filter((kind) => kind !== 'mobile')
      .map((kind) => ({
        path,
        say: `这里有完整的${personalNumbers[kind]}，公开前请遮盖，例如 220821********0014。`,
      })),
  );
}

type Text = readonly [path: readonly (string | number)[], text: string];

function textsIn(value: unknown): Text[] {
  if (typeof value === 'string') return [[[], value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]): Text[] => {
    if (CODES.includes(name)) return [];
    const key = Array.isArray(value) ? Number(name) : name;
    // A block is read as it is shown: a number may be half in bold.
    if (name === 'body' && Array.isArray(part))
      return (part as RichText).map((block, at): Text => [[key, at], plainText([block])]);
    return textsIn(part).map(([path, text]): Text => [[key, ...path], text]);
  });
}
