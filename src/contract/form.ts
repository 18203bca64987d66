import * as v from 'valibot';
import { Day } from './day-schema.ts';
import { Duration } from './deadline.ts';
import { english } from './english-texts.ts';
import { EntryId } from './id.ts';
import { count, line, list, oneOf, slug } from './schema.ts';

/**
 * A form definition: one question a screen. The answers to a form stay bound to the version that the visitor saw.
 * Each question names why it may be asked (PIPL Arts. 5, 6) and how long the answer is kept.
 */

export const Condition = v.strictObject({ question: slug, oneOf: list(line(60), 1, 20) });
export type Condition = v.InferOutput<typeof Condition>;

const Stop = v.strictObject({
  /** Choosing this option ends the form: shown instead of the next question, nothing is collected. */
  title: line(40),
  text: list(line(160), 1, 8),
});

export const Option = v.strictObject({
  value: slug,
  label: line(40),
  hint: v.exactOptional(line(80)),
  stop: v.exactOptional(Stop),
});
export type Option = v.InferOutput<typeof Option>;

const options = list(Option, 2, 20);
const suggestions = v.exactOptional(list(line(20), 0, 12));
/** Whole sentences that people need again and again, by what they are about: each is put in with one touch and can be changed. */
export const Phrases = v.strictObject({ about: line(8), say: list(line(40), 1, 8) });
export type Phrases = v.InferOutput<typeof Phrases>;
const phrases = v.exactOptional(list(Phrases, 0, 10));
/** Which days may be chosen; without it any. */
export const dateRanges = ['until-today', 'from-today'] as const;
export type DateRange = (typeof dateRanges)[number];

export const Field = v.variant('type', [
  v.strictObject({ type: v.literal('choice'), options }),
  v.strictObject({ type: v.literal('choices'), options, min: count(0, 20), max: count(1, 20) }),
  v.strictObject({ type: v.literal('text'), min: count(1, 100), max: count(1, 200), suggestions }),
  v.strictObject({
    type: v.literal('long-text'),
    min: count(1, 100),
    max: count(1, 2_000),
    suggestions,
    phrases,
  }),
  v.strictObject({ type: v.literal('phone') }),
  v.strictObject({ type: v.literal('email') }),
  v.strictObject({ type: v.literal('postcode') }),
  v.strictObject({ type: v.literal('date'), range: v.exactOptional(oneOf(dateRanges)) }),
  /** One of the hall's own villages and communities, or another place in the visitor's words. */
  v.strictObject({ type: v.literal('place') }),
  /** One of the hall's departments, by its name. */
  v.strictObject({ type: v.literal('department') }),
  /** By finger, or the name typed by who cannot. */
  v.strictObject({ type: v.literal('signature') }),
  /** The check character is verified only while the condition holds (resident cards have one, passports do not). */
  v.strictObject({ type: v.literal('id-number'), checkWhen: v.exactOptional(Condition) }),
  v.strictObject({ type: v.literal('credit-code') }),
  /** A statement that must be agreed to. */
  v.strictObject({ type: v.literal('declaration'), text: list(line(160), 1, 8), agree: line(20) }),
]);
export type Field = v.InferOutput<typeof Field>;

export const Question = v.strictObject({
  id: slug,
  title: line(30),
  hint: v.exactOptional(line(80)),
  /** Shown under the question: the clause that asks for it. */
  why: v.exactOptional(line(100)),
  field: Field,
  required: v.boolean(),
  /** Asked only while all hold. */
  when: v.exactOptional(list(Condition, 1, 4)),
  /** 0 public, 1 internal, 2 personal, 3 sensitive. */
  sensitivity: count(0, 3),
});
export type Question = v.InferOutput<typeof Question>;

export const formPurposes = ['disclosure-request', 'complaint', 'opinion'] as const;
export type FormPurpose = (typeof formPurposes)[number];

export const Clock = v.strictObject({
  when: v.exactOptional(Condition),
  /** The hall's own promise. */
  promised: v.exactOptional(Duration),
  /** What is done by the promised day, when it is not the reply: `先告诉您收到没有`. */
  promises: v.exactOptional(line(40)),
  statutory: v.exactOptional(v.strictObject({ limit: Duration, basis: line(80) })),
  /** Days within which the visitor is told, once, what to supplement (条例 Art. 30). */
  supplement: v.exactOptional(Duration),
});
export type Clock = v.InferOutput<typeof Clock>;

/** What a receipt slip holds on its one page (A6) in letters that can still be read, beside numbers and dates. */
export const MAX_SLIP_CHARS = 220;

const slipChars = (it: {
  readonly nextSteps: readonly string[];
  readonly clocks: readonly Clock[];
}): number => {
  const words = ({ promised, promises, statutory }: Clock): number =>
    [promised?.note, promises, statutory?.limit.note, statutory?.basis].join('').length;
  return it.nextSteps.join('').length + Math.max(0, ...it.clocks.map(words));
};

const FormShape = v.strictObject({
  kind: v.literal('form'),
  id: EntryId,
  title: line(30),
  purpose: oneOf(formPurposes),
  /** Who keeps it up to date; without one it is the whole hall's. */
  department: v.exactOptional(slug),
  /** One or two sentences on the first screen. */
  intro: list(line(160), 1, 6),
  minutes: count(1, 30),
  /** What must be told before personal data is taken (PIPL Art. 17), as a list. */
  notice: v.strictObject({
    version: line(20),
    purpose: line(120),
    basis: line(120),
    kinds: line(120),
    retention: line(80),
    rights: line(160),
    contact: line(80),
  }),
  questions: list(Question, 1, 40),
  /** At least one question of each set must be answered. */
  anyOf: v.exactOptional(list(v.strictObject({ questions: list(slug, 2, 6), say: line(80) }), 0, 6)),
  /** Holds when staff fill it in for who cannot write (代填, 条例 Art. 29). */
  byStaffWhen: v.exactOptional(Condition),
  /** The first whose condition holds counts. */
  clocks: list(Clock, 0, 12),
  /** What happens next, shown on the receipt. */
  nextSteps: list(line(120), 1, 6),
  sample: v.boolean(),
  updatedOn: Day,
  en: english,
});

export const Form = v.pipe(
  FormShape,
  v.forward(
    v.partialCheck(
      [['nextSteps'], ['clocks']],
      (it) => slipChars(it) <= MAX_SLIP_CHARS,
      `接下来的话和期限的说明合起来最多 ${MAX_SLIP_CHARS} 个字，再多回执一页印不下。`,
    ),
    ['nextSteps'],
  ),
);
export type Form = v.InferOutput<typeof Form>;
