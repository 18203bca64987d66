import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'playwright/test';
import { rateWords } from './book.ts';
import { Histogram, Stage, size } from './stage.ts';

/**
 * G1: the browser gets SIGKILL at random moments while filings are in flight. Every number that stood on the glass is at the hall
 * exactly once or still on the screen, with the words that were typed under it.
 */

const { n, ms } = size({ n: 60, ms: 40_000 }, { n: 2_000, ms: 6 * 3_600_000 });

/** Where a filing stood when the browser died. */
function phaseOf(stage: Stage, before: { told: number; uploads: number }): string {
  if (stage.book.size === before.told) return 'handed in, not yet acknowledged';
  const upload = stage.uploads.slice(before.uploads).at(-1);
  if (upload === undefined) return 'acknowledged, not yet sent';
  return upload.status === undefined ? 'on its way to the hall' : 'answered by the hall';
}

/** One filing, killed somewhere from the touch on; gives how long the acknowledgement took, if it came. */
async function killWhileFiling(stage: Stage, hits: Histogram, upToMs: number): Promise<number | null> {
  await stage.fill();
  const before = { told: stage.book.size, uploads: stage.uploads.length };
  const startedAt = Date.now();
  // What is evaluated in a page that dies is rejected, and that is what is wanted here.
  void stage.handIn().catch(() => undefined);
  const until = startedAt + Math.random() * upToMs;
  let toldAt: number | null = null;
  while (Date.now() < until) {
    await wait(1);
    if (toldAt === null && stage.book.size > before.told) toldAt = Date.now();
  }
  const where = phaseOf(stage, before);
  await stage.kill();
  hits.add(where);
  return toldAt === null ? null : toldAt - startedAt;
}

/** What waits is being sent when the browser dies. */
async function killWhileSending(stage: Stage, hits: Histogram): Promise<void> {
  const before = stage.uploads.length;
  stage.proxy.restore();
  await stage.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await wait(Math.random() * 200);
  const sent = stage.uploads.slice(before);
  await stage.kill();
  const isUnderWay = sent.some(({ status }) => status === undefined);
  hits.add(isUnderWay ? 'emptying the outbox, one on its way' : 'emptying the outbox, between two');
}

test('killed at any moment, the browser loses nothing that it has acknowledged', async () => {
  test.setTimeout(ms + 600_000);
  const stage = await Stage.open();
  const hits = new Histogram();
  try {
    // Learned as it goes: kills fall around the acknowledgement, on this machine and under its load, not long before or after.
    let usualMs = 800;
    for (const endsAt = Date.now() + ms; hits.count() < n && Date.now() < endsAt; ) {
      const isCut = Math.random() < 0.4;
      if (isCut) stage.proxy.cut();
      const tookMs = await killWhileFiling(stage, hits, usualMs * 1.6);
      usualMs = tookMs === null ? usualMs * 1.25 : usualMs * 0.7 + tookMs * 0.3;
      await stage.start();
      if (isCut && Math.random() < 0.5) {
        await killWhileSending(stage, hits);
        await stage.start();
      } else stage.proxy.restore();
    }
    await stage.drain();
    const audit = await stage.audit();
    const doubled = audit.doubled.length + audit.mixedUp.length;
    console.log(
      [
        `  browser SIGKILLs: ${hits.count()}, acknowledged ${audit.acknowledged}, safe though never told ${audit.notTold}`,
        `  lost ${rateWords(audit.lost.length, audit.acknowledged)}; doubled or mixed up ${doubled}`,
        hits.toString(),
      ].join('\n'),
    );
    expect(audit).toMatchObject({ lost: [], doubled: [], mixedUp: [], waiting: 0 });
    expect(audit.acknowledged).toBeGreaterThan(0);
    expect(hits.count((where) => where.startsWith('handed in'))).toBeGreaterThan(0);
  } finally {
    await stage.close();
  }
});
