import { type FileType, joinPageTexts } from '../../contract/attachment.ts';
import type { Digest } from '../../contract/id.ts';
import { digest } from '../../seal/digest.ts';
import type { KeptFiles, Log } from '../deps.ts';
import {
  bytesOf,
  changeFile,
  dropPages,
  type FileRecord,
  nextFile,
  pagesOf,
  putBytes,
  putPage,
} from '../store/file.ts';
import type { Store } from '../store/store.ts';
import type { PreparedPage, Told } from './prepare/prepare-file.ts';
import { type Running, runWorker } from './worker-run.ts';

/**
 * Makes the pages of files that wait, one file at a time in the whole program. The database says what waits: a preparation that a
 * stop or a power cut broke off begins again.
 */

const AGAIN_MS = 60_000;

/** One after another, over all halls (the practice halls among them). */
let turn: Promise<unknown> = Promise.resolve();
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
};

export interface Preparer extends KeptFiles {
  /** When nothing waits any more. */
  readonly rest: () => Promise<void>;
}

export function keepPreparing(store: Store, log: Log): Preparer {
  let running: Running | null = null;
  let atWork: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  let round: Promise<void> | null = null;
  let later: ReturnType<typeof setTimeout> | undefined;

  const one = async (): Promise<boolean> => {
    const file = isClosed ? undefined : await nextFile(store.db);
    const bytes = file === undefined ? null : await bytesOf(store.db, file.digest);
    if (file === undefined || bytes === null || isClosed) return false;
    await begin(store, file);
    if (isClosed) return false;
    running = runWorker({ type: file.type as FileType, bytes }, (told) => record(store, file.digest, told));
    await running.ended.finally(() => {
      running = null;
    });
    return true;
  };

  const mine = (): Promise<boolean> => {
    const work = one();
    atWork = work.catch(() => undefined);
    return work;
  };

  const all = async (): Promise<void> => {
    try {
      while (await inTurn(mine)) if (isClosed) return;
    } catch (error) {
      log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'preparation stopped');
      if (!isClosed) later = setTimeout(wake, AGAIN_MS).unref();
    }
  };

  /** Whoever wakes it in the middle of its last look is heard too. */
  let isAsked = false;
  const wake = (): void => {
    isAsked = true;
    if (round !== null || isClosed) return;
    round = (async () => {
      while (isAsked) {
        isAsked = false;
        await all();
      }
      round = null;
    })();
  };

  return {
    wake,
    keepFor: (other) => keepPreparing(other, log),
    bytesOf: (named) => bytesOf(store.db, named),
    rest: async () => {
      while (round !== null) await round;
    },
    async close() {
      isClosed = true;
      clearTimeout(later);
      running?.stop();
      // Not for its turn, which may be minutes away: when that comes, nothing is done.
      await atWork;
    },
  };
}

const begin = (store: Store, { digest: file }: FileRecord): Promise<void> =>
  store.transaction(async (trx) => {
    await dropPages(trx, file);
    await changeFile(trx, file, { state: 'preparing', page_count: null, warnings: '[]' });
  });

/** What the worker tells, as it tells it: a reader sees the pages come. */
async function record(store: Store, file: string, told: Told): Promise<void> {
  switch (told.tell) {
    case 'count':
      return changeFile(store.db, file, { page_count: told.pages });
    case 'page':
      return keepPage(store, file, told.page);
    case 'refused':
      return store.transaction(async (trx) => {
        await dropPages(trx, file);
        await changeFile(trx, file, { state: 'refused', fault: told.fault, page_count: null });
      });
    case 'ready': {
      const pages = await pagesOf(store.db, file);
      const text = joinPageTexts(pages.map((each) => each.text));
      return changeFile(store.db, file, {
        state: 'ready',
        fault: null,
        text,
        warnings: JSON.stringify(told.warnings),
      });
    }
  }
}

async function keepPage(
  store: Store,
  file: string,
  { webp, width, height, number, text }: PreparedPage,
): Promise<void> {
  const picture: Digest = await digest(webp);
  await store.transaction(async (trx) => {
    await putBytes(trx, picture, webp);
    await putPage(trx, { file, number, picture, width, height, bytes: webp.length, text });
  });
}
