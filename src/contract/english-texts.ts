import * as v from 'valibot';
import { prose } from './schema.ts';

/**
 * What a hall has written in English too: Chinese text as it stands in the entry → English. When the Chinese is changed its
 * English no longer fits and is not shown, so that nobody reads what no longer holds.
 */
export const EnglishTexts = v.pipe(
  v.record(prose(3_000), prose(4_000)),
  v.check((it) => Object.keys(it).length <= 300, '英文最多 300 处。'),
);
export type EnglishTexts = v.InferOutput<typeof EnglishTexts>;

export const english = v.exactOptional(EnglishTexts);
