import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../contract/attachment.ts';
import { FileDetail, fileFaults } from '../../contract/file.ts';
import { PRACTICE_HEADER } from '../../contract/practice.ts';
import { routes } from '../../contract/routes.ts';
import { type Name, openTestContent, people, type TestContent } from '../content/test-content.ts';
import { changeFile, fileRecord, preparedOf, putPage } from '../store/file.ts';
import { openStore } from '../store/store.ts';
import { keepPreparing, type Preparer } from './preparer.ts';
import { receiveFile } from './receive-file.ts';
import { hugePng, oldFile, pdf, photo } from './test-file.ts';

/** The whole way: a file comes in, waits, is prepared in a process of its own, and is served. */

let hall: TestContent;
beforeEach(async () => {
  hall = await openTestContent();
});
afterEach(() => hall.close());

const give = (
  bytes: Uint8Array,
  as: Name | undefined = 'editor',
  path: string = routes.staff.files,
  headers = {},
) =>
  hall.app.request(path, {
    method: 'POST',
    headers: {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/octet-stream',
      ...(as === undefined ? {} : { 'x-test-staff': as }),
      ...headers,
    },
    body: bytes as Uint8Array<ArrayBuffer>,
  });
const rest = () => (hall.deps.files as Preparer).rest();
const given = async (bytes: Uint8Array): Promise<FileDetail> => {
  const { file } = v.parse(FileDetail, await (await give(bytes)).json());
  await rest();
  return detail(file);
};
const detail = async (file: string): Promise<FileDetail> =>
  v.parse(FileDetail, await (await hall.get(routes.staff.file(file), 'reviewer')).json());
const told = async (answer: Response) => ((await answer.json()) as { say: string }).say;

describe('a file that staff give', () => {
  it('waits, is prepared, and can be read page by page', async () => {
    const answer = await give(pdf({ pages: ['One', 'Two'] }));
    expect(answer.status).toBe(200);
    const first = v.parse(FileDetail, await answer.json());
    expect(first).toMatchObject({ type: 'application/pdf', state: 'waiting', pages: [], pageCount: null });
    await rest();
    const ready = await detail(first.file);
    expect(ready).toMatchObject({ state: 'ready', fault: null, warnings: [], pageCount: 2 });
    expect(ready.pages.map(({ width }) => width)).toEqual([1600, 1600]);
    const prepared = await preparedOf(hall.deps.store.db, { file: first.file, name: '两页.pdf' });
    expect(prepared).toMatchObject({
      ok: true,
      value: { name: '两页.pdf', type: 'application/pdf', text: 'One\n\fTwo', pages: ready.pages },
    });
  });

  it('twice is one file, and is made ready once', async () => {
    const one = await given(pdf());
    const again = v.parse(FileDetail, await (await give(pdf(), 'second')).json());
    expect(again).toEqual(one);
  });

  it('is served so that no browser runs anything of it', async () => {
    const { file, pages } = await given(await photo());
    const original = await hall.get(routes.staff.fileBytes(file), 'reviewer');
    expect(new Uint8Array(await original.arrayBuffer())).toEqual(await photo());
    expect(original.headers.get('content-type')).toBe('image/jpeg');
    expect(original.headers.get('content-disposition')).toBe('attachment');
    const picture = await hall.get(routes.staff.fileBytes(pages[0]?.file ?? ''), 'reviewer');
    expect(picture.headers.get('content-type')).toBe('image/webp');
    expect(picture.headers.get('content-disposition')).toBe('inline');
    for (const answer of [original, picture]) {
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    }
    expect((await hall.get(routes.staff.fileBytes('x'.repeat(43)), 'reviewer')).status).toBe(404);
    expect((await hall.get(routes.staff.file('x'.repeat(43)), 'reviewer')).status).toBe(404);
    expect((await hall.get(routes.staff.fileBytes(file))).status).toBe(401);
  });

  it('is refused at the door with what to do', async () => {
    const old = await give(oldFile('WordDocument'));
    expect([old.status, await told(old)]).toEqual([422, fileFaults['old-word']]);
    const large = await give(new Uint8Array(MAX_FILE_BYTES + 1));
    expect([large.status, await told(large)]).toEqual([422, fileFaults['too-large']]);
    const empty = await give(new Uint8Array());
    expect([empty.status, await told(empty)]).toEqual([422, fileFaults.empty]);
    expect(await hall.deps.store.db.selectFrom('file').selectAll().execute()).toEqual([]);
  });

  it('that broke off on the way leaves nothing', async () => {
    const answer = await give(pdf(), 'editor', routes.staff.files, { 'content-length': '5000' });
    expect(answer.status).toBe(400);
    expect(await hall.deps.store.db.selectFrom('file').selectAll().execute()).toEqual([]);
  });

  it('is audited by its digest and size, without its name', async () => {
    const { file, bytes } = await given(pdf());
    const rows = await hall.deps.store.db
      .selectFrom('audit')
      .selectAll()
      .where('act', '=', 'file.add')
      .execute();
    expect(rows.map(({ object, detail: its }) => [object, JSON.parse(its)])).toEqual([
      [`file/${file}`, { bytes, known: false }],
    ]);
  });
});

describe('preparation', () => {
  it('says why a file cannot be shown, and tries again when it is given again', async () => {
    const huge = await given(hugePng());
    expect(huge).toMatchObject({ state: 'refused', fault: 'too-many-pixels', pages: [], pageCount: null });
    expect(await preparedOf(hall.deps.store.db, { file: huge.file, name: '图.png' })).toMatchObject({
      ok: false,
      problem: { code: 'attachment-not-ready', name: '图.png' },
    });
    const again = v.parse(FileDetail, await (await give(hugePng())).json());
    expect(again).toMatchObject({ state: 'waiting', fault: null });
    await rest();
  });

  it('begins anew after a stop in the middle', async () => {
    const { file } = await given(pdf({ pages: ['One', 'Two'] }));
    const { db } = hall.deps.store;
    // As a power cut leaves it: one page of two.
    await db.deleteFrom('file_page').where('number', '=', 2).execute();
    await changeFile(db, file, { state: 'preparing', text: null });
    const another = keepPreparing(hall.deps.store, hall.deps.log);
    another.wake();
    await another.rest();
    expect(await detail(file)).toMatchObject({ state: 'ready', pageCount: 2 });
    expect((await detail(file)).pages).toHaveLength(2);
    await another.close();
  });

  it('that is stopped leaves the file waiting for the next start', async () => {
    const first = v.parse(FileDetail, await (await give(pdf())).json());
    await hall.deps.files.keepFor(hall.deps.store).close();
    await (hall.deps.files as Preparer).close();
    const record = await fileRecord(hall.deps.store.db, first.file);
    expect(['waiting', 'preparing']).toContain(record?.state);
    hall.deps.files.wake();
    await rest();
    expect((await fileRecord(hall.deps.store.db, first.file))?.state).toBe(record?.state);
  });

  it('of one hall is ended without waiting for another’s', async () => {
    const { file } = v.parse(FileDetail, await (await give(pdf())).json());
    const other = await openStore(':memory:');
    const waiting = keepPreparing(other, hall.deps.log);
    await receiveFile({ store: other, clock: hall.deps.clock, files: waiting }, people.editor, pdf());
    await waiting.close();
    await other.close();
    expect((await fileRecord(hall.deps.store.db, file))?.state).not.toBe('ready');
    await rest();
    expect((await detail(file)).state).toBe('ready');
    expect(hall.logged.filter((line) => line.startsWith('ERROR'))).toEqual([]);
  });

  it('does not let one bad file hold up the next', async () => {
    await give(hugePng());
    const good = await given(pdf());
    expect(good.state).toBe('ready');
  });

  it('cannot take a picture that is not there for ready', async () => {
    const { file } = await given(pdf());
    await expect(
      hall.deps.store.transaction((trx) =>
        putPage(trx, { file, number: 1, picture: 'x', width: 1, height: 1, bytes: 1, text: '' }),
      ),
    ).rejects.toThrow();
  });
});

describe('in practice', () => {
  const inside = (path: string) => path.replace('/api/staff', routes.practice);
  const part = { [PRACTICE_HEADER]: 'editor' };

  it('a file can be given, prepared and read, and nothing of it reaches the hall', async () => {
    const answer = await give(pdf({ pages: ['practice'] }), 'editor', inside(routes.staff.files), part);
    expect(answer.status).toBe(200);
    const { file } = v.parse(FileDetail, await answer.json());
    await expect
      .poll(
        async () => {
          const headers = { 'x-test-staff': 'editor', ...part };
          const read = await hall.app.request(inside(routes.staff.file(file)), { headers });
          return ((await read.json()) as FileDetail).state;
        },
        { timeout: 20_000 },
      )
      .toBe('ready');
    expect(await hall.deps.store.db.selectFrom('file').selectAll().execute()).toEqual([]);
  });

  it('the hall’s own files are seen', async () => {
    const { pages } = await given(pdf());
    const headers = { 'x-test-staff': 'editor', ...part };
    const path = inside(routes.staff.fileBytes(pages[0]?.file ?? ''));
    const read = await hall.app.request(path, { headers });
    expect([read.status, read.headers.get('content-type')]).toEqual([200, 'image/webp']);
  });
});
