import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { debianCommand, hasProgram, installDebian } from '../../src/server/setup/debian.mjs';
import { openModel, recognise } from '../../src/visitor/input/handwriting/recognise.ts';
import { HANDS, type Ink, writtenBy } from './hands.ts';
import { handwritingSpeed } from './handwriting-speed.ts';
import { print } from './report.ts';

const ZINNIA_MODEL = '/usr/share/tegaki/models/zinnia/handwriting-zh_CN.model';
/** Of the characters zinnia reads every so many: it takes some 10 ms each. The same ones stand beside it. */
const ZINNIA_EVERY = 5;

/** Row 17: all of GB 2312 written by every kind of hand, read by us and by zinnia with Debian's simplified Chinese model. */
export async function handwriting(): Promise<void> {
  if (!hasProgram('zinnia') || !existsSync(ZINNIA_MODEL)) {
    const needed = ['zinnia-utils', 'tegaki-zinnia-simplified-chinese'];
    if (!(await installDebian(needed)))
      console.log(`# handwriting without its peer; to have it: ${debianCommand(needed)}`);
  }
  const path = new URL('../../src/visitor/input/handwriting/handwriting.bin', import.meta.url);
  const bytes = readFileSync(path);
  const model = openModel(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const texts = gb2312();
  const medians = new Map(texts.map((text) => [text, mediansOf(text)] as const));
  for (const name of Object.keys(HANDS)) {
    const written = texts.map((text) => ({ text, ink: writtenBy(name, text, medians.get(text) ?? []) }));
    const ours = written.map(({ text, ink }) => recognise(model, ink, 5).indexOf(text));
    const sample = written.filter((_, at) => at % ZINNIA_EVERY === 0);
    const its = await readByZinnia(sample);
    say(name, ours, its);
  }
  await handwritingSpeed();
}

function say(name: string, ours: readonly number[], its: readonly number[] | null): void {
  const beside = ours.filter((_, at) => at % ZINNIA_EVERY === 0);
  for (const [top, bound] of [
    [1, 90],
    [5, 98],
  ] as const) {
    const percent = (places: readonly number[]): number =>
      (100 * places.filter((place) => place >= 0 && place < top).length) / places.length;
    const peers = its
      ? [
          {
            name: `zinnia (${its.length} of them; ours ${percent(beside).toFixed(2)})`,
            values: [percent(its)],
          },
        ]
      : [];
    print({
      name: `handwriting.${name}.top-${top}`,
      values: [percent(ours)],
      unit: '%',
      limit: { name: 'every character read', values: [100] },
      peers,
      goal: { of: 'value', is: '≥', bound },
    });
  }
}

function gb2312(): string[] {
  const gbk = new TextDecoder('gbk');
  const texts: string[] = [];
  for (let high = 0xb0; high <= 0xf7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) texts.push(gbk.decode(Uint8Array.of(high, low)));
  return texts.filter((text) => /^\p{Script=Han}$/u.test(text));
}

function mediansOf(text: string): Ink[] {
  const path = new URL(
    `../../node_modules/hanzi-writer-data/${encodeURIComponent(text)}.json`,
    import.meta.url,
  );
  const { medians } = JSON.parse(readFileSync(path, 'utf8')) as { medians: [number, number][][] };
  return medians.map((stroke) => stroke.map(([x, y]) => [x, 900 - y] as const));
}

/** The place of each among zinnia's first five, −1 where it is not; null without zinnia. */
function readByZinnia(written: readonly { text: string; ink: readonly Ink[] }[]): Promise<number[] | null> {
  if (!hasProgram('zinnia') || !existsSync(ZINNIA_MODEL)) return Promise.resolve(null);
  const input = written.map(({ ink }) => sexpOf(ink)).join('\n');
  return new Promise((resolve, reject) => {
    const zinnia = spawn('zinnia', ['-m', ZINNIA_MODEL, '-n', '5']);
    let said = '';
    zinnia.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
    zinnia.on('error', reject);
    zinnia.on('close', () => {
      const lists = said.split('Answer:').slice(1);
      resolve(written.map(({ text }, at) => placeIn(lists[at] ?? '', text)));
    });
    zinnia.stdin.end(`${input}\n`);
  });
}

const placeIn = (answer: string, text: string): number =>
  answer
    .trim()
    .split('\n')
    .map((line) => line.split(/\s/)[0])
    .indexOf(text);

/** Moved into a square of 1000, as zinnia wants it. */
function sexpOf(ink: readonly Ink[]): string {
  const points = ink.flat();
  const [left, top] = [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))];
  const [right, bottom] = [Math.max(...points.map(([x]) => x)), Math.max(...points.map(([, y]) => y))];
  const times = 900 / Math.max(right - left, bottom - top, 1);
  const strokes = ink.map(
    (stroke) =>
      `(${stroke.map(([x, y]) => `(${Math.round((x - left) * times + 50)} ${Math.round((y - top) * times + 50)})`).join('')})`,
  );
  return `(character (width 1000)(height 1000)(strokes ${strokes.join('')}))`;
}
