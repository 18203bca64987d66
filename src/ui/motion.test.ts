import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** Nothing moves for who wants no motion, and nothing flashes: over every style sheet that a visitor is shown. */

const root = fileURLToPath(new URL('..', import.meta.url));
const CALM = /@media \(prefers-reduced-motion: reduce\) \{([\s\S]*?\n\})/g;
const MOVES = /^\s*(animation|transition)(?:-[a-z]+)?:\s*([^;]+);/gm;

const unquiet = (css: string): readonly string[] => {
  const calm = [...css.matchAll(CALM)].map(([, rules]) => rules).join('\n');
  const rest = css.replace(CALM, '').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...rest.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) =>
    [...body.matchAll(MOVES)]
      .filter(([, property = '', value = '']) => {
        const isStill = value.trim() === 'none' || value.includes('var(--swift)');
        const own = selector.trim().split(/[\s[:]/)[0] ?? '';
        return !isStill && !(calm.includes(own) && calm.includes(`${property}: none`));
      })
      .map(([declaration]) => `${selector.trim()} {${declaration.trim()}}`),
  );
};

/** A turn or a beat that comes back sooner than this flashes: three a second is the most (WCAG 2.3.1). */
const BEAT_MS = 334;
const beats = (css: string): readonly number[] =>
  [...css.matchAll(/animation:[^;]*?([\d.]+)(ms|s)\b[^;]*infinite/g)].map(
    ([, time, unit]) => Number(time) * (unit === 's' ? 1_000 : 1),
  );

const sheets = ['ui', 'visitor'].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => ({ name: `${folder}/${name}`, css: readFileSync(`${root}${folder}/${name}`, 'utf8') })),
);

it.each(sheets)('$name', ({ css }) => {
  expect(unquiet(css)).toEqual([]);
  for (const beat of beats(css)) expect(beat).toBeGreaterThanOrEqual(BEAT_MS);
});

it('a sheet that moves on is found', () => {
  expect(unquiet('.a {\n  transition: opacity 300ms;\n}')).toHaveLength(1);
  expect(unquiet('.a {\n  animation: turn 1s infinite;\n}')).toHaveLength(1);
  expect(unquiet('.a {\n  transition: opacity var(--swift);\n}')).toEqual([]);
  expect(beats('.a { animation: blink 100ms infinite; }')).toEqual([100]);
});
