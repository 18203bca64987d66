import { type Attachment, fileTypes } from '../../contract/attachment.ts';
import type { Day } from '../../contract/day.ts';
import type { EntryDetail } from '../../contract/desk.ts';
import { staleIn, textsOf } from '../../contract/english.ts';
import type { Entry } from '../../contract/entry.ts';
import { type FileDetail, fileStateInWords } from '../../contract/file.ts';
import { findingKinds, isInAttachment } from '../../contract/finding.ts';
import { maskIn } from '../../contract/personal-data.ts';
import { sizeInWords } from './attachment/use-uploads.ts';
import { placeInWords } from './editor/fault.ts';
import { branchOfEntry } from './writing.ts';

/** What the review sheet says of files, pictures and the scan: enough to know on paper that it was these very bytes. */

/** Enough of a digest to tell two files apart, little enough to compare by eye. */
const SHOWN_DIGEST = 12;

const digestInWords = (digest: string): string => `校验码 ${digest.slice(0, SHOWN_DIGEST)}…`;

export const attachmentsOf = (entry: Entry): readonly Attachment[] =>
  'attachments' in entry ? (entry.attachments ?? []) : [];

/** What the server knows of each file; null where it could not be asked. */
export type Known = ReadonlyMap<string, FileDetail | null>;

/** `收支表.pdf：PDF，1.2 MB，3 页，校验码 mF3k0a9Xq2bZ…`; null for a kind of entry that has none. */
export const attachmentLines = (entry: Entry, known: Known): readonly string[] | null => {
  if (entry.kind !== 'item' && entry.kind !== 'page') return null;
  return attachmentsOf(entry).map(({ file, name }) => {
    const detail = known.get(file);
    if (!detail) return `${name}：没有查到这个文件，${digestInWords(file)}`;
    const state = detail.state === 'ready' ? `${detail.pages.length} 页` : fileStateInWords(detail);
    return `${name}：${fileTypes[detail.type].label}，${sizeInWords(detail.bytes)}，${state}，${digestInWords(file)}`;
  });
};

/** `流程示意图：800 × 600，40 KB，校验码 …`; null for a kind of entry that has no text of its own. */
export const pictureLines = (entry: Entry): readonly string[] | null => {
  if (!('body' in entry)) return null;
  return entry.body.flatMap((block) => {
    if (block.type !== 'image') return [];
    const { file, width, height, bytes } = block.picture;
    return [`${block.alt}：${width} × ${height}，${sizeInWords(bytes)}，${digestInWords(file)}`];
  });
};

/** `40 句，其中 2 句……`; null for an entry that has none. What no longer fits its Chinese is said here. */
export const englishInWords = (entry: Entry): string | null => {
  const chinese = Object.keys(entry.en ?? {});
  if (chinese.length === 0) return null;
  const texts = new Set(textsOf(entry));
  const unfit = chinese.filter((text) => !texts.has(text)).length;
  const stale = staleIn(entry).length;
  return [
    `${chinese.length} 句`,
    ...(stale === 0 ? [] : [`其中 ${stale} 句的中文后来改过，屏幕上说明以中文为准`]),
    ...(unfit === 0 ? [] : [`其中 ${unfit} 句对应的中文已经没有了，屏幕上不显示`]),
  ].join('，');
};

/** What the scan points out, in attachments too. Paper goes from hand to hand: numbers stand masked on it. */
export const findingLines = ({ kind, entry, findings }: EntryDetail, today: Day): readonly string[] =>
  findings.map((finding) => {
    const what = `${findingKinds[finding.kind]}：${maskIn(finding.word, today)}`;
    if (isInAttachment(finding)) return what;
    return `${placeInWords(kind, branchOfEntry(entry), finding.path)}，${what}`;
  });
