import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntryId } from '../../../contract/id.ts';
import type { Inline } from '../../../contract/text.ts';
import { inlinesOf, textOfInlines } from './inline-text.ts';

const words = fc.string({
  unit: fc.constantFrom('甲', '乙', 'a', '1', ' ', '，', '。', '“', '*', '_', '[', ']', '(', ')', '\\', '🙂'),
  minLength: 1,
  maxLength: 12,
});
const inline: fc.Arbitrary<Inline> = fc.oneof(
  words.map((text): Inline => ({ type: 'text', text })),
  words.map((text): Inline => ({ type: 'strong', text })),
  words.map((text): Inline => ({ type: 'em', text })),
  words.map((text): Inline => ({ type: 'link', to: 'guide/pension-claim' as EntryId, text })),
  fc.constant<Inline>({ type: 'break' }),
);

/** Neighbouring plain texts are one text: that is no difference that anyone could see. */
const merged = (nodes: readonly Inline[]): Inline[] => {
  const out: Inline[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (last?.type === 'text' && node.type === 'text')
      out.splice(-1, 1, { type: 'text', text: last.text + node.text });
    else out.push(node);
  }
  return out;
};

describe('inline text', () => {
  test('what can be shown as text reads back to the very same nodes', () => {
    let shown = 0;
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 6 }), (nodes) => {
        const text = textOfInlines(nodes);
        if (text === null) return;
        shown += 1;
        expect(inlinesOf(text)).toEqual(merged(nodes));
      }),
      { numRuns: 2_000 },
    );
    expect(shown).toBeGreaterThan(500);
  });

  test('plain text can always be shown, and without backslashes where none are needed', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(textOfInlines([{ type: 'text', text }])).not.toBeNull();
      }),
      { numRuns: 1_000 },
    );
    for (const text of ['王**、李**', '220821********0014', '3*4*5', 'a_b_c', '[附件] 名单'])
      expect(textOfInlines([{ type: 'text', text }])).toBe(text);
  });

  test('whatever is typed is some text, and typing it again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', 'a', '*', '[', ']', '(', ')', '\\', '\n', ' ', '_') }),
        (typed) => {
          const nodes = inlinesOf(typed);
          const text = textOfInlines(nodes);
          if (text !== null) expect(inlinesOf(text)).toEqual(nodes);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('asterisks of masked names stay asterisks', () => {
    expect(inlinesOf('王**、李**、张*三')).toEqual([{ type: 'text', text: '王**、李**、张*三' }]);
  });

  test('marks, links and line breaks', () => {
    expect(inlinesOf('带**身份证**来\n见[指南](guide/pension-claim)')).toEqual([
      { type: 'text', text: '带' },
      { type: 'strong', text: '身份证' },
      { type: 'text', text: '来' },
      { type: 'break' },
      { type: 'text', text: '见' },
      { type: 'link', to: 'guide/pension-claim', text: '指南' },
    ]);
  });

  test('an address of another site stays words', () => {
    expect(inlinesOf('[点这里](https://example.com)')).toEqual([
      { type: 'text', text: '[点这里](https://example.com)' },
    ]);
    expect(inlinesOf('<img src=x onerror=alert(1)>')).toEqual([
      { type: 'text', text: '<img src=x onerror=alert(1)>' },
    ]);
  });
});
