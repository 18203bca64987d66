import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Act, type AuditPage, actIds, acts } from '../../contract/audit.ts';
import { routes } from '../../contract/routes.ts';
import { appendAudit } from '../audit/audit.ts';
import { openTestHall, START_MS, type TestHall } from '../test-hall.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let hall: TestHall;
let auditor: string;
beforeEach(async () => {
  hall = await openTestHall();
  auditor = await hall.logIn('shenhe');
});
afterEach(() => hall.close());

const get = async <T>(path: string): Promise<T> =>
  (await (await hall.ask('GET', path, { cookie: auditor })).json()) as T;
const list = (query: Record<string, string> = {}): Promise<AuditPage> =>
  get(`${routes.staff.audit}?${new URLSearchParams(query)}`);
const write = (act: Act, object: string, atMs = START_MS) =>
  hall.deps.store.transaction((trx) => appendAudit(trx, { atMs, actor: 'system', act, object }));

describe('the audit', () => {
  it('is read newest first, with the names that people know', async () => {
    const { rows, total, people } = await list();
    expect(rows.map((row) => row.n)).toEqual([3, 2, 1]);
    expect(total).toBe(3);
    const id = people.find((each) => each.name.startsWith('李国强'))?.id;
    expect(rows[0]).toMatchObject({
      act: 'session.start',
      by: { id, name: '李国强（示例）' },
      object: id,
      name: '李国强（示例）',
    });
    expect(rows[1]).toMatchObject({ act: 'account.create', by: null });
  });

  it('is narrowed by person, act, object and day of the hall', async () => {
    await write('machine.enrol', 'm-a2a2a2a2', Date.parse('2026-11-24T15:59:59.999Z'));
    await write('machine.confirm', 'm-a2a2a2a2', Date.parse('2026-11-24T16:00:00.000Z'));
    const numbers = async (query: Record<string, string>) => (await list(query)).rows.map((row) => row.n);
    expect(await numbers({ by: 'system' })).toEqual([5, 4, 2, 1]);
    const { people } = await list();
    expect(await numbers({ by: people.find((each) => each.name.startsWith('李国强'))!.id })).toEqual([3]);
    expect(await numbers({ act: 'machine.confirm' })).toEqual([5]);
    expect(await numbers({ object: 'a2a2' })).toEqual([5, 4]);
    expect(await numbers({ object: ' 王晓梅 ' })).toEqual([1]);
    expect(await numbers({ day: '2026-11-25' })).toEqual([5]);
    expect(await numbers({ day: '2026-11-24' })).toEqual([4, 3, 2, 1]);
    expect(await numbers({ act: 'machine.enrol', day: '2026-11-25' })).toEqual([]);
  });

  it('takes no sign of what is typed for a pattern', async () => {
    for (const object of ['%', '_', "'", '\\', '" or 1=1 --']) expect((await list({ object })).total).toBe(0);
  });

  it('comes by pages of fifty', async () => {
    for (let n = 0; n < 120; n += 1) await write('incident.see', `incident/${n}`);
    const [first, last, beyond] = [await list(), await list({ page: '3' }), await list({ page: '9' })];
    expect([first.rows.length, first.pages, first.total]).toEqual([50, 3, 123]);
    expect(last.rows.at(-1)?.n).toBe(1);
    expect(last.rows).toHaveLength(23);
    expect(beyond.rows).toEqual([]);
  });

  it.each([{ day: '2026-02-30' }, { page: '0' }, { page: '-1' }, { by: 'x'.repeat(101) }])(
    'refuses what is no filter: %o',
    async (query) => {
      const answer = await hall.ask('GET', `${routes.staff.audit}?${new URLSearchParams(query)}`, {
        cookie: auditor,
      });
      expect(answer.status).toBe(400);
    },
  );

  it('is verified where it is read, and names the first row that was changed', async () => {
    expect(await get(routes.staff.auditCheck)).toMatchObject({ count: 3, firstBroken: null });
    await hall.deps.store.db.updateTable('audit').set({ object: 'other' }).where('n', '=', 2).execute();
    expect(await get(routes.staff.auditCheck)).toMatchObject({ firstBroken: 2 });
  });
});

describe('the words', () => {
  const server = fileURLToPath(new URL('../', import.meta.url));
  const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(server, path), 'utf8'));
  const written = new Set(
    sources.flatMap((text) => [...text.matchAll(/\bact: ['`]([a-z.-]+)/g)].map((match) => match[1]!)),
  );

  it('are there for every act that the server writes, and are Chinese', () => {
    expect(written.size).toBeGreaterThan(20);
    // `content.${move}`: the moves' own words.
    const named = [...written].filter((act) => act !== 'content.');
    expect(named.filter((act) => !(actIds as readonly string[]).includes(act))).toEqual([]);
    for (const act of actIds) expect(acts[act]).toMatch(/^[^a-z]+$/i);
  });

  it('are there for no act that nobody writes', () => {
    const dead = actIds.filter((act) => !act.startsWith('content.') && !written.has(act));
    expect(dead).toEqual([]);
  });
});
