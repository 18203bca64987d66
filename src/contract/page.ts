import * as v from 'valibot';
import { Attachments } from './attachment.ts';
import { Day } from './day-schema.ts';
import { english } from './english-texts.ts';
import { EntryId } from './id.ts';
import { line, oneOf, slug } from './schema.ts';
import { RichText } from './text.ts';

/** A standing page: 公开指南 (条例 Art. 12), 公开目录, 制度, 机构职能, the Regulation's articles. */
export const pageSections = ['指南', '目录', '制度', '机构', '法规', '帮助'] as const;

export const Page = v.strictObject({
  kind: v.literal('page'),
  id: EntryId,
  title: line(40),
  section: oneOf(pageSections),
  /** Who keeps it up to date; without one it is the whole hall's. */
  department: v.exactOptional(slug),
  summary: line(120),
  body: RichText,
  attachments: v.exactOptional(Attachments),
  sample: v.boolean(),
  updatedOn: Day,
  source: v.exactOptional(line(200)),
  en: english,
});
export type Page = v.InferOutput<typeof Page>;
