import type { Choice } from '../../part/field.tsx';
import { keysOf, withKeys } from './inner.ts';
import { type Branch, branchOf, isSame, listOf, type Tree, textOf, withKey } from './tree.ts';

/** A form while it is being written: what each way of answering needs, and references that a removal has emptied. */

const NEEDS: Readonly<Record<string, Branch>> = {
  choice: { options: [{ label: '' }, { label: '' }] },
  choices: { options: [{ label: '' }, { label: '' }], min: 1, max: 2 },
  text: { min: 1, max: 50 },
  'long-text': { min: 2, max: 500 },
  declaration: { text: [''], agree: '我同意' },
};
const MAY_HAVE: Readonly<Record<string, readonly string[]>> = {
  text: ['suggestions'],
  'long-text': ['suggestions', 'phrases'],
  date: ['range'],
  'id-number': ['checkWhen'],
};

const option = (tree: Tree): Branch => {
  const held = branchOf(tree);
  const stop = branchOf(held.stop);
  const isEmpty = textOf(stop.title) === '' && listOf(stop.text).length === 0;
  return held.stop !== undefined && isEmpty ? withKey(held, 'stop', undefined) : held;
};

/** What the way of answering does not know goes; what it needs is there. */
const shapedField = (tree: Tree | undefined): Branch => {
  const held = branchOf(tree);
  const type = textOf(held.type);
  const needs = NEEDS[type] ?? {};
  const known = ['type', ...Object.keys(needs), ...(MAY_HAVE[type] ?? [])];
  const kept = Object.fromEntries(Object.entries(held).filter(([key]) => known.includes(key)));
  const field: Branch = { ...needs, ...kept };
  if (field.options === undefined) return field;
  return { ...field, options: withKeys(listOf(field.options).map(option), 'value', 'option') };
};

const optionsOf = (questions: readonly Branch[], id: string): readonly Branch[] | null => {
  const field = branchOf(questions.find((each) => each.id === id)?.field);
  return field.options === undefined ? null : listOf(field.options).map(branchOf);
};

/** The options of a question as others refer to them. */
export const answerChoices = (form: Branch, id: string): readonly Choice[] =>
  (optionsOf(listOf(form.questions).map(branchOf), id) ?? []).map(
    (each) => [textOf(each.value), textOf(each.label) || '（还没有写）'] as const,
  );

const condition = (tree: Tree, questions: readonly Branch[]): Branch | null => {
  const held = branchOf(tree);
  const id = textOf(held.question);
  if (id !== '' && !questions.some((each) => each.id === id)) return null;
  const values = keysOf(optionsOf(questions, id) ?? [], 'value');
  const oneOf = listOf(held.oneOf).filter((each) => values.has(textOf(each)));
  return { ...held, question: id, oneOf };
};

/** A condition that stands alone is there only while it names a question. */
const withCondition = (branch: Branch, key: string, questions: readonly Branch[]): Branch => {
  if (branch[key] === undefined) return branch;
  const held = condition(branch[key] ?? {}, questions);
  return withKey(branch, key, held === null || held.question === '' ? undefined : held);
};

const withConditions = (question: Branch, questions: readonly Branch[]): Branch => {
  const field = withCondition(branchOf(question.field), 'checkWhen', questions);
  const all = { ...question, field };
  if (question.when === undefined) return all;
  const when = listOf(question.when).flatMap((each) => condition(each, questions) ?? []);
  return withKey(all, 'when', when.length === 0 ? undefined : when);
};

const named = (form: Branch): readonly Branch[] =>
  withKeys(listOf(form.questions), 'id', 'question').map((each) => ({
    ...each,
    field: shapedField(each.field),
  }));

export const tidyForm = (form: Branch): Branch => {
  const questions = named(form);
  const ids = keysOf(questions);
  const clocks = listOf(form.clocks).map((each) => withCondition(branchOf(each), 'when', questions));
  const anyOf = listOf(form.anyOf).map((each) => ({
    ...branchOf(each),
    questions: listOf(branchOf(each).questions).filter((id) => ids.has(textOf(id))),
  }));
  const tidy = withCondition(
    {
      ...form,
      questions: questions.map((each) => withConditions(each, questions)),
      clocks,
      ...(form.anyOf === undefined ? {} : { anyOf }),
    },
    'byStaffWhen',
    questions,
  );
  return isSame(tidy, form) ? form : tidy;
};
