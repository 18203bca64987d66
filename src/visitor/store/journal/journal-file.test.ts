import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { utf8 } from '../../../seal/bytes.ts';
import { encodeHeader, generationOf, HEADER_BYTES, type JournalRecord, recordKinds } from './format.ts';
import { journalFile } from './journal-file.ts';
import { MemoryFile } from './memory-file.ts';

const record = (text: string, kind: JournalRecord['kind'] = 'envelope'): JournalRecord => ({
  kind,
  payload: utf8(text),
});
const FRAME = 41;

let a: MemoryFile;
let b: MemoryFile;
const open = () => journalFile([a, b]);
const texts = async () =>
  (await open().read()).records.map(({ payload }) => new TextDecoder().decode(payload));
const size = async () => (await open().read()).bytes;

beforeEach(() => {
  a = new MemoryFile();
  b = new MemoryFile();
});

describe('the journal', () => {
  it('gives back what was appended, in order, in every kind', async () => {
    const all = recordKinds.map((kind) => record(kind, kind));
    await open().append(all.slice(0, 2));
    await open().append(all.slice(2));
    expect(await open().read()).toEqual({ records: all, damaged: 0, bytes: a.bytes.length });
  });

  it('is empty at first, and appending nothing changes nothing', async () => {
    await open().append([]);
    expect(await open().read()).toEqual({ records: [], damaged: 0, bytes: HEADER_BYTES });
  });

  it('tells whether there is room, and leaves nothing of the question behind', async () => {
    await open().append([record('one')]);
    await open().probe(1_000);
    b.room = 999;
    await expect(open().probe(1_000)).rejects.toThrow();
    expect(b.bytes.length).toBe(0);
    expect(await texts()).toEqual(['one']);
  });

  it('a power cut during that question loses nothing', async () => {
    await open().append([record('one')]);
    b.power = 500;
    await expect(open().probe(1_000)).rejects.toThrow('power cut');
    b.power = Number.POSITIVE_INFINITY;
    expect(await texts()).toEqual(['one']);
    await open().rewrite([record('two')], await size());
    expect(await texts()).toEqual(['two']);
  });

  it('cut anywhere keeps every record before the cut, and goes on after it', async () => {
    await open().append([record('one'), record('two'), record('three')]);
    const whole = a.bytes.slice();
    const ends = [HEADER_BYTES, ...[3, 6, 11].map((length, at) => HEADER_BYTES + FRAME * (at + 1) + length)];
    for (let size = HEADER_BYTES; size <= whole.length; size += 1) {
      a.bytes = whole.slice(0, size);
      const kept = ends.filter((end) => end <= size).length - 1;
      expect(await texts()).toEqual(['one', 'two', 'three'].slice(0, kept));
      await open().append([record('next')]);
      expect(await texts()).toEqual([...['one', 'two', 'three'].slice(0, kept), 'next']);
    }
  });

  it('with any byte changed loses at most the record that held it, and says so', async () => {
    await open().append([record('one'), record('two'), record('three')]);
    const whole = a.bytes.slice();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: HEADER_BYTES, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          a.bytes = whole.slice();
          a.bytes[at] = (a.bytes[at] ?? 0) ^ change;
          const { records, damaged } = await open().read();
          const found = records.map(({ payload }) => new TextDecoder().decode(payload));
          expect(
            ['one', 'two', 'three'].filter((each) => found.includes(each)).length,
          ).toBeGreaterThanOrEqual(2);
          // The kind is outside the digest's payload: a changed kind is another record, not a lost one.
          expect(damaged + records.length).toBe(3);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('steps over bytes that look like the beginning of a record', async () => {
    await open().append([record('one')]);
    const mark = a.bytes.slice(HEADER_BYTES, HEADER_BYTES + 4);
    a.bytes = new Uint8Array([...a.bytes, ...mark, 0, 255, 255, 255, 255]);
    await open().append([record('two')]);
    const { records, damaged } = await open().read();
    expect(records.map(({ payload }) => new TextDecoder().decode(payload))).toEqual(['one', 'two']);
    expect(damaged).toBe(1);
  });

  it('whose header is damaged still gives its records', async () => {
    await open().append([record('one')]);
    a.bytes[0] = 0;
    expect(await texts()).toEqual(['one']);
    expect(generationOf(a.bytes)).toBe(1);
  });

  it('on a full disk takes the half back and reports', async () => {
    await open().append([record('one')]);
    a.room = a.bytes.length + 20;
    await expect(open().append([record('two')])).rejects.toThrow('whole');
    a.room = Number.POSITIVE_INFINITY;
    await open().append([record('three')]);
    expect(await open().read()).toMatchObject({ damaged: 0 });
    expect(await texts()).toEqual(['one', 'three']);
  });

  it('is not taken for ours when it is another version or another file', () => {
    expect(generationOf(new Uint8Array(3))).toBeNull();
    expect(generationOf(utf8('a text of somebody else'))).toBeNull();
    expect(generationOf(encodeHeader(5, false))).toBeNull();
    expect(generationOf(encodeHeader(5, true))).toBe(5);
  });
});

describe('a rewrite', () => {
  it('leaves exactly what it was given, again and again', async () => {
    await open().append([record('one'), record('two')]);
    for (const name of ['x', 'y', 'z']) {
      await open().rewrite([record(name)], await size());
      expect(await texts()).toEqual([name]);
      await open().append([record('more')]);
      expect(await texts()).toEqual([name, 'more']);
    }
  });

  it('is not done when something was added since it was read', async () => {
    await open().append([record('one')]);
    const bytes = await size();
    await open().append([record('two')]);
    await open().rewrite([record('one')], bytes);
    expect(await texts()).toEqual(['one', 'two']);
    await open().rewrite([record('one')], await size());
    expect(await texts()).toEqual(['one']);
  });

  it('with the power cut at any byte leaves the old journal or the new one, whole', async () => {
    let completed = 0;
    for (let power = 1; completed < 3; power += 1) {
      a = new MemoryFile();
      b = new MemoryFile();
      await open().append([record('one'), record('two')]);
      b.power = power;
      const done = await open()
        .rewrite([record('two')], await size())
        .then(
          () => true,
          () => false,
        );
      completed += done ? 1 : 0;
      b.power = Number.POSITIVE_INFINITY;
      const found = (await texts()).join();
      expect(done ? ['two'] : ['one,two', 'two']).toContain(found);
      await open().append([record('three')]);
      expect(await texts()).toEqual([...found.split(','), 'three']);
    }
  });

  it('cut between the new file and the emptying of the old counts as done', async () => {
    await open().append([record('one')]);
    const bytes = await size();
    a.power = 0;
    await expect(open().rewrite([record('new')], bytes)).rejects.toThrow('power');
    a.power = Number.POSITIVE_INFINITY;
    expect(await texts()).toEqual(['new']);
  });
});
