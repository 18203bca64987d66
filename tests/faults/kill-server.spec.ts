import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'playwright/test';
import { cableIn } from '../setup/visitor.ts';
import { rateWords } from './book.ts';
import { Histogram, Stage, size } from './stage.ts';

/**
 * G2: the server gets SIGKILL, half at named points. A screen that was offline empties its outbox meanwhile; each filing ends at the
 * hall exactly once.
 */

const { n, ms } = size({ n: 60, ms: 35_000 }, { n: 2_000, ms: 6 * 3_600_000 });
/** Filed before the server dies for the first time; each kill hits the sending of one, so it must last. */
const BACKLOG = 6;

const UPLOAD = /\/api\/submission\//;
const points = [
  'at the door',
  'taking it in',
  'before the answer arrives',
  'while it starts',
  'at random',
] as const;
type Point = (typeof points)[number];

const rowsIn = (stage: Stage): number => {
  const db = new Database(join(stage.hall.dataDir, 'hall.sqlite'), { readonly: true });
  try {
    const { rows } = db.prepare('select count(*) as rows from submission').get() as { rows: number };
    return rows;
  } finally {
    db.close();
  }
};

async function killAt(stage: Stage, point: Point): Promise<void> {
  const { hall, proxy, page } = stage;
  switch (point) {
    case 'at the door': {
      const hold = proxy.holdRequest(UPLOAD);
      await cableIn(page);
      await hold.arrived;
      return hall.kill();
    }
    case 'taking it in': {
      const hold = proxy.holdRequest(UPLOAD);
      await cableIn(page);
      await hold.arrived;
      hold.release();
      await wait(Math.random() * 40);
      return hall.kill();
    }
    case 'before the answer arrives': {
      const hold = proxy.hold(UPLOAD);
      await cableIn(page);
      await hold.arrived;
      return hall.kill();
    }
    case 'while it starts': {
      await hall.kill();
      const starting = hall.restart().catch(() => undefined);
      await wait(Math.random() * 400);
      await hall.kill();
      await starting;
      return;
    }
    case 'at random': {
      await cableIn(page);
      await wait(Math.random() * 150);
      return hall.kill();
    }
  }
}

test('killed at any moment, the server has each filing once', async () => {
  test.setTimeout(ms + 600_000);
  const stage = await Stage.open();
  const hits = new Histogram();
  try {
    for (const endsAt = Date.now() + ms; hits.count() < n && Date.now() < endsAt; ) {
      const left = stage.book.size - rowsIn(stage);
      if (left < 2) {
        stage.proxy.cut();
        for (let each = 0; each < BACKLOG; each += 1) {
          await stage.file();
          await stage.goHome();
        }
      }
      const point = points[hits.count() % points.length] ?? 'at random';
      const before = rowsIn(stage);
      stage.proxy.restore();
      await killAt(stage, point);
      // What was held goes on into the void.
      stage.proxy.cut();
      const stored = rowsIn(stage) - before;
      hits.add(`${point}: ${stored === 0 ? 'nothing stored' : `${stored} stored`}`);
      await stage.hall.restart();
    }
    await stage.drain();
    const audit = await stage.audit();
    const doubled = audit.doubled.length + audit.mixedUp.length;
    console.log(
      [
        `  server SIGKILLs: ${hits.count()}, acknowledged ${audit.acknowledged}, sent ${stage.uploads.length} times`,
        `  lost ${rateWords(audit.lost.length, audit.acknowledged)}; doubled or mixed up ${doubled}`,
        hits.toString(),
      ].join('\n'),
    );
    expect(audit).toMatchObject({ lost: [], doubled: [], mixedUp: [], notTold: 0, waiting: 0 });
    expect(hits.count((where) => where === 'before the answer arrives: 1 stored')).toBeGreaterThan(0);
  } finally {
    await stage.close();
  }
});
