import { fileTypes, type PreparedAttachment } from '../../../contract/attachment.ts';
import { t } from '../../t.ts';

const MEGABYTE = 1_000_000;

/** Half a number is said of small files only: nobody chooses by a tenth of 20 兆. */
export const sizeInWords = (bytes: number): string => {
  const megabytes = bytes / MEGABYTE;
  if (megabytes < 1) return t('不到 1 兆');
  return t('约 {size} 兆', {
    size: megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes),
  });
};

/** `PDF · 共 12 页 · 约 1.2 兆` */
export const attachmentLine = ({
  type,
  pages,
  bytes,
}: Pick<PreparedAttachment, 'type' | 'pages' | 'bytes'>): string =>
  [t(fileTypes[type].label), t('共 {count} 页', { count: pages.length }), sizeInWords(bytes)].join(' · ');
