import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Batch, BatchRows } from '../../contract/batch.ts';
import type { EntryDetail, Today } from '../../contract/desk.ts';
import type { Page } from '../../contract/page.ts';
import { PRACTICE_HEADER, type PracticeRole } from '../../contract/practice.ts';
import type { Publication, SnapshotRow } from '../../contract/publication.ts';
import { MEDIA_TYPE, routes } from '../../contract/routes.ts';
import { openFile } from '../content/spreadsheet/open-file.ts';
import { spreadsheet } from '../content/spreadsheet/test-spreadsheet.ts';
import { type Name, openTestContent, type TestContent } from '../content/test-content.ts';
import { currentNumber } from '../store/snapshot.ts';

const ABOUT = 'page/about';
const insideOf = (path: string): string => path.replace('/api/staff', routes.practice);

let content: TestContent;
beforeEach(async () => {
  content = await openTestContent();
});
afterEach(() => content.close());

interface Practising {
  readonly as?: Name | undefined;
  readonly role?: PracticeRole | undefined;
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

const ask = async (method: string, path: string, { as, role, body, bytes, headers }: Practising = {}) =>
  content.app.request(path, {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(as === undefined ? {} : { 'x-test-staff': as }),
      ...(role === undefined ? {} : { [PRACTICE_HEADER]: role }),
      ...(body === undefined ? {} : { 'content-type': MEDIA_TYPE }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(bytes === undefined ? {} : { body: Buffer.from(bytes) }),
  });

const read = async <T>(path: string, as: Name = 'editor'): Promise<T> =>
  (await (await ask('GET', insideOf(path), { as, role: 'editor' })).json()) as T;
const detail = (as: Name = 'editor') => read<EntryDetail>(routes.staff.entry(ABOUT), as);

/** Of the real hall: everything that practice could have touched. */
async function realState(): Promise<string> {
  const { db } = content.deps.store;
  const tables = [
    'entry',
    'draft',
    'review_act',
    'snapshot',
    'snapshot_change',
    'object',
    'audit',
    'staff',
    'batch',
    'batch_row',
  ] as const;
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}

async function retitle(title: string): Promise<Response> {
  const { entry, revision } = await detail();
  const body = { basedOn: revision, entry: { ...(entry as Page), title } };
  return ask('PUT', insideOf(routes.staff.entry(ABOUT)), { as: 'editor', role: 'editor', body });
}

async function move(role: PracticeRole, name: string, more: object = {}): Promise<Response> {
  const { revision } = await detail();
  const body = { move: name, revision, ...more };
  return ask('POST', insideOf(routes.staff.entryMove(ABOUT)), { as: 'editor', role, body });
}

const ITEM_HEAD = ['标题', '成文日期', '科室', '分类'];

async function bring(titles: readonly string[]): Promise<Batch & { readonly say: string }> {
  const rows = titles.map((title) => [title, '2014-1-24', '党政办公室', '工作信息']);
  const path = `${insideOf(routes.staff.batches)}?kind=item&name=a.xlsx`;
  const bytes = await spreadsheet([ITEM_HEAD, ...rows]);
  return (await (await ask('POST', path, { as: 'editor', role: 'editor', bytes })).json()) as never;
}

async function carryOn(path: string, id: string, body: unknown): Promise<Batch> {
  expect((await ask('POST', insideOf(path), { as: 'editor', role: 'editor', body })).status).toBe(200);
  return vi.waitFor(async () => {
    const batch = await read<Batch>(routes.staff.batch(id));
    expect(['done', 'undone']).toContain(batch.state);
    return batch;
  }, 20_000);
}

describe('practice', () => {
  it('begins with the content of the real hall', async () => {
    const entries = await read<{ id: string; title: string }[]>(routes.staff.entries);
    const real = (await (await content.get(routes.staff.entries, 'editor')).json()) as typeof entries;
    expect(entries.map(({ id, title }) => [id, title])).toEqual(real.map(({ id, title }) => [id, title]));
    expect((await read<Today>(routes.staff.today)).snapshot).toBe(await currentNumber(content.deps.store.db));
  });

  it('lets one person write, sign and publish, and nothing of it leaves the practice', async () => {
    const before = await realState();
    const heard: number[] = [];
    content.deps.events.onHead((number) => heard.push(number));
    expect((await retitle('练习的标题')).status).toBe(200);
    expect((await move('editor', 'submit')).status).toBe(200);
    // Each part in its turn, also for who works in a tiny hall: what is practised is the whole way.
    const reviewed = { aspects: ['lawful', 'accurate', 'disclosable'] };
    expect((await move('reviewer', 'review', reviewed)).status).toBe(200);
    const cleared = { aspects: ['secret'], secrecyChecked: true };
    expect((await move('secrecy', 'clear', cleared)).status).toBe(200);
    expect((await move('signer', 'sign', { aspects: ['disclosable'] })).status).toBe(200);
    const published = await ask('POST', insideOf(routes.staff.publication), {
      as: 'editor',
      role: 'signer',
      body: {},
    });
    expect(published.status).toBe(200);
    expect(((await published.json()) as SnapshotRow).number).toBe(2);
    expect((await detail()).published).toMatchObject({ title: '练习的标题' });
    expect(await realState()).toBe(before);
    expect(heard).toEqual([]);
    const head = (await (await content.app.request(routes.head)).json()) as { head: string };
    expect(JSON.parse(head.head)).toMatchObject({ number: 1 });
  });

  it('asks for each role what it asks for in earnest', async () => {
    await retitle('练习的标题');
    expect((await move('signer', 'submit')).status).toBe(403);
    await move('editor', 'submit');
    expect((await move('editor', 'approve', { secrecyChecked: true })).status).toBe(403);
    const page = await read<Publication>(routes.staff.publication);
    expect(page.changes).toEqual([]);
  });

  it('keeps what is typed there, and nowhere else', async () => {
    const before = await realState();
    const path = insideOf(routes.staff.writing(ABOUT));
    const body = { text: { title: '写到一半' }, basedOn: 1, after: 0, hand: 'hand0000' };
    expect((await ask('PUT', path, { as: 'editor', role: 'editor', body })).status).toBe(200);
    const kept = await read<{ mine: { text: object } }>(routes.staff.writing(ABOUT));
    expect(kept.mine.text).toEqual({ title: '写到一半' });
    const real = (await (await content.get(routes.staff.writing(ABOUT), 'editor')).json()) as { mine: null };
    expect(real.mine).toBeNull();
    expect(await realState()).toBe(before);
  });

  it('takes a list in, and back, without the real hall', async () => {
    const before = await realState();
    const batch = await bring(['甲', '乙']);
    expect(batch).toMatchObject({ state: 'checked', verdicts: { new: 2 } });
    expect(await carryOn(routes.staff.batchStart(batch.id), batch.id, { whenHere: 'skip' })).toMatchObject({
      state: 'done',
      outcomes: { created: 2 },
    });
    const titles = async () =>
      (await read<{ title: string }[]>(routes.staff.entries)).map(({ title }) => title);
    expect(await titles()).toEqual(expect.arrayContaining(['甲', '乙']));
    const { rows } = await read<BatchRows>(routes.staff.batchRows(batch.id));
    expect(await carryOn(routes.staff.batchSend(batch.id), batch.id, { rows: [2] })).toMatchObject({
      sendings: { sent: 1 },
    });
    expect(await read<EntryDetail>(routes.staff.entry(rows[0]?.entry ?? ''))).toMatchObject({
      state: 'submitted',
    });
    expect(await carryOn(routes.staff.batchUndo(batch.id), batch.id, {})).toMatchObject({
      outcomes: { kept: 1, 'taken-back': 1 },
    });
    expect(await titles()).not.toContain('乙');
    expect(await realState()).toBe(before);
    expect(await (await content.get(routes.staff.batches, 'editor')).json()).toEqual([]);
  });

  it('holds no more rows than practice needs', async () => {
    const many = Array.from({ length: 700 }, (_, at) => `第${at}件`);
    expect(await bring(many)).toMatchObject({ total: 700 });
    expect(await bring(many)).toMatchObject({ say: expect.stringContaining('练习里一共只收 1000 行') });
  });

  it('gives its own content away, not the real', async () => {
    const before = await realState();
    await retitle('练习的标题');
    const listed = await ask('POST', insideOf(routes.staff.exportEntries), {
      as: 'editor',
      role: 'editor',
      body: { ids: [ABOUT] },
    });
    const sheets = await openFile(new Uint8Array(await listed.arrayBuffer()), 'a.xlsx');
    expect(sheets.ok && sheets.value[0]?.rows[1]?.[0]).toBe('练习的标题');
    const zip = await ask('GET', insideOf(routes.staff.exportZip), { as: 'editor', role: 'editor' });
    expect(Object.keys(unzipSync(new Uint8Array(await zip.arrayBuffer())))).toContain('hall.yaml');
    expect(await realState()).toBe(before);
  });

  it('is one’s own, and begins anew when it is ended', async () => {
    await retitle('练习的标题');
    expect((await detail('second')).entry.title).toBe('关于');
    expect((await detail('editor')).entry.title).toBe('练习的标题');
    expect((await ask('DELETE', routes.practice, { as: 'editor' })).status).toBe(204);
    expect((await detail('editor')).entry.title).toBe('关于');
  });

  it('is forgotten when nobody uses it for hours', async () => {
    await retitle('练习的标题');
    content.pass(3 * 3_600_000);
    await detail('second');
    expect((await detail('editor')).entry.title).toBe('关于');
  });

  it('opens to colleagues only, in a part that there is, for what can be practised', async () => {
    const path = insideOf(routes.staff.entries);
    expect((await ask('GET', path, { role: 'editor' })).status).toBe(401);
    expect((await ask('DELETE', routes.practice)).status).toBe(401);
    expect((await ask('GET', path, { as: 'editor' })).status).toBe(403);
    const strange = { [PRACTICE_HEADER]: 'admin' };
    expect((await ask('GET', path, { as: 'editor', headers: strange })).status).toBe(403);
    // Neither drafts nor what was withheld are for who has no right on content.
    expect((await ask('GET', path, { as: 'officer', role: 'editor' })).status).toBe(403);
    expect((await ask('GET', path, { as: 'secrecy', role: 'editor' })).status).toBe(200);
    for (const other of ['session', 'password', 'machine', 'submission', 'nothing'])
      expect((await ask('GET', `${routes.practice}/${other}`, { as: 'editor', role: 'editor' })).status).toBe(
        404,
      );
  });

  it('does nothing for another site', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' };
    const body = { move: 'submit', revision: 1 };
    const path = insideOf(routes.staff.entryMove(ABOUT));
    expect((await ask('POST', path, { as: 'editor', role: 'editor', body, headers })).status).toBe(403);
    expect((await ask('DELETE', routes.practice, { as: 'editor', headers })).status).toBe(403);
  });
});
