import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** A component that names left and right, or a height, is broken where lines run down: it names start and end, and block and inline. */

const folder = new URL('.', import.meta.url);
/** The frame that stays, and pictures. */
const FIXED =
  /^(icon|screen-frame|masthead|foot-bar|dialog|countdown|zoom-pane|stroke-pad|stroke-picture)\.module\.css$/;
const COMPASS =
  /^\s*((margin|padding|border)-(top|right|bottom|left)|(min-|max-)?(width|height)|text-align:\s*(left|right)|overflow-[xy])\b/;
const TWO_SIDES = /^\s*(padding|margin): (?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+ [^;]+;/;

const compassIn = (css: string): readonly string[] =>
  css
    // A tick is a picture too.
    .replaceAll(/::after \{[^}]*rotate[^}]*\}/g, '')
    .split('\n')
    .filter((line) => COMPASS.test(line) || TWO_SIDES.test(line));

it('finds a compass and leaves the flow', () => {
  expect(compassIn('  margin-left: 1px;\n  padding: var(--a) calc(2 * (var(--b)));')).toHaveLength(2);
  expect(compassIn('  margin-inline: 1px 2px;\n  padding: calc(2 * var(--b));\n  stroke-width: 2;')).toEqual(
    [],
  );
});

it.each(readdirSync(folder).filter((name) => name.endsWith('.module.css') && !FIXED.test(name)))(
  '%s names sides by the flow',
  (name) => {
    expect(compassIn(readFileSync(new URL(name, folder), 'utf8'))).toEqual([]);
  },
);
