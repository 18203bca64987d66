import * as v from 'valibot';
import { dayInWords } from '../../../contract/day.ts';
import { Day } from '../../../contract/day-schema.ts';
import { type Duration, durationInWords } from '../../../contract/deadline.ts';
import type { Hall } from '../../../contract/hall.ts';
import { type Block, plainText } from '../../../contract/text.ts';
import { englishInWords } from './english-section.ts';
import { partInWords } from './part-words.ts';
import { choicesIn, type Field } from './spec.ts';
import { type Branch, branchOf, isBranch, listOf, type Tree, textOf } from './tree.ts';

/** A value as people read it, by the same table as the editor's fields. */
export interface Speaker {
  readonly hall: Hall | null;
  readonly titleOf: (id: string) => string | undefined;
  /** What a step or question of the entry itself is called. */
  readonly innerOf?: (id: string) => string | undefined;
  /** What an option of one of its questions is called. */
  readonly answerOf?: (question: string, option: string) => string | undefined;
}

/** Names of the steps of a chart and of the questions of a form, by their short names. */
export const withInner = (speaker: Speaker, ...entries: readonly Branch[]): Speaker => {
  const names = new Map(
    entries.flatMap((entry) =>
      [...listOf(entry.steps), ...listOf(entry.questions)].map((each) => {
        const { id, label, title } = branchOf(each);
        return [textOf(id), textOf(label ?? title)] as const;
      }),
    ),
  );
  const answers = new Map(
    entries.flatMap((entry) =>
      listOf(entry.questions).flatMap((each) =>
        listOf(branchOf(branchOf(each).field).options).map((option) => {
          const { value, label } = branchOf(option);
          return [`${textOf(branchOf(each).id)} ${textOf(value)}`, textOf(label)] as const;
        }),
      ),
    ),
  );
  return {
    ...speaker,
    innerOf: (id) => names.get(id),
    answerOf: (question, option) => answers.get(`${question} ${option}`),
  };
};

const labelOf = (choices: readonly (readonly [string, string])[], value: Tree | undefined): string =>
  choices.find(([each]) => each === textOf(value))?.[1] ?? textOf(value);

/** `5 个工作日（本乡承诺）` */
export const durationText = (value: Tree): string => {
  const held = branchOf(value);
  const words = typeof held.n === 'number' ? durationInWords(held as unknown as Duration) : textOf(held.unit);
  return held.note === undefined ? words : `${words}（${textOf(held.note)}）`;
};

export const blockInWords = (tree: Tree): string => {
  const block = tree as unknown as Block;
  if (block.type === 'generated') return partInWords[block.part];
  if (block.type === 'heading') return `${'#'.repeat(block.level)} ${block.text}`;
  return plainText([block]);
};

/** Two files of one name are told apart by the beginning of what the program calls them. */
export const fileInWords = (tree: Tree): string => {
  const { name, file } = branchOf(tree);
  return `${textOf(name)}（${textOf(file).slice(0, 6)}）`;
};

/** The fields that a branch shows: of a variant, those of its case. */
export const fieldsIn = (field: Field, value: Tree | undefined): readonly Field[] => {
  if (field.as === 'group' || field.as === 'rows') return field.fields;
  if (field.as !== 'variant') return [];
  const is = branchOf(value)[field.on];
  return field.cases.find((each) => each.is === is)?.fields ?? [];
};

const answersInWords = (value: Tree, question: string, speaker: Speaker): string =>
  listOf(value)
    .map((each) => speaker.answerOf?.(question, textOf(each)) ?? textOf(each))
    .join('、');

const branchInWords = (fields: readonly Field[], value: Tree, speaker: Speaker): string =>
  fields
    .flatMap((field) => {
      if (field.as === 'key') return [];
      const held = branchOf(value)[field.key];
      if (held === undefined || held === '') return [];
      const words =
        field.as === 'answers'
          ? answersInWords(held, textOf(branchOf(value)[field.of]), speaker)
          : inWords(field, held, speaker);
      return [`${field.label}：${words}`];
    })
    .join('\n');

const caseInWords = (field: Extract<Field, { as: 'variant' }>, value: Tree, speaker: Speaker): string => {
  const chosen = field.cases.find((each) => each.is === branchOf(value)[field.on]);
  const rest = branchInWords(chosen?.fields ?? [], value, speaker);
  return [chosen?.label ?? '', rest].filter((text) => text !== '').join('\n');
};

export const inWords = (field: Field, value: Tree, speaker: Speaker): string => {
  switch (field.as) {
    case 'yes':
      return value === true ? '是' : '否';
    case 'pick':
      return labelOf(choicesIn(field.choices, speaker.hall), value);
    case 'swatch':
      return labelOf(field.choices, value);
    case 'picks':
    case 'order':
      return listOf(value)
        .map((each) => labelOf(field.choices, each))
        .join('、');
    case 'words':
    case 'answers':
      return listOf(value).map(textOf).join('、');
    case 'inners':
      return listOf(value)
        .map((each) => speaker.innerOf?.(textOf(each)) ?? textOf(each))
        .join('、');
    case 'lines':
      return listOf(value).map(textOf).join('\n');
    case 'entries':
      return (
        listOf(value)
          .map((each) => speaker.titleOf(textOf(each)) ?? textOf(each))
          .join('、') || '没有选'
      );
    case 'number':
      return [textOf(value), field.unit].filter(Boolean).join(' ');
    case 'entry':
      return speaker.titleOf(textOf(value)) ?? textOf(value);
    case 'inner':
      return speaker.innerOf?.(textOf(value)) ?? textOf(value);
    case 'day': {
      const on = v.safeParse(Day, value);
      return on.success ? dayInWords(on.output) : textOf(value);
    }
    case 'duration':
      return durationText(value);
    case 'group':
      return branchInWords(field.fields, value, speaker);
    case 'rows':
      return listOf(value)
        .map((row) => branchInWords(field.fields, row, speaker))
        .join('\n\n');
    case 'variant':
      return caseInWords(field, value, speaker);
    case 'english':
      return Object.entries(branchOf(value))
        .map(([chinese, english]) => `${chinese}\n${englishInWords(english)}`)
        .join('\n\n');
    case 'files':
      return listOf(value)
        .map((each) => textOf(branchOf(each).name))
        .join('\n');
    case 'blocks':
      return listOf(value).map(blockInWords).join('\n');
    default:
      return isBranch(value) ? '' : textOf(value);
  }
};
