import { expect, vi } from 'vitest';
import type { Batch, BatchRows, SendBatch } from '../../../contract/batch.ts';
import { routes } from '../../../contract/routes.ts';
import { entryRecords } from '../../store/entry.ts';
import { demoHall, type Name, openTestContent, type TestContent } from '../test-content.ts';
import { spreadsheet } from './test-spreadsheet.ts';

/** Batches for tests: small catalogues, brought and carried on through the real routes. */

/** The demo hall's settings and nothing else. */
export const openTestHall = (): Promise<TestContent> => {
  const files = demoHall();
  return openTestContent({
    'hall.yaml': files['hall.yaml'] ?? '',
    'calendar/2026.yaml': files['calendar/2026.yaml'] ?? '',
  });
};

const HEAD = ['标题', '文号', '成文日期', '科室', '分类', '正文'];
export const row = (
  title: string,
  docNo = '',
  day = '2014-1-24',
  department = '党政办公室',
  category = '工作信息',
) => [title, docNo, day, department, category, '正文一\n正文二'];

const isUnderWay = ({ state }: Batch): boolean => ['importing', 'undoing', 'sending'].includes(state);

export function testBatches(content: () => TestContent) {
  const upload = async (
    rows: readonly (readonly string[])[],
    { as = 'editor' as Name, kind = 'item', head = HEAD } = {},
  ): Promise<Response> =>
    content().app.request(`${routes.staff.batches}?${new URLSearchParams({ kind, name: '目录.xlsx' })}`, {
      method: 'POST',
      headers: { 'x-test-staff': as, 'sec-fetch-site': 'same-origin' },
      body: Buffer.from(await spreadsheet([head, ...rows])),
    });
  const read = async (...asked: Parameters<typeof upload>): Promise<Batch> => {
    const answer = await upload(...asked);
    if (answer.status !== 200) throw new Error(await answer.text());
    return (await answer.json()) as Batch;
  };
  const batchNow = async (id: string, as: Name = 'editor'): Promise<Batch> =>
    (await (await content().get(routes.staff.batch(id), as)).json()) as Batch;
  const post = (path: string, body: unknown = {}, as: Name = 'editor') =>
    content().send(as, 'POST', path, body);
  const ended = async (id: string): Promise<Batch> =>
    vi.waitFor(async () => {
      const batch = await batchNow(id);
      if (isUnderWay(batch)) throw new Error(batch.state);
      return batch;
    }, 60_000);
  const run = async (id: string, whenHere: 'skip' | 'revise' = 'skip'): Promise<Batch> => {
    expect((await post(routes.staff.batchStart(id), { whenHere })).status).toBe(200);
    return ended(id);
  };
  const undo = async (id: string): Promise<Batch> => {
    expect((await post(routes.staff.batchUndo(id))).status).toBe(200);
    return ended(id);
  };
  const sendAll = async (id: string, rows: SendBatch['rows'] = 'all', as: Name = 'editor') => {
    expect((await post(routes.staff.batchSend(id), { rows }, as)).status).toBe(200);
    return ended(id);
  };
  const rowsOf = async (id: string, query = ''): Promise<BatchRows> =>
    (await (await content().get(`${routes.staff.batchRows(id)}${query}`, 'editor')).json()) as BatchRows;
  const ids = async (): Promise<string[]> =>
    (await entryRecords(content().deps.store.db)).map(({ id }) => id);
  return { upload, read, batchNow, post, ended, run, undo, sendAll, rowsOf, ids };
}

/** A store's transactions, of which only the first come through: what a server leaves that is killed in the middle. */
export const dying = (
  real: TestContent['deps']['store']['transaction'],
  after: number,
): TestContent['deps']['store']['transaction'] => {
  let left = after;
  return (work) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('the server ended')) : real(work);
  };
};
