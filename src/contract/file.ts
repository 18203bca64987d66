import * as v from 'valibot';
import { FileType, MAX_FILE_BYTES, MAX_PAGES, Picture } from './attachment.ts';
import { Digest } from './id.ts';
import { count } from './schema.ts';

/** What became of a file that was given: where its preparation stands, and why it cannot be shown where it cannot. */

export const fileStates = {
  waiting: '等着准备',
  preparing: '正在准备',
  ready: '准备好了',
  refused: '不能用',
} as const;
export type FileState = keyof typeof fileStates;
export const FileState = v.picklist(Object.keys(fileStates) as [FileState, ...FileState[]]);

const MEGABYTES = MAX_FILE_BYTES / 1_000_000;
const AS_PDF = '请在 Word 或 WPS 里打开它，另存为 PDF 再传。';

/** Each a sentence that says what to do. The first are told at the door, the rest while the pages are made. */
export const fileFaults = {
  empty: '这个文件是空的（0 字节）。请看看是不是选错了，或者没有存完。',
  'too-large': `文件超过 ${MEGABYTES} MB，没有收下。请把大图压缩、或者拆成几个文件再传。`,
  unknown: '认不出这是什么文件，没有收下。附件可以是 PDF、图片（PNG、JPG、WebP）、Word、Excel、演示文稿。',
  'old-word': '这是旧版 Word（.doc）。请在 Word 或 WPS 里另存为 .docx 或 PDF 再传。',
  'old-excel': '这是旧版 Excel（.xls）。请在 Excel 或 WPS 里另存为 .xlsx 或 PDF 再传。',
  'old-slides': '这是旧版演示文稿（.ppt）。请在 PowerPoint 或 WPS 里另存为 .pptx 或 PDF 再传。',
  'old-office': '这是旧版 Office 或 WPS 的文件。请在 WPS 里另存为 .docx、.xlsx 或 PDF 再传。',
  'locked-office': '这个 Office 文件设了打开密码。请先去掉密码，另存以后再传。',
  macro: '这个 Office 文件带宏（里面有程序）。请另存为不带宏的 .docx、.xlsx 或 PDF 再传。',
  ofd: '这是 OFD 版式文件，屏幕还显示不了。请在 OFD 阅读器里另存为 PDF 再传。',
  'open-document': `这是 OpenDocument 文件（.odt、.ods、.odp）。${AS_PDF}`,
  archive: '这是压缩包。请先解开，把里面的文件一个一个传。',
  svg: '这是 SVG 图。它里面可以藏程序，屏幕不收。请另存为 PNG 再传。',
  'other-picture':
    '这种图片屏幕显示不了。请另存为 JPG 或 PNG 再传；手机的 HEIC 照片可以先发到微信，再存下来。',
  media: '这是音频或视频。屏幕不放音视频，请把要说的写成文字。',
  program: '这是程序或网页，不是文件。请换成 PDF、图片或 Office 文件再传。',
  broken: '文件坏了，打不开。请在自己的电脑上打开看看，重新另存以后再传。',
  bomb: '文件解开以后大得不正常，没有收下。请重新另存以后再传。',
  'locked-pdf': '这个 PDF 设了打开密码。请先去掉密码（在 WPS 里打开后另存），再传。',
  'too-many-pages': `超过 ${MAX_PAGES} 页。请拆成几个文件再传。`,
  'no-pages': '文件里一页也没有。请打开看看，重新另存以后再传。',
  'too-many-pixels': '图片太大（超过 1 亿像素）。请缩小以后再传。',
  'too-long': '准备了很久也没有准备完，停下了。请把文件拆小，或者另存为 PDF 再传。',
  'no-office': `这台服务器没有装 LibreOffice，做不出 Office 文件的页面。${AS_PDF}`,
  'office-failed': `LibreOffice 打不开这个文件。${AS_PDF}`,
} as const;
export type FileFault = keyof typeof fileFaults;
export const FileFault = v.picklist(Object.keys(fileFaults) as [FileFault, ...FileFault[]]);

/** So long a file that nothing names is kept. */
export const UNUSED_FILE_DAYS = 30;

/** What an editor should know of a file that can be shown. */
export const fileWarnings = {
  'no-text': '里面没有能搜索的文字（多半是扫描件），搜不到，也念不出来。请把要点写在“内容概述”里。',
  'text-cut': '文字很多，搜索时只找前面的 10 万个字。页面是全的。',
  'missing-fonts':
    '文件里没有带字体，有的字可能和原来不一样。请看看页面；不对，就在 Word 里另存为 PDF 时选上“嵌入字体”。',
} as const;
export type FileWarning = keyof typeof fileWarnings;
export const FileWarning = v.picklist(Object.keys(fileWarnings) as [FileWarning, ...FileWarning[]]);

export const FileDetail = v.strictObject({
  file: Digest,
  type: FileType,
  bytes: count(1, MAX_FILE_BYTES),
  state: FileState,
  /** Only with `refused`. */
  fault: v.nullable(FileFault),
  warnings: v.array(FileWarning),
  /** Those that are made, in order; how many there will be is null until it is known. */
  pages: v.pipe(v.array(Picture), v.maxLength(MAX_PAGES)),
  pageCount: v.nullable(count(1, MAX_PAGES)),
});
export type FileDetail = v.InferOutput<typeof FileDetail>;

/** Where a file's preparation stands, in words. */
export const fileStateInWords = ({
  state,
  fault,
  pages,
  pageCount,
}: Pick<FileDetail, 'state' | 'fault' | 'pages' | 'pageCount'>): string => {
  if (state === 'refused') return fault === null ? fileStates.refused : fileFaults[fault];
  if (state === 'ready') return `准备好了，共 ${pages.length} 页`;
  if (state === 'waiting' || pageCount === null) return `${fileStates[state]}……`;
  return `正在准备第 ${Math.min(pages.length + 1, pageCount)} 页，共 ${pageCount} 页……`;
};

/** Why an entry with this attachment cannot be signed or published: follows the attachment's name. */
export const attachmentFaults = {
  unknown: '的文件不在服务器上。请重新上传，或者去掉它。',
  unprepared: '还没有准备好页面。请等它准备好再来。',
  refused: '屏幕显示不了。请看看原因，换一个文件，或者去掉它。',
} as const;
export type AttachmentFault = keyof typeof attachmentFaults;
