import { type DBSchema, deleteDB, openDB, unwrap } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, DatabaseBlocked, type DatabaseLoss, database } from './connect.ts';

interface Schema extends DBSchema {
  things: { key: string; value: number };
}

let name: string;
let losses: DatabaseLoss[];
let db: Database<Schema>;

const open = (version = 1): Database<Schema> =>
  database<Schema>({
    name,
    version,
    upgrade: (made, oldVersion) => {
      if (oldVersion === 0) made.createObjectStore('things');
    },
    onNew: (loss) => losses.push(loss),
  });

const put = (into: Database<Schema>, key: string, value: number) =>
  into.run({
    stores: ['things'],
    mode: 'readwrite',
    do: (unit) => unit.objectStore('things').put(value, key),
  });
const get = (from: Database<Schema>, key: string) =>
  from.run({ stores: ['things'], mode: 'readonly', do: (unit) => unit.objectStore('things').get(key) });

beforeEach(() => {
  name = `connect-${crypto.randomUUID()}`;
  losses = [];
  db = open();
});
afterEach(async () => {
  await db.close();
  await deleteDB(name);
});

describe('one connection', () => {
  it('says once that the database is new, and not again', async () => {
    await put(db, 'a', 1);
    await db.close();
    const again = open();
    expect(await get(again, 'a')).toBe(1);
    await again.close();
    expect(losses).toEqual([{ database: name, message: '' }]);
  });

  it('works on after its handle was closed without a word', async () => {
    await put(db, 'a', 1);
    await db.run({
      stores: ['things'],
      mode: 'readonly',
      do: async (unit) => unit.db.close(),
    });
    expect(await get(db, 'a')).toBe(1);
  });

  it('opens anew when the browser closes it', async () => {
    await put(db, 'a', 1);
    await db.run({
      stores: ['things'],
      mode: 'readonly',
      do: async (unit) => {
        unwrap(unit.db).dispatchEvent(new Event('close'));
      },
    });
    expect(await get(db, 'a')).toBe(1);
  });

  it('repeats what was lost with the connection, once', async () => {
    let tries = 0;
    const lose = (times: number) =>
      db.run({
        stores: ['things'],
        mode: 'readwrite',
        do: async (unit) => {
          tries += 1;
          await unit.objectStore('things').put(tries, 'a');
          if (tries > times) return;
          unwrap(unit.db).dispatchEvent(new Event('close'));
          unit.abort();
        },
      });
    await lose(1);
    expect([tries, await get(db, 'a')]).toEqual([2, 2]);
    tries = 0;
    await expect(lose(2)).rejects.toThrow(expect.objectContaining({ name: 'InvalidStateError' }));
    expect(tries).toBe(2);
  });

  it("passes on the browser's words when it has deleted a corrupted database", async () => {
    const real = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...args) {
      const request = real.apply(this, args);
      const loss = { dataLoss: { value: 'total' }, dataLossMessage: { value: 'checksum mismatch' } };
      request.addEventListener('upgradeneeded', (event) => Object.defineProperties(event, loss));
      return request;
    };
    try {
      await put(db, 'a', 1);
    } finally {
      IDBFactory.prototype.open = real;
    }
    expect(losses).toEqual([{ database: name, message: 'checksum mismatch' }]);
  });

  it('closed before it was opened is no fault', async () => {
    await db.close();
    await db.close();
  });

  it('lets another page delete the database and begins anew after it', async () => {
    await put(db, 'a', 1);
    await deleteDB(name);
    expect(await get(db, 'a')).toBeUndefined();
    expect(losses.length).toBe(2);
  });

  it('lets another page upgrade, and says so when it can no longer open its own version', async () => {
    await put(db, 'a', 1);
    const newer = open(2);
    expect(await get(newer, 'a')).toBe(1);
    await expect(get(db, 'a')).rejects.toThrow(expect.objectContaining({ name: 'VersionError' }));
    await newer.close();
  });

  it('does not wait for ever for a page that holds an older version', async () => {
    const stubborn = await openDB(name, 1);
    const newer = open(2);
    await expect(get(newer, 'a')).rejects.toThrow(DatabaseBlocked);
    stubborn.close();
    await expect
      .poll(() => get(newer, 'a').catch((cause) => cause.name), { timeout: 10_000 })
      .not.toBe('DatabaseBlocked');
    await newer.close();
  });
});

describe('a unit of work', () => {
  it('that throws leaves nothing behind', async () => {
    const fault = new Error('no');
    const work = db.run({
      stores: ['things'],
      mode: 'readwrite',
      do: async (unit) => {
        await unit.objectStore('things').put(1, 'a');
        throw fault;
      },
    });
    await expect(work).rejects.toBe(fault);
    expect(await get(db, 'a')).toBeUndefined();
  });

  it('whose transaction was aborted is a fault, not a success', async () => {
    const work = db.run({
      stores: ['things'],
      mode: 'readwrite',
      do: async (unit) => {
        await unit.objectStore('things').put(1, 'a');
        unit.abort();
      },
    });
    await expect(work).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });

  it('has the durability that it asks for', async () => {
    const durability = await db.run({
      stores: ['things'],
      mode: 'readwrite',
      durability: 'strict',
      do: async (unit) => unit.durability,
    });
    expect(durability).toBe('strict');
  });

  it('on a store that does not exist is a fault at once', async () => {
    const wrong = db.run({ stores: ['nothing' as 'things'], mode: 'readonly', do: async () => 1 });
    await expect(wrong).rejects.toThrow(expect.objectContaining({ name: 'NotFoundError' }));
  });
});
