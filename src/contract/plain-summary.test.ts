import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { Guide } from './guide.ts';
import { longSentence } from './text-lint.ts';

/** The head of each guide of the demo hall is in plain words: short sentences, none of an office's own. */

const folder = new URL('../server/demo-hall/guide/', import.meta.url);
const summaries = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, parse(readFileSync(new URL(name, folder), 'utf8')).summary as string] as const);

const MOST_LETTERS = 60;
/** What papers say and nobody at home does. */
const OFFICIAL =
  /依照|依据|系指|之规定|予以|给予|该项|上述|相关(?:规定|部门)|符合.{0,6}条件的(?:公民|法人)|申请人|办理人|待遇领取资格|行政相对人/;

it('each guide has one', () => {
  expect(Object.keys(Guide.entries)).toContain('summary');
  expect(summaries.length).toBeGreaterThan(40);
});

it.each(summaries)('%s', (_, summary) => {
  expect(summary.length).toBeLessThanOrEqual(MOST_LETTERS);
  expect(longSentence(summary, { kind: 'guide', path: 'summary' })).toBeNull();
  expect(summary).not.toMatch(OFFICIAL);
});
