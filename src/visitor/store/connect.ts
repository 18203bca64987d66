import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type OpenDBCallbacks,
  openDB,
  type StoreNames,
} from 'idb';

/**
 * One connection per database, opened when first needed and again whenever it was lost: the browser may close it at any time,
 * with a `close` event, or without one (storage cleared under an open handle). No other module keeps an IDBDatabase.
 *
 * Inside a unit of work only IndexedDB is awaited: whatever must be computed, sealed or fetched comes before it.
 */

export type Unit<S extends DBSchema, M extends IDBTransactionMode> = IDBPTransaction<S, StoreNames<S>[], M>;

export interface DatabaseLoss {
  readonly database: string;
  /** The browser's own words about a corrupted database; empty when it merely was not there. */
  readonly message: string;
}

export interface DatabaseSpec<S extends DBSchema> {
  readonly name: string;
  readonly version: number;
  readonly upgrade: (db: IDBPDatabase<S>, oldVersion: number) => void;
  /** The database was made anew: either the first run, or the browser has deleted it. */
  readonly onNew?: (loss: DatabaseLoss) => void;
}

export interface Work<S extends DBSchema, M extends IDBTransactionMode, T> {
  readonly stores: readonly StoreNames<S>[];
  readonly mode: M;
  readonly durability?: IDBTransactionDurability;
  readonly do: (unit: Unit<S, M>) => Promise<T>;
}

export interface Database<S extends DBSchema> {
  /** One transaction; resolves only after its `complete`. */
  readonly run: <M extends IDBTransactionMode, T>(work: Work<S, M, T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** From the moment the browser says that another page stands in the way; a slow disk has no limit. */
const BLOCKED_LIMIT_MS = 3_000;

/** Another page of ours holds an older version open and did not let go in time. */
export class DatabaseBlocked extends Error {
  override readonly name = 'DatabaseBlocked';
}

export const database = <S extends DBSchema>(spec: DatabaseSpec<S>): Database<S> => {
  let connection: Promise<IDBPDatabase<S>> | null = null;

  const open = (): Promise<IDBPDatabase<S>> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let giveUp: (fault: DatabaseBlocked) => void;
    const late = new Promise<never>((_, reject) => {
      giveUp = reject;
    });
    const callbacks: OpenDBCallbacks<S> = {
      upgrade: (db, oldVersion, _newVersion, _unit, event) => {
        // `dataLoss` is Chromium's: 'total' after it deleted a corrupted database.
        const { dataLoss, dataLossMessage } = event as { dataLoss?: string; dataLossMessage?: string };
        spec.upgrade(db, oldVersion);
        if (oldVersion > 0) return;
        spec.onNew?.({ database: spec.name, message: dataLoss === 'total' ? (dataLossMessage ?? '') : '' });
      },
      // Another page wants to upgrade or delete: let go at once, reopen when next needed.
      blocking: () => {
        void asked.then((db) => db.close());
        drop(opening);
      },
      terminated: () => drop(opening),
      blocked: () => {
        timer = setTimeout(() => giveUp(new DatabaseBlocked(spec.name)), BLOCKED_LIMIT_MS);
      },
    };
    const asked = openDB<S>(spec.name, spec.version, callbacks);
    const opening = Promise.race([asked, late]).finally(() => clearTimeout(timer));
    opening.catch(() => {
      drop(opening);
      // Comes after all, when nobody waits for it any more: it would block the next one who upgrades.
      void asked.then((db) => db.close()).catch(() => undefined);
    });
    return opening;
  };

  const drop = (which: Promise<IDBPDatabase<S>>): void => {
    if (connection === which) connection = null;
  };

  const attempt = async <M extends IDBTransactionMode, T>(
    work: Work<S, M, T>,
  ): Promise<{ readonly value: T } | 'lost'> => {
    connection ??= open();
    const used = connection;
    const db = await used;
    let unit: Unit<S, M>;
    try {
      const options = work.durability === undefined ? {} : { durability: work.durability };
      unit = db.transaction([...work.stores], work.mode, options);
    } catch (cause) {
      if (!(cause instanceof DOMException && cause.name === 'InvalidStateError')) throw cause;
      drop(used);
      return 'lost';
    }
    // Awaited below; without this an abort before that point would be an unhandled rejection.
    unit.done.catch(() => undefined);
    try {
      const value = await work.do(unit);
      await unit.done;
      return { value };
    } catch (cause) {
      if (connection !== used) return 'lost';
      abort(unit);
      throw cause;
    }
  };

  return {
    run: async (work) => {
      // Every unit of work is safe to repeat: it is one transaction, and the lost one either did nothing or all of it.
      const first = await attempt(work);
      if (first !== 'lost') return first.value;
      const second = await attempt(work);
      if (second !== 'lost') return second.value;
      throw new DOMException(`${spec.name} cannot be kept open`, 'InvalidStateError');
    },
    close: async () => {
      const held = connection;
      connection = null;
      if (held !== null) (await held).close();
    },
  };
};

const abort = (unit: { readonly abort: () => void }): void => {
  try {
    unit.abort();
  } catch {
    // It has ended by itself.
  }
};
