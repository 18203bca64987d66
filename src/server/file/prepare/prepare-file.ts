import { type FileType, fileTypes, MAX_FILE_TEXT } from '../../../contract/attachment.ts';
import type { FileFault, FileWarning } from '../../../contract/file.ts';
import { cleanText } from './clean-text.ts';
import { pdfOfOffice } from './office.ts';
import type { OpenPdf } from './pdf.ts';
import { openWithPdfium } from './pdfium.ts';
import { type Made, makePage, makePicture } from './picture.ts';
import { hasPoppler, openWithPoppler } from './poppler.ts';
import { Unfit } from './unfit.ts';

/** Makes a file's pages and words; tells of each as it is there. Knows no database: it runs in a process that may be killed. */

export interface Job {
  readonly type: FileType;
  readonly bytes: Uint8Array;
  /** A folder of its own, thrown away afterwards. */
  readonly folder: string;
}

export interface PreparedPage extends Made {
  readonly number: number;
  readonly text: string;
}

export type Told =
  | { readonly tell: 'count'; readonly pages: number }
  | { readonly tell: 'page'; readonly page: PreparedPage }
  | { readonly tell: 'ready'; readonly warnings: readonly FileWarning[] }
  | { readonly tell: 'refused'; readonly fault: FileFault };
export type Tell = (told: Told) => void;

export async function prepareFile(job: Job, tell: Tell, openPdf = bestPdf()): Promise<void> {
  try {
    const warnings = await (job.type.startsWith('image/')
      ? preparePicture(job, tell)
      : preparePages(job, tell, openPdf));
    tell({ tell: 'ready', warnings });
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    tell({ tell: 'refused', fault: error.fault });
  }
}

const bestPdf = (): OpenPdf => (hasPoppler() ? openWithPoppler : openWithPdfium);

async function preparePicture({ bytes }: Job, tell: Tell): Promise<FileWarning[]> {
  tell({ tell: 'count', pages: 1 });
  tell({ tell: 'page', page: { ...(await makePicture(bytes)), number: 1, text: '' } });
  return [];
}

async function preparePages(job: Job, tell: Tell, openPdf: OpenPdf): Promise<FileWarning[]> {
  const isPdf = job.type === 'application/pdf';
  const bytes = isPdf ? job.bytes : await pdfOfOffice(job.bytes, fileTypes[job.type].ending, job.folder);
  const pdf = await openPdf(bytes, job.folder);
  try {
    tell({ tell: 'count', pages: pdf.pageCount });
    let letters = 0;
    for (let number = 1; number <= pdf.pageCount; number += 1) {
      const { raw, text } = await pdf.page(number);
      const words = cleanText(text);
      letters += words.length;
      tell({ tell: 'page', page: { ...(await makePage(raw)), number, text: words } });
    }
    const warnings: FileWarning[] = [];
    if (letters === 0) warnings.push('no-text');
    if (letters > MAX_FILE_TEXT) warnings.push('text-cut');
    if (await pdf.hasMissingFonts()) warnings.push('missing-fonts');
    return warnings;
  } finally {
    pdf.close();
  }
}
