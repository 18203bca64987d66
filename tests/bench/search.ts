import type { Page } from 'playwright';
import { stayAwake } from './home.ts';
import { pageScript } from './page-script.ts';
import { percentile, print } from './report.ts';
import type { SearchRun, Subject } from './search-page.ts';
import type { Stage } from './stage.ts';
import { throttle } from './throttle.ts';

/**
 * 6. Search over everything, on a machine four times slower: each query of a fixed, seeded set is asked as the screen asks it.
 * Limit: looking through the same strings one by one. What is found is compared with that too: recall is the share of it that
 * is offered, of at most the hundred that anybody would read.
 */
const SLOWER = 4;
const ROUNDS = 5;
/** Of the others only every n-th query is asked. */
const STEP = { ours: 1, scan: 12, minisearch: 4 } as const satisfies Record<Subject, number>;
const GOAL_MS = 16;
const GOAL_LOAD_MS = 150;

export async function search(stage: Stage): Promise<void> {
  const script = await pageScript('search-page.ts');
  const loads = { names: [] as number[], words: [] as number[], read: [] as number[] };
  let runs: SearchRun[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const screen = await stage.open();
    try {
      const { page } = screen;
      await prepare(page, stage, script);
      const loaded = await page.evaluate(() => globalThis.searchBench.load());
      loads.names.push(loaded.namesMs);
      loads.words.push(loaded.wordsMs);
      loads.read.push(loaded.readMs);
      runs = [...runs, ...(await askAll(page, round === ROUNDS - 1))];
    } finally {
      await screen.close();
    }
  }
  tellLoads(loads);
  tellQueries(runs);
}

async function prepare(page: Page, stage: Stage, script: string): Promise<void> {
  await page.goto(stage.url);
  await stayAwake(page);
  await throttle(page, SLOWER);
  await page.evaluate(script);
}

async function askAll(page: Page, isLast: boolean): Promise<SearchRun[]> {
  const subjects: readonly Subject[] = isLast ? ['ours', 'scan', 'minisearch'] : ['ours', 'scan'];
  if (isLast) {
    await throttle(page, 1);
    for (const subject of subjects) {
      await page.evaluate((name) => globalThis.searchBench.prepare(name), subject);
    }
    await throttle(page, SLOWER);
  }
  const runs: SearchRun[] = [];
  for (const subject of subjects) {
    const asked = { name: subject, step: STEP[subject] };
    runs.push(...(await page.evaluate(({ name, step }) => globalThis.searchBench.ask(name, step), asked)));
  }
  return runs;
}

interface Loads {
  readonly names: number[];
  readonly words: number[];
  readonly read: number[];
}

function tellLoads({ names, words, read }: Loads): void {
  const limit = { name: 'reading the same rows', values: read };
  const goal = { of: 'value', is: '≤', bound: GOAL_LOAD_MS } as const;
  print({
    name: 'search.load',
    values: names,
    unit: 'ms',
    limit,
    goal,
    notes: ['titles, names and sounds can be found'],
  });
  print({
    name: 'search.load-words',
    values: words,
    unit: 'ms',
    limit,
    notes: ['all words can be found; in pieces, between which keys are answered'],
  });
}

function tellQueries(runs: readonly SearchRun[]): void {
  const kinds = [...new Set(runs.map(({ kind }) => kind))];
  const of = (subject: Subject, kind?: string): readonly SearchRun[] =>
    runs.filter((run) => run.subject === subject && (kind === undefined || run.kind === kind));
  for (const share of [0.5, 0.95]) {
    const at = (each: readonly SearchRun[]): number =>
      percentile(
        each.map(({ ms }) => ms),
        share,
      );
    print({
      name: `search.p${share * 100}`,
      values: perRound(of('ours')).map(at),
      unit: 'ms',
      limit: { name: 'plain scan', values: perRound(of('scan')).map(at) },
      peers: of('minisearch').length > 0 ? [{ name: 'MiniSearch', values: [at(of('minisearch'))] }] : [],
      ...(share === 0.95 ? { goal: { of: 'value', is: '≤', bound: GOAL_MS } as const } : {}),
      notes: kinds.map(
        (kind) =>
          `${kind}: ours ${at(of('ours', kind)).toFixed(1)} ms, plain scan ${at(of('scan', kind)).toFixed(1)} ms`,
      ),
    });
  }
  const recall = (subject: Subject, kind?: string): number => {
    const each = of(subject, kind).flatMap((run) => run.recall ?? []);
    return each.reduce((sum, share) => sum + share, 0) / each.length;
  };
  print({
    name: 'search.recall',
    values: [recall('ours')],
    unit: 'share',
    limit: { name: 'plain scan', values: [1] },
    peers: of('minisearch').length > 0 ? [{ name: 'MiniSearch', values: [recall('minisearch')] }] : [],
    notes: kinds.map(
      (kind) =>
        `${kind}: ours ${recall('ours', kind).toFixed(3)}, MiniSearch ${recall('minisearch', kind).toFixed(3)}`,
    ),
  });
}

function perRound(runs: readonly SearchRun[]): SearchRun[][] {
  const size = new Set(runs.map(({ query, kind }) => `${kind} ${query}`)).size;
  return Array.from({ length: Math.round(runs.length / size) }, (_, at) =>
    runs.slice(at * size, (at + 1) * size),
  );
}
