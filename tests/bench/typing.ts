import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from 'playwright';
import { hasProgram, installDebian } from '../../src/server/setup/debian.mjs';
import { inputDataFile } from '../../src/visitor/input/data-plugin.mjs';
import { CHROMIUM_ARGS, chromiumPath } from '../setup/chromium.ts';
import { startHall } from '../setup/server.ts';
import { pageScript } from './page-script.ts';
import { percentile, print } from './report.ts';
import { throttle } from './throttle.ts';
import { keysOf, phrasesOf, type Score, scoreOf, typeOurs } from './typing/choosing.ts';
import { typeInLibrime } from './typing/librime.ts';
import { openStrip, typeOnStrip } from './typing/strip.ts';

/**
 * 16. Pinyin: what visitors write, typed letter by letter, beside librime's default schema on the same letters. The engine was tuned
 * on the first two sets; the others were written without a look at it and are run when a change is finished. Then how long the candidates take after each key on a machine six times slower.
 */
const SETS = {
  hall: 'typing/phrases.txt',
  daily: 'typing/daily.txt',
  'held-out': 'typing/held-out.txt',
  visitors: 'typing/visitors.txt',
} as const;
const SLOWER = 6;
const ROUNDS = 5;
const GOAL_MS = 50;

export async function typing(): Promise<void> {
  await ensureLibrime();
  const file = await inputDataFile('pinyin');
  const data = new Uint8Array(readFileSync(file)).buffer;
  for (const [name, path] of Object.entries(SETS)) {
    const phrases = phrasesIn(path);
    const ours = scoreOf(phrases.map((phrase) => typeOurs(data, phrase)));
    tell(name, phrases.length, ours, scoreOf(typeInLibrime(phrases)));
  }
  await tellSpeed(file);
  await tellStrip();
}

const LIBRIME = {
  'librime-dev': () => existsSync('/usr/include/rime_api.h'),
  'rime-data-luna-pinyin': () => existsSync('/usr/share/rime-data/luna_pinyin.schema.yaml'),
  gcc: () => hasProgram('cc'),
} as const;

async function ensureLibrime(): Promise<void> {
  const missing = Object.entries(LIBRIME).flatMap(([name, isThere]) => (isThere() ? [] : [name]));
  if (missing.length > 0 && !(await installDebian(missing)))
    throw new Error(`install these first: ${missing.join(' ')}`);
}

const phrasesIn = (path: string): readonly string[] =>
  phrasesOf(readFileSync(new URL(path, import.meta.url), 'utf8'));

function tell(set: string, count: number, ours: Score, librime: Score): void {
  const figures = [
    ['first', 'first', 'share', '≥'],
    ['top-5', 'five', 'share', '≥'],
    ['keys-per-hanzi', 'keysPerHanzi', 'keys', '≤'],
  ] as const;
  for (const [name, part, unit, is] of figures) {
    print({
      name: `pinyin.${set}.${name}`,
      values: [ours[part]],
      unit,
      limit: { name: 'librime luna_pinyin', values: [librime[part]] },
      goal: { of: 'ratio', is, bound: 1 },
      notes: [
        `${count} phrases, of which ${ours.unreachable} cannot be written (librime: ${librime.unreachable})`,
      ],
    });
  }
}

async function tellSpeed(file: string): Promise<void> {
  const server = createServer((request, response) => {
    const isData = request.url === '/data';
    response.setHeader('content-type', isData ? 'application/octet-stream' : 'text/html');
    response.end(isData ? readFileSync(file) : '<p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.evaluate(await pageScript('typing/typing-page.ts'));
    await throttle(page, SLOWER);
    const phrases = phrasesIn(SETS.hall);
    await tellRounds(page, 'full', phrases.map(keysOf));
    await tellRounds(page, 'initials', phrases.map(initialsOf));
  } finally {
    await browser.close();
    server.close();
  }
}

/** Long ones, initials alone, and what is typed every day. */
const ON_STRIP = [
  ...['我家房子是危房想申请改造', '工作人员态度不好', '王秀英'].map((phrase) => keysOf(phrase)),
  'wjdymbthmydz',
  'shbx',
];

async function tellStrip(): Promise<void> {
  const hall = await startHall();
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
  try {
    const page = await browser.newPage({ hasTouch: true, viewport: { width: 1080, height: 1920 } });
    await openStrip(page, hall.url);
    await throttle(page, SLOWER);
    await typeOnStrip(page, ['zhongwen']);
    const times = await typeOnStrip(page, ON_STRIP);
    for (const [name, share] of [
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const)
      print({
        name: `pinyin.strip.${name}`,
        values: [percentile(times, share)],
        unit: 'ms',
        limit: { name: 'one frame', values: [16.7] },
        goal: { of: 'value', is: '≤', bound: GOAL_MS },
        notes: [`${SLOWER} × slower; ${times.length} keys; most ${Math.max(...times).toFixed(0)} ms`],
      });
  } finally {
    await browser.close();
    await hall.stop();
  }
}

const initialsOf = (phrase: string): string => [...phrase].map((char) => keysOf(char).slice(0, 1)).join('');

async function tellRounds(page: Page, kind: string, words: readonly string[]): Promise<void> {
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push(await page.evaluate((asked) => globalThis.typingBench.ask(asked), words));
  print({
    name: `pinyin.key.${kind}.p95`,
    values: rounds.map((each) => percentile(each, 0.95)),
    unit: 'ms',
    limit: { name: 'an answer within one frame', values: [16.7] },
    goal: { of: 'value', is: '≤', bound: GOAL_MS },
    notes: [
      `${SLOWER} × slower; ${rounds[0]?.length ?? 0} keys a round; most ${Math.max(...rounds.flat()).toFixed(0)} ms`,
    ],
  });
}
