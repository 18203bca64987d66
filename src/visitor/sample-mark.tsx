import type { ComponentChildren } from 'preact';
import type { Hall } from '../contract/hall.ts';
import { Tag } from '../ui/tag.tsx';
import { t } from './t.ts';

/**
 * 示例: not confirmed for this hall. The same small mark beside every name and value of that kind, wherever it stands; on paper
 * and inside a sentence the word in brackets.
 */

/** What a hall wrote may say it by itself. */
const SAYS_SO = /示例|sample/i;

export interface MarkedProps {
  readonly isSample: boolean | undefined;
  readonly children?: ComponentChildren;
}

/** What is shown, and the mark behind it when it is sample data. */
export function Marked({ isSample, children }: MarkedProps) {
  return (
    <>
      {children}
      {isSample && (
        <>
          {' '}
          <Tag>{t('示例')}</Tag>
        </>
      )}
    </>
  );
}

/** The same in plain letters; text that says it by itself is left as it is. */
export const markedWords = (words: string, isSample: boolean): string =>
  isSample && !SAYS_SO.test(words) ? t('{words}（示例）', { words }) : words;

type HallElement = Hall['sample'][number];

export const isSampleHall = (hall: Hall, element: HallElement): boolean => hall.sample.includes(element);

/** Where a person is found who helps: a window, and so known as well as the windows are. */
export const helpAtInWords = (hall: Hall): string =>
  markedWords(hall.helpAt, isSampleHall(hall, 'departments'));

/** An index number begins with the hall's credit code where the template says so. */
export const isSampleIndexNo = (hall: Hall | undefined, indexNo: string): boolean =>
  hall?.creditCode !== undefined && isSampleHall(hall, 'creditCode') && indexNo.includes(hall.creditCode);

export interface MarkedLine {
  readonly term: string;
  readonly detail: string;
  readonly isSample?: boolean;
}

/** A line of a definition list, with the mark behind its value, which may be shown in another way than as plain letters. */
export const markedRow = ({ term, detail, isSample }: MarkedLine, shown: ComponentChildren = detail) => ({
  term,
  detail: <Marked isSample={isSample === true && !SAYS_SO.test(detail)}>{shown}</Marked>,
});
