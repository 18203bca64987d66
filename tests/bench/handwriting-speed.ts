import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from 'playwright';
import { CHROMIUM_ARGS, chromiumPath } from '../setup/chromium.ts';
import { startHall } from '../setup/server.ts';
import { fingerOn, key, type Place, square, strokesIn } from '../setup/writing.ts';
import type { InkTimes } from './handwriting-page.ts';
import { pageScript } from './page-script.ts';
import { percentile, print } from './report.ts';
import { throttle } from './throttle.ts';

/**
 * The pad of the real app under a finger, six times slower: from the finger's leaving to the frame with the candidates of all that
 * was written, and from each place of the finger to the frame with its ink. Limit: a page with a canvas and eight buttons, which
 * reads nothing, under the same finger by turns: what the machine and the browser need at least, just now.
 */
const SLOWER = 6;
const ROUNDS = 3;
const WORDS = '嘎什根乡办低保';
const GOAL_MS = { answer: 100, ink: 50 } as const;
/** As fast as glass reports a finger, and as a hand lifts it between strokes. */
const POINT_MS = 10;
const LIFT_MS = 120;
const POINT_PX = 20;

export async function handwritingSpeed(): Promise<void> {
  const hall = await startHall();
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
  const opened = async (open: (page: Page) => Promise<void>): Promise<Page> => {
    const viewport = { width: 1080, height: 1920 };
    const page = await browser.newPage({ viewport, hasTouch: true, locale: 'zh-CN' });
    await open(page);
    await page.evaluate(await pageScript('handwriting-page.ts'));
    await throttle(page, SLOWER);
    return page;
  };
  try {
    const pad = await opened((page) => openPad(page, hall.url));
    const bare = await opened((page) => page.setContent(BARE));
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({ pad: await writeAll(pad), bare: await writeAll(bare) });
    tell('answer', rounds);
    tell('ink', rounds);
  } finally {
    await browser.close();
    await hall.stop();
  }
}

type Round = Readonly<Record<'pad' | 'bare', InkTimes>>;

const BARE = `<!doctype html>
<div role="group" aria-label="屏幕键盘">
  <canvas role="img" aria-label="手写格" width="668" height="556" style="touch-action: none; border: 1px solid"></canvas>
  <div role="group" aria-label="认出来的字">${'<button>一</button>'.repeat(8)}</div>
  <button>重写</button>
</div>
<script type="module">
  const canvas = document.querySelector('canvas');
  const pen = canvas.getContext('2d');
  const follow = ({ offsetX, offsetY }) => { pen.lineTo(offsetX, offsetY); pen.stroke(); };
  canvas.onpointerdown = () => pen.beginPath();
  canvas.onpointermove = follow;
  canvas.onpointerup = () => {
    for (const each of document.querySelectorAll('[role=group] [role=group] button')) each.textContent = '二';
  };
</script>`;

async function openPad(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/?screen=1`);
  await page.getByRole('button', { name: /申请公开一份信息/ }).tap();
  await page.getByRole('button', { name: '看过了，开始填' }).tap();
  await page.locator('label').filter({ hasText: '我本人' }).tap();
  await page.getByRole('button', { name: '下一题' }).first().tap();
  await key(page, '手写').tap();
  await page.getByText(/^不会拼音就用手写/).waitFor();
}

async function writeAll(page: Page): Promise<InkTimes> {
  await page.bringToFront();
  const finger = await fingerOn(page);
  for (const text of WORDS) {
    for (const stroke of await strokesIn(square(page), text)) {
      await finger.stroke(dense(stroke), () => wait(POINT_MS));
      await wait(LIFT_MS);
    }
    await finger.touch(key(page, '重写'));
  }
  return page.evaluate(() => {
    const { answer, ink } = globalThis.inkTimes;
    globalThis.inkTimes = { answer: [], ink: [] };
    return { answer, ink };
  });
}

/** Points as near each other as a finger's are that writes at leisure. */
const dense = (stroke: readonly Place[]): Place[] =>
  stroke.flatMap(([x, y], at) => {
    const [fromX, fromY] = stroke[at - 1] ?? [x, y];
    const parts = Math.max(1, Math.round(Math.hypot(x - fromX, y - fromY) / POINT_PX));
    return Array.from({ length: parts }, (_, part): Place => {
      const share = (part + 1) / parts;
      return [fromX + (x - fromX) * share, fromY + (y - fromY) * share];
    });
  });

function tell(of: keyof InkTimes, rounds: readonly Round[]): void {
  const most = Math.max(...rounds.flatMap(({ pad }) => pad[of]));
  for (const [name, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const)
    print({
      name: `handwriting.${of}.${name}`,
      values: rounds.map(({ pad }) => percentile(pad[of], share)),
      unit: 'ms',
      limit: { name: 'a bare page', values: rounds.map(({ bare }) => percentile(bare[of], share)) },
      goal: { of: 'value', is: '≤', bound: GOAL_MS[of] },
      notes: [`${SLOWER} × slower; ${rounds[0]?.pad[of].length ?? 0} a round; most ${most.toFixed(0)} ms`],
    });
}
