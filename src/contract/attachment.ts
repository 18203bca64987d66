import * as v from 'valibot';
import { cut } from './cut.ts';
import { Digest } from './id.ts';
import { count, line, list } from './schema.ts';

/**
 * Files that belong to an entry (附件), and the pages that the server makes of them, so that a screen without network and without
 * Office or a PDF reader shows what they say. Bytes are named by their digest and never change.
 */

export const MAX_ATTACHMENTS = 20;
/** Bytes of one file as an editor gives it. */
export const MAX_FILE_BYTES = 30_000_000;
export const MAX_PAGES = 200;
/** UTF-16 units of one file's text that are kept for searching. */
export const MAX_FILE_TEXT = 100_000;

/** What is accepted, told from the content of the file, never from its name. */
export const fileTypes = {
  'application/pdf': { ending: 'pdf', label: 'PDF' },
  'image/png': { ending: 'png', label: '图片' },
  'image/jpeg': { ending: 'jpg', label: '图片' },
  'image/webp': { ending: 'webp', label: '图片' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    ending: 'docx',
    label: 'Word 文档',
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    ending: 'xlsx',
    label: 'Excel 表格',
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    ending: 'pptx',
    label: '演示文稿',
  },
} as const;
export type FileType = keyof typeof fileTypes;
export const FileType = v.picklist(Object.keys(fileTypes) as [FileType, ...FileType[]]);

/** As an editor attaches it. */
export const Attachment = v.strictObject({
  file: Digest,
  /** As visitors read it, with its ending: `2014 年收支表.pdf`. Nothing in it turns the rest around, so that `fdp.exe` reads as it is. */
  name: v.pipe(line(120), v.regex(/^[^\u202A-\u202E\u2066-\u2069]*$/u, '不能有改变文字方向的控制字符。')),
});
export type Attachment = v.InferOutput<typeof Attachment>;
export const Attachments = list(Attachment, 1, MAX_ATTACHMENTS);

/** A picture that a screen can show: WebP, without anything but its pixels. Sizes in pixels and bytes. */
export const Picture = v.strictObject({
  file: Digest,
  width: count(1, 20_000),
  height: count(1, 20_000),
  bytes: count(1, MAX_FILE_BYTES),
});
export type Picture = v.InferOutput<typeof Picture>;

/** As it is published: the file's pages in order, and its words for the search. */
export const PreparedAttachment = v.strictObject({
  ...Attachment.entries,
  type: FileType,
  bytes: count(1, MAX_FILE_BYTES),
  pages: v.pipe(v.array(Picture), v.minLength(1), v.maxLength(MAX_PAGES)),
  text: v.pipe(v.string(), v.maxLength(MAX_FILE_TEXT)),
});
export type PreparedAttachment = v.InferOutput<typeof PreparedAttachment>;

/** Where a page's words end; a line ends there too. */
const PAGE_END = '\n\f';

/** The words of all pages as one text, cut at its limit and never inside a character. */
export const joinPageTexts = (texts: readonly string[]): string => {
  if (texts.every((text) => text === '')) return '';
  const all = texts.map((text) => text.replaceAll('\f', ' ')).join(PAGE_END);
  return cut(all, MAX_FILE_TEXT);
};

/** What stands on a page, from 0; empty where nothing is known. */
export const textOfPage = ({ text }: Pick<PreparedAttachment, 'text'>, page: number): string =>
  text.split(PAGE_END)[page]?.trim() ?? '';
