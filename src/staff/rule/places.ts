import { kindInWords } from '../../contract/entry.ts';
import { entryKinds } from '../../contract/entry-name.ts';
import { askedHallSections } from '../content/field/hall-table.ts';
import { sectionsOf } from '../content/field/section-of.ts';
import type { Field, Section } from '../content/field/spec.ts';
import type { RulePlace } from '../route/route.ts';
import { type Rule, sourceOf, stepInWords } from './rule.ts';

/** Every field of every editor by its key (`guide.materials.basis`), in the words of its labels. */

export const placeInWords = {
  ...kindInWords,
  hall: '大厅设置',
  step: '步骤',
} as const satisfies Record<RulePlace, string>;

const inside = (field: Field): readonly Field[] => {
  if (field.as === 'group' || field.as === 'rows') return field.fields;
  return field.as === 'variant' ? field.cases.flatMap((each) => each.fields) : [];
};

type Named = readonly [key: string, words: string];

const named = (fields: readonly Field[], key: string, words: string): readonly Named[] =>
  fields
    .filter((field) => field.as !== 'key')
    .flatMap((field) => {
      const own: Named = [`${key}.${field.key}`, `${words} · ${field.label}`];
      return [own, ...named(inside(field), ...own)];
    });

export const fieldNames: ReadonlyMap<string, string> = new Map([
  ...entryKinds.flatMap((kind) =>
    sectionsOf[kind].flatMap((section: Section) => named(section.fields, kind, kindInWords[kind])),
  ),
  ...askedHallSections.flatMap((section) => named(section.fields, 'hall', placeInWords.hall)),
]);

/** Where a rule stands, in words. */
export const placesOf = ({ fields = [], steps = [] }: Rule): readonly string[] => [
  ...fields.map((field) => fieldNames.get(field) ?? field),
  ...steps.map(stepInWords),
];

const standsAt = ({ fields = [], steps = [] }: Rule, at: RulePlace): boolean =>
  at === 'step' ? steps.length > 0 : fields.some((field) => field.startsWith(`${at}.`));

export interface RuleQuestion {
  readonly at: RulePlace | '';
  readonly law: Rule['law'] | '';
  readonly q: string;
}

/** Every word of the question must stand somewhere in the rule, its source, or where it stands. */
export const rulesFor = (rules: readonly Rule[], { at, law, q }: RuleQuestion): readonly Rule[] => {
  const words = q.split(/\s+/).filter((word) => word !== '');
  return rules
    .filter((rule) => at === '' || standsAt(rule, at))
    .filter((rule) => law === '' || rule.law === law)
    .filter((rule) => {
      const text = [rule.say, sourceOf(rule), ...placesOf(rule)].join(' ');
      return words.every((word) => text.includes(word));
    });
};
