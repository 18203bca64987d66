import { MAX_PAGES } from '../../../contract/attachment.ts';
import type { Raw } from './picture.ts';
import { Unfit } from './unfit.ts';

/** A reader of PDF: poppler where the machine has it, else one of npm's. Both keep the same promises (`pdf.test.ts`). */
export interface Pdf {
  readonly pageCount: number;
  /** Pixels and words of a page, from 1. Throws `Unfit`. */
  readonly page: (number: number) => Promise<{ readonly raw: Raw; readonly text: string }>;
  /** Chinese fonts that the file names and does not bring along. */
  readonly hasMissingFonts: () => Promise<boolean>;
  readonly close: () => void;
}
/** `folder` is the preparation's own. Throws `Unfit`. */
export type OpenPdf = (bytes: Uint8Array, folder: string) => Promise<Pdf>;

const WIDTH = 1_600;
const HEIGHT = 6_000;

/** Pixels for a page of any size: as wide as a screen shows it at twice its size, and no longer than a page may be. */
export function pixelsOf(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(WIDTH / width, HEIGHT / height);
  if (!Number.isFinite(scale) || scale <= 0) throw new Unfit('broken');
  const whole = (points: number): number => Math.max(1, Math.round(points * scale));
  return { width: whole(width), height: whole(height) };
}

export function checkPageCount(count: number): number {
  if (count < 1) throw new Unfit('no-pages');
  if (count > MAX_PAGES) throw new Unfit('too-many-pages');
  return count;
}
