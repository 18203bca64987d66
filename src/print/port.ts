import type { ComponentChild } from 'preact';
import type { Sentence } from './words/t.ts';

/**
 * The print port: a screen asks for paper and learns in words what became of it. Printers are devices behind this port: the
 * browser's own now, the machine's agent later; tests give a printer with a handle.
 */

/** `card` 90 × 54 mm; `a6` 105 × 148 mm. */
export type PaperSize = 'card' | 'a6';

export interface PrintJob {
  readonly size: PaperSize | 'a4';
  /** Neutral: it may stand in a print queue, so nothing of the visitor is in it. */
  readonly title: string;
  readonly content: ComponentChild;
}

/** `handed-over`: the printer took the job but cannot tell whether paper came out. */
export type PrintOutcome = 'printed' | 'handed-over' | 'paper-out' | 'no-printer' | 'failed';

export const printOutcomeInWords = {
  printed: '打印好了，请在屏幕下方取纸。',
  'handed-over': '已送去打印，纸从屏幕下方出来，大约 10 秒。没有出来请告诉工作人员。',
  'paper-out': '打印机没有纸了。请告诉工作人员，或用手机拍下屏幕。',
  'no-printer': '这台屏幕没有连接打印机。请用手机拍下屏幕，或到窗口打印。',
  failed: '没有打印成功。请再试一次，或用手机拍下屏幕。',
} as const satisfies Record<PrintOutcome, Sentence>;

export interface Printer {
  print(job: PrintJob): Promise<PrintOutcome>;
}
