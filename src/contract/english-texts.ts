import * as v from 'valibot';
import { Day } from './day-schema.ts';

/**
 * What a hall has written in English too: Chinese text as it stands in the entry → English. English that was written for an earlier
 * Chinese text stays with what that text became, and says so: nobody reads it as if it still held.
 */

const words = (max: number) =>
  v.pipe(
    v.string('这里要写文字。'),
    v.trim(),
    v.nonEmpty('这里不能空着。'),
    v.maxLength(max, `最多 ${max} 个字。`),
    v.regex(/^[\n\t\P{Cc}]*$/u, '不能有不可见的控制字符。'),
    v.regex(/^\P{Cs}*$/u, '这里有断开的半个字。请把它删掉，重新输入。'),
  );

/** A text as it stands, blanks at its ends too: a piece of a sentence may begin with one. */
const chinese = v.pipe(v.string(), v.nonEmpty(), v.maxLength(20_000));

export const StaleEnglish = v.strictObject({
  text: words(20_000),
  /** The Chinese that it was written for. */
  was: chinese,
  /** When the Chinese was changed. */
  on: Day,
});
export type StaleEnglish = v.InferOutput<typeof StaleEnglish>;

export const EnglishText = v.union([words(20_000), StaleEnglish]);
export type EnglishText = v.InferOutput<typeof EnglishText>;

const MOST = 1_000;

export const EnglishTexts = v.pipe(
  v.record(chinese, EnglishText),
  v.check((it) => Object.keys(it).length <= MOST, `英文最多 ${MOST} 处。`),
);
export type EnglishTexts = v.InferOutput<typeof EnglishTexts>;

export const english = v.exactOptional(EnglishTexts);
