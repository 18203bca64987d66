import type { Day } from '../../../contract/day.ts';
import { noticesOn } from '../../../contract/notice.ts';
import type { Current, Row } from '../../store/content-db.ts';
import { overOn, withoutOver } from '../../store/timed.ts';

/** What an untouched screen shows in turn. Only what the hall has published is ever on one: nothing of a visitor is known here. */
export type Slide =
  | { readonly kind: 'notice'; readonly key: string; readonly text: string }
  | { readonly kind: 'entry'; readonly key: string; readonly row: Row }
  | { readonly kind: 'hall'; readonly key: 'hall' };

/** `rows`: those of the chosen entries that are published. What is over or withdrawn has no slide. */
export const slidesOf = (
  { hall, counts }: Pick<Current, 'hall' | 'counts'>,
  rows: readonly Row[],
  today: Day,
): readonly Slide[] => {
  const { attract } = hall;
  if (attract?.isOn !== true) return [];
  const chosen = withoutOver(rows, overOn(counts, today));
  return [
    ...(attract.shows.includes('notices')
      ? noticesOn(hall, today).map(({ text }) => ({ kind: 'notice', key: text, text }) as const)
      : []),
    ...chosen.map((row) => ({ kind: 'entry', key: row.id, row }) as const),
    ...(attract.shows.includes('hall') ? [{ kind: 'hall', key: 'hall' } as const] : []),
  ];
};

const MOST_LETTERS = 60;

/** What stands before the first full stop; a longer sentence ends with dots, after a clause where it has one. */
export const oneSentence = (text: string): string => {
  const sentence = /^[^。！？\n]*[。！？]?/.exec(text)?.[0] ?? '';
  if (sentence.length <= MOST_LETTERS) return sentence;
  const cut = sentence.slice(0, MOST_LETTERS - 1);
  const [clauses = ''] = /^.*(?=[，；：])/.exec(cut) ?? [];
  return `${clauses.length > MOST_LETTERS / 2 ? clauses : cut}…`;
};
