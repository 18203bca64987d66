import { stringify } from 'yaml';
import type { Entry } from '../../../contract/entry.ts';
import { nameOf } from '../../../contract/entry-name.ts';
import type { PublishedObject } from '../../../contract/published.ts';
import { picturesIn, type RichText } from '../../../contract/text.ts';
import { canonical } from '../../../seal/canonical.ts';
import { readFile } from '../import/content-file.ts';
import type { Pictures } from '../import/rich-text.ts';
import { markdownOf } from './markdown.ts';

/** One published object as the very file that `content:import` reads. */
export interface ContentFile {
  /** Within the folder: `guide/pension-claim.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** Promise: the file, read again, is the object; where Markdown cannot say a text, its tree is written out instead. */
export function contentFileOf(object: PublishedObject): ContentFile {
  switch (object.type) {
    case 'hall':
      return proven({ path: 'hall.yaml', text: yaml(object.hall) }, object.hall);
    case 'calendar':
      return proven(
        { path: `calendar/${object.calendar.year}.yaml`, text: yaml(object.calendar) },
        object.calendar,
      );
    case 'entry':
      return entryFile(object.entry);
  }
}

function entryFile(entry: Entry): ContentFile {
  const folder = `${entry.kind}/${nameOf(entry.id)}`;
  const { kind: _kind, id: _id, ...fields } = entry;
  const tree = { path: `${folder}.yaml`, text: yaml(fields) };
  if (!('body' in fields)) return proven(tree, entry);
  const { body, ...meta } = fields;
  const markdown = { path: `${folder}.md`, text: `---\n${yaml(meta)}---\n\n${markdownOf(body)}\n` };
  return isSame(markdown, entry) ? markdown : proven(tree, entry);
}

const yaml = (value: object): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

function proven(file: ContentFile, value: object): ContentFile {
  if (!isSame(file, value)) throw new Error(`${file.path} would not be read back as it is`);
  return file;
}

function picturesOf(value: object): Pictures {
  const blocks = 'body' in value ? picturesIn(value.body as RichText) : [];
  return new Map(blocks.map((picture) => [picture.file, { picture }]));
}

function isSame({ path, text }: ContentFile, value: object): boolean {
  const { content } = readFile(path, text, picturesOf(value));
  if (content === null) return false;
  const read =
    content.type === 'entry' ? content.entry : content.type === 'hall' ? content.hall : content.calendar;
  return canonical(read) === canonical(value);
}
