import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isComposing, onKey } from './composition.ts';

const key = (part: object): KeyboardEvent => ({ isComposing: false, keyCode: 13, ...part }) as KeyboardEvent;

test('a key belongs to an input method while it composes, and when it says 229', () => {
  expect(isComposing(key({}))).toBe(false);
  expect(isComposing(key({ isComposing: true }))).toBe(true);
  expect(isComposing(key({ keyCode: 229 }))).toBe(true);
  const heard: number[] = [];
  const hear = onKey<KeyboardEvent>(({ keyCode }) => void heard.push(keyCode));
  for (const part of [{}, { keyCode: 229 }, { isComposing: true }]) hear(key(part));
  expect(heard).toEqual([13]);
});

const src = fileURLToPath(new URL('..', import.meta.url));
const sources = (folder: string): readonly string[] =>
  readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/test/.test(file))
    .map((file) => join(folder, file));

/** They only ask whether somebody is there, or are the keyboard on the glass itself. */
const OTHERS = ['staff/watch.ts', 'staff/route/place.ts'];

test('every handler of keys at the desk asks here, and nobody else knows how', () => {
  const files = [...sources('staff'), ...sources('ui')].filter((file) => file !== 'ui/composition.ts');
  const read = (file: string): string => readFileSync(join(src, file), 'utf8');
  const listening = files.filter((file) => /onKey(Down|Up|Press)\b|'key(down|up|press)'/.test(read(file)));
  expect(listening).toContain('ui/use-field.ts');
  const asking = listening.filter((file) => /ui\/composition\.ts|\.\/composition\.ts/.test(read(file)));
  expect(listening.filter((file) => !asking.includes(file) && !OTHERS.includes(file))).toEqual([]);
  const knowing = files.filter((file) => /\b229\b|\.isComposing\b/.test(read(file)));
  expect(knowing).toEqual([]);
});
