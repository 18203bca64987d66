import { render } from 'preact';
import css from './browser-printer.module.css';
import type { Printer, PrintJob, PrintOutcome } from './port.ts';

/**
 * Prints through the browser: with `--kiosk-printing` straight to the default queue, elsewhere through the system's dialog.
 * The page learns nothing of the paper's fate, so the outcome is at best `handed-over`. The sheet is in the document only
 * while it prints.
 */
export const browserPrinter = (page: Document): Printer => ({
  async print(job: PrintJob): Promise<PrintOutcome> {
    const view = page.defaultView;
    if (view === null) return 'no-printer';
    const sheet = page.createElement('div');
    sheet.className = css.sheet ?? '';
    const title = page.title;
    page.body.append(sheet);
    page.documentElement.classList.add(css.printing ?? '');
    try {
      page.title = job.title;
      render(job.content, sheet);
      await page.fonts.ready;
      // A picture that cannot be drawn must not come out as an empty sheet.
      await Promise.all([...sheet.querySelectorAll('img')].map((image) => image.decode()));
      view.print();
      return 'handed-over';
    } catch {
      return 'failed';
    } finally {
      render(null, sheet);
      sheet.remove();
      page.documentElement.classList.remove(css.printing ?? '');
      page.title = title;
    }
  },
});
