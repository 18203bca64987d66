import { expect, test } from 'playwright/test';
import { dayAtHall } from '../../src/contract/day.ts';
import type { EntryDetail } from '../../src/contract/desk.ts';
import type { Item } from '../../src/contract/item.ts';
import type { SnapshotRow } from '../../src/contract/publication.ts';
import { routes } from '../../src/contract/routes.ts';
import { approveChange, logIn, logInAnew, publishChange } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';

/** What was set to a moment happens once, also when the server is dead at that moment: made up for at its start, by who signed it. */

let hall: Hall;
test.beforeEach(async () => {
  hall = await startHall();
});
test.afterEach(() => hall.stop());

const LATER_MS = 3_000;
const PUBLISHED = 'guide/pension-claim';
const EDITED = 'guide/pension-join';
const ENDING = 'card/hall-contact';
const PERIOD = 'item/subsistence-publicity-2026';

const detail = async (id: string): Promise<EntryDetail> =>
  (await logIn(hall, 'bianji')).get<EntryDetail>(routes.staff.entry(id));
const snapshots = async (): Promise<readonly SnapshotRow[]> =>
  (await logIn(hall, 'bianji')).get<SnapshotRow[]>(routes.staff.snapshots);

const NEW_TITLE = '到了时间才有的名称';

const approve = (id: string): Promise<void> =>
  approveChange(hall, id, (entry) => ({ ...entry, title: NEW_TITLE }));

/** Approving takes a while on a busy machine: the moment is set last. */
async function schedule(id: string, publishAt: string): Promise<number> {
  const { revision } = await detail(id);
  const signer = await logIn(hall, 'shenhe');
  await signer.send('POST', routes.staff.entryMove(id), { move: 'schedule', revision, publishAt });
  return revision;
}

/** Dead before the moment, and until it is past. */
async function deadUntil(moment: string): Promise<void> {
  expect(Date.now(), 'all was set before the moment came').toBeLessThan(Date.parse(moment));
  await hall.kill('SIGKILL');
  await expect.poll(() => Date.now(), { intervals: [100] }).toBeGreaterThan(Date.parse(moment));
  await hall.restart();
}

const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();

test('scheduled, killed, started after its time: published once, by who signed; an edit in between is not', async () => {
  await approve(PUBLISHED);
  await approve(EDITED);
  const at = soon(LATER_MS);
  const revision = await schedule(PUBLISHED, at);
  await schedule(EDITED, at);
  // The other was to go out at the same moment; its text was changed, so its signatures hold no more.
  const edited = await detail(EDITED);
  const entry = { ...edited.entry, title: '后来又改的名称' };
  const writer = await logIn(hall, 'bianji');
  await writer.send('PUT', routes.staff.entry(EDITED), { basedOn: edited.revision, entry });
  await deadUntil(at);

  await expect.poll(async () => (await detail(PUBLISHED)).state).toBe('published');
  const published = await detail(PUBLISHED);
  expect(published).toMatchObject({
    title: '到了时间才有的名称',
    publishAt: null,
    publishedRevision: revision,
  });
  const made = published.history.filter((act) => act.move === 'publish' && act.revision === revision);
  expect(made.map((act) => act.by.name)).toEqual(['李国强（示例）']);
  expect(Date.parse(made[0]?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(at));
  expect(await detail(EDITED)).toMatchObject({ state: 'draft', publishAt: null });
  expect((await detail(EDITED)).published).toMatchObject({ id: EDITED, title: '参加城乡居民养老保险' });

  await hall.kill('SIGKILL');
  await hall.restart();
  const rows = (await snapshots()).filter((row) => row.reason === '定时发布');
  expect(rows.map((row) => [row.by?.name, row.changed])).toEqual([['李国强（示例）', 1]]);
});

test('to be taken down at a moment at which the server is dead: gone once it lives, once', async () => {
  const before = (await snapshots()).length;
  const signer = await logIn(hall, 'shenhe');
  const endAt = soon(LATER_MS);
  await signer.send('PUT', routes.staff.entryEnd(ENDING), { endAt });
  await deadUntil(endAt);
  await expect.poll(async () => (await detail(ENDING)).state).toBe('withdrawn');
  expect(await detail(ENDING)).toMatchObject({ publishedRevision: null, endAt: null, published: null });
  await hall.kill('SIGKILL');
  await hall.restart();
  const rows = await snapshots();
  expect(rows).toHaveLength(before + 1);
  expect(rows.find((row) => row.number === before + 1)?.reason).toContain('自动撤下');
});

/** The server's clock, and nothing else of it, runs a day ahead from its next start on. */
const A_DAY_LATER = '--import=data:text/javascript,const%20now=Date.now;Date.now=()=>now()+864e5';

test('a publicity period whose last day passes while the server is dead: over once it lives, once', async () => {
  const env: Record<string, string> = {};
  const own = await startHall({ env });
  try {
    const today = dayAtHall(Date.now());
    await publishChange<Item>(own, PERIOD, (item) => ({
      ...item,
      period: { from: item.formedOn, until: today },
    }));
    // Its last day is a day on which it is shown, also by a server that died and came back.
    await own.kill('SIGKILL');
    await own.restart();
    const sameDay = await logIn(own, 'bianji');
    expect((await sameDay.get<EntryDetail>(routes.staff.entry(PERIOD))).state).toBe('published');
    const before = await sameDay.get<SnapshotRow[]>(routes.staff.snapshots);

    await own.kill('SIGKILL');
    env.NODE_OPTIONS = A_DAY_LATER;
    await own.restart();
    const nextDay = await logInAnew(own, 'bianji');
    await expect
      .poll(async () => (await nextDay.get<EntryDetail>(routes.staff.entry(PERIOD))).state)
      .toBe('withdrawn');
    const detail = await nextDay.get<EntryDetail>(routes.staff.entry(PERIOD));
    expect(detail).toMatchObject({ publishedRevision: null, published: null });
    expect(detail.history[0]).toMatchObject({
      ...{ move: 'withdraw', by: { name: '系统' } },
      note: `公示期到 ${today} 为止，期满自动撤下`,
    });

    await own.kill('SIGKILL');
    await own.restart();
    const rows = await (await logIn(own, 'bianji')).get<SnapshotRow[]>(routes.staff.snapshots);
    expect(rows).toHaveLength(before.length + 1);
    expect(rows.filter(({ reason }) => reason.includes('公示期满'))).toHaveLength(1);
  } finally {
    await own.stop();
  }
});
