import type { Page } from 'playwright/test';
import type { SubmissionRow } from '../../src/contract/desk.ts';
import type { OpenedSubmission } from '../../src/contract/desk-submission.ts';
import { routes } from '../../src/contract/routes.ts';
import { logIn } from '../setup/desk.ts';
import type { Hall } from '../setup/server.ts';

/**
 * What visitors were told, written down outside the browser: "acknowledged" is a receipt number that stood on the glass. It
 * must be at the hall exactly once, or still on the screen; there is no third state (trust.md P1), and no number is ever shown for
 * two filings (P2).
 */
export class Book {
  /** Receipt number → what was typed. */
  readonly #told = new Map<string, string>();
  readonly #twice: string[] = [];

  write(receiptNo: string, typed: string): void {
    const held = this.#told.get(receiptNo);
    if (held !== undefined && held !== typed) this.#twice.push(receiptNo);
    this.#told.set(receiptNo, typed);
  }

  get size(): number {
    return this.#told.size;
  }

  /** In the order in which they were first told. */
  get numbers(): Iterable<string> {
    return this.#told.keys();
  }

  /** Is every number that was told at the hall, and does none wait on the screen? */
  async isSettled(hall: Hall, page: Page): Promise<boolean> {
    const officer = await logIn(hall, 'bianji');
    const rows = await officer.get<SubmissionRow[]>(routes.staff.submissions);
    const arrived = new Set<string>(rows.map(({ receiptNo }) => receiptNo));
    if ([...this.#told.keys()].some((no) => !arrived.has(no))) return false;
    return (await waitingOn(page)).length === 0;
  }

  /** Compares with both sides; everything that was filed is opened at the desk and read. */
  async audit(hall: Hall, page: Page): Promise<Audit> {
    const arrived = await readInbox(hall);
    const waiting = await waitingOn(page);
    const numbers = arrived.map(({ receiptNo }) => receiptNo);
    const typed = new Map(arrived.map((each) => [each.receiptNo, each.typed]));
    const told = [...this.#told];
    return {
      acknowledged: told.length,
      lost: told.map(([no]) => no).filter((no) => !typed.has(no) && !waiting.includes(no)),
      doubled: [...numbers.filter((no, at) => numbers.indexOf(no) !== at), ...this.#twice],
      mixedUp: told.filter(([no, text]) => typed.has(no) && typed.get(no) !== text).map(([no]) => no),
      notTold: numbers.filter((no) => !this.#told.has(no)).length,
      waiting: waiting.length,
    };
  }
}

export interface Audit {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Another visitor's words under this number. */
  readonly mixedUp: readonly string[];
  /** Safe although the visitor never saw the number: killed in between. */
  readonly notTold: number;
  readonly waiting: number;
}

async function readInbox(hall: Hall): Promise<{ receiptNo: string; typed: string }[]> {
  const officer = await logIn(hall, 'bianji');
  const rows = await officer.get<SubmissionRow[]>(routes.staff.submissions);
  const read: { receiptNo: string; typed: string }[] = [];
  for (const { id, receiptNo } of rows) {
    const { answers } = await officer.send<OpenedSubmission>('POST', routes.staff.opening(id), {});
    read.push({ receiptNo, typed: String(answers.suggestion ?? '') });
  }
  return read;
}

/** Receipt numbers of the envelopes that lie in this screen's outbox. */
const waitingOn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const open = indexedDB.open('bianminping-outbox');
      open.onsuccess = () => resolve(open.result);
    });
    const rows = await new Promise<{ receiptNo: string }[]>((resolve) => {
      const all = db.transaction('envelopes').objectStore('envelopes').getAll();
      all.onsuccess = () => resolve(all.result);
    });
    db.close();
    return rows.map(({ receiptNo }) => receiptNo);
  });

/** 0 of n shows no more than this (the rule of three). */
export const rateWords = (failures: number, n: number): string =>
  failures === 0
    ? `0 of ${n}, so the rate is below ${((3 / n) * 100).toFixed(1)} % (95 %)`
    : `${failures} of ${n}`;
