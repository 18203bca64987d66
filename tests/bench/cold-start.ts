import { openAndTime, PLAIN_PAGE, watchHome, wholeHome } from './home.ts';
import { print, type Sample } from './report.ts';
import type { Stage } from './stage.ts';
import { throttle } from './throttle.ts';

/**
 * 2. Offline cold start: from the navigation to home painted, with the full data in IndexedDB and the server gone, on a machine
 * six times slower. Limit: the very same page as plain HTML, kept by the same service worker.
 */
const SLOWER = 6;
const RUNS = 7;
const GOAL = { of: 'ratio', is: '≤', bound: 1.3 } as const;

export async function coldStart(stage: Stage): Promise<void> {
  await stage.hall.kill('SIGTERM');
  try {
    const [app, plain] = await inNewPage(stage);
    print({
      ...named(app, 'cold-start.new-page'),
      unit: 'ms',
      limit: named(plain, 'plain page'),
      goal: GOAL,
    });
    const [app2, plain2] = await inNewBrowser(stage);
    print({
      ...named(app2, 'cold-start.new-browser'),
      unit: 'ms',
      limit: named(plain2, 'plain page'),
      goal: GOAL,
    });
  } finally {
    await stage.hall.restart();
  }
}

type Pair = readonly [app: number[], plain: number[]];
const named = (values: number[], name: string): Sample => ({ name, values });

async function inNewPage(stage: Stage): Promise<Pair> {
  const [app, plain]: Pair = [[], []];
  const screen = await stage.open();
  try {
    // The first page of a browser opens its databases; that is the other figure.
    for (let run = -1; run < RUNS; run += 1) {
      for (const [path, times] of [['', app] as const, [PLAIN_PAGE, plain] as const]) {
        const page = await screen.context.newPage();
        await watchHome(page, wholeHome(stage.home));
        await throttle(page, SLOWER);
        const ms = await openAndTime(page, `${stage.url}/${path}`);
        if (run >= 0) times.push(ms);
        await page.close();
      }
    }
  } finally {
    await screen.close();
  }
  return [app, plain];
}

async function inNewBrowser(stage: Stage): Promise<Pair> {
  const [app, plain]: Pair = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    for (const [path, times] of [['', app] as const, [PLAIN_PAGE, plain] as const]) {
      const screen = await stage.open();
      try {
        await watchHome(screen.page, wholeHome(stage.home));
        await throttle(screen.page, SLOWER);
        times.push(await openAndTime(screen.page, `${stage.url}/${path}`));
      } finally {
        await screen.close();
      }
    }
  }
  return [app, plain];
}
