import type { PrintJob, PrintOutcome } from '../../print/port.ts';
import { isPrinting } from '../session/activity.ts';

/** Prints on what this machine has: for now the browser's own printer, whose code comes with the first job. */
export const print = async (job: PrintJob): Promise<PrintOutcome> => {
  isPrinting.value = true;
  try {
    const { browserPrinter } = await import('../../print/browser-printer.ts');
    return await browserPrinter(document).print(job);
  } finally {
    isPrinting.value = false;
  }
};
