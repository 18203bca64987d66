import { dayAtHall } from '../../contract/day.ts';
import type { Entry } from '../../contract/entry.ts';
import type { Hall } from '../../contract/hall.ts';
import { personalNumbers, personalNumbersIn } from '../../contract/personal-data.ts';
import type { Fault } from '../../contract/schema.ts';
import { plainText } from '../../contract/text.ts';

/** What the schema alone cannot know: words that must be the hall's own, and personal numbers that must not be published. */
export function faultsInHall(entry: Entry, hall: Hall, nowMs: number): readonly Fault[] {
  return [...unknownWords(entry, hall), ...personalData(entry, nowMs)];
}

function unknownWords(entry: Entry, hall: Hall): Fault[] {
  const departments = hall.departments.map((each) => each.id);
  const categories = hall.categories.map((each) => each.id);
  const fault = (path: readonly string[], value: string, known: readonly string[], what: string): Fault[] =>
    known.includes(value)
      ? []
      : [{ path, say: `本厅没有“${value}”这个${what}。hall.yaml 里有：${known.join('、')}。` }];
  if (entry.kind === 'guide') {
    return fault(['handler', 'department'], entry.handler.department, departments, '部门');
  }
  if (entry.kind !== 'item') return [];
  return [
    ...fault(['department'], entry.department, departments, '部门'),
    ...fault(['category'], entry.category, categories, '信息分类'),
  ];
}

/** A hall may print an official's mobile number; nobody's identity number or bank card is ever to be read on a screen. */
function personalData(entry: Entry, nowMs: number): Fault[] {
  if (entry.kind !== 'item' && entry.kind !== 'page') return [];
  const today = dayAtHall(nowMs);
  const places: [readonly (string | number)[], string][] = [
    [['title'], entry.title],
    [['summary'], entry.summary],
    ...entry.body.map((block, at): [readonly (string | number)[], string] => [
      ['body', at],
      plainText([block]),
    ]),
  ];
  return places.flatMap(([path, text]) =>
    personalNumbersIn(text, today)
      .filter((kind) => kind !== 'mobile')
      .map((kind) => ({
        path,
        say: `这里有完整的${personalNumbers[kind]}，公开前请遮盖，例如 220821********0014。`,
      })),
  );
}
