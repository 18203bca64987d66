import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block, Inline } from '../../../contract/text.ts';
import { blocksOf, docOf, placesOf } from './doc.ts';
import { schema } from './schema.ts';

const words = fc.string({ unit: fc.constantFrom(...'政府 公开*_[]()1.·', '👍'), minLength: 1, maxLength: 8 });
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constantFrom('text' as const, 'strong' as const, 'em' as const), text: words }),
  fc.constant({ type: 'break' as const }),
  fc.record({
    type: fc.constant('link' as const),
    to: fc.constantFrom('page/about' as never, 'guide/pension' as never),
    text: words,
  }),
);

const isAlike = (a: Inline | undefined, b: Inline): boolean =>
  a?.type === b.type && (a.type !== 'link' || b.type !== 'link' || a.to === b.to);

/** Neighbours alike are one: as any text that was typed. */
const joined = (content: readonly Inline[]): Inline[] => {
  const out: Inline[] = [];
  for (const each of content) {
    const last = out.at(-1);
    if (last === undefined || last.type === 'break' || each.type === 'break' || !isAlike(last, each))
      out.push(each);
    else out[out.length - 1] = { ...last, text: last.text + each.text };
  }
  return out;
};

/** With something to see in it. */
const inlines = fc
  .array(inline, { maxLength: 4 })
  .map((content) => joined([...content, { type: 'text', text: '字' }]));
const cell: fc.Arbitrary<Inline[]> = fc.oneof(inlines, fc.constant([] as Inline[]));
const picture = { file: 'A'.repeat(43) as never, width: 800, height: 600, bytes: 1_000 };

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.integer({ min: 2, max: 4 }),
    text: words.map((text) => `${text}题`),
  }),
  fc.record({ type: fc.constantFrom('paragraph' as const, 'quote' as const), content: inlines }),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(inlines, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('table' as const),
    head: fc.tuple(cell, cell),
    rows: fc.array(fc.tuple(cell, cell), { maxLength: 2 }),
  }),
  fc.record(
    { type: fc.constant('image' as const), picture: fc.constant(picture), alt: words, caption: words },
    { requiredKeys: ['type', 'picture', 'alt'] },
  ),
  fc.record({ type: fc.constant('generated' as const), part: fc.constantFrom('office', 'catalogue') }),
);

it('gives every body back as it was, and its document is one that the editor takes', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (body) => {
      const doc = docOf(body);
      doc.check();
      expect(blocksOf(doc)).toEqual(body);
    }),
  );
});

it('takes empty lines for what they are, and knows where each block stands', () => {
  const empty = schema.node('paragraph');
  const [title, text] = docOf([
    { type: 'heading', level: 3, text: '题' },
    { type: 'paragraph', content: [{ type: 'text', text: '字' }] },
  ]).children;
  const blanks = schema.node('paragraph', null, [schema.text(' 　'), schema.node('break')]);
  const doc = schema.node('doc', null, [empty, title as never, blanks, empty, text as never, empty]);
  expect(blocksOf(doc).map((each) => each.type)).toEqual(['heading', 'paragraph']);
  expect(placesOf(doc)).toEqual([1, 4]);
  expect(blocksOf(docOf([]))).toEqual([]);
});

it('leaves what was not touched the very same: only what was typed is new', () => {
  const doc = docOf([
    { type: 'quote', content: [{ type: 'text', text: '甲' }] },
    { type: 'generated', part: 'office' },
  ]);
  const [first] = blocksOf(doc);
  const longer = doc.copy(doc.content.addToEnd(schema.node('paragraph', null, schema.text('乙'))));
  expect(blocksOf(longer)[0]).toBe(first);
});
