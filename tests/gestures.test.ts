import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Everything at the screen is done with single touches: nothing hears what one finger, or a rough one, cannot do. */

const root = fileURLToPath(new URL('../src/', import.meta.url));

const filesOf = (ending: RegExp): readonly string[] =>
  ['visitor', 'ui', 'print'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => ending.test(path) && !/\.test\.|\/gallery\//.test(path)),
  );
const withWords = (ending: RegExp, words: RegExp): readonly string[] =>
  filesOf(ending).filter((path) => words.test(readFileSync(join(root, path), 'utf8')));

/** Where one draws, with buttons beside that do without: a name typed instead, keys instead of hanzi. */
const DRAWN_IN = /^ui\/stroke-pad|ink-/;

test('no screen waits for a swipe, a pinch, a double tap, a long press or a hovering mouse', () => {
  const gestures =
    /\bon(DblClick|TouchMove|PointerMove|MouseMove|MouseEnter|MouseOver|PointerEnter|Wheel)\b|['"](dblclick|touchmove|pointermove|mousemove|mouseenter|mouseover|gesture\w+|wheel)['"]/i;
  expect(withWords(/\.tsx?$/, gestures).filter((path) => !DRAWN_IN.test(path))).toEqual([]);
});

test('no style tells something only to who hovers', () => {
  expect(withWords(/\.css$/, /:hover/)).toEqual([]);
});
