import { durationText } from '../field/in-words.ts';
import type { Field } from '../field/spec.ts';
import { type Branch, isBranch, textOf } from '../field/tree.ts';

type Rows = Extract<Field, { as: 'rows' }>;

/** What a field says; null where it says nothing yet, or what one line cannot hold. */
const saidIn = (field: Field, row: Branch): string | null => {
  const value = row[field.key];
  if (field.as === 'duration') return isBranch(value) ? `${field.label} ${durationText(value)}` : null;
  if ((field.as !== 'line' && field.as !== 'pick') || textOf(value) === '') return null;
  const choices = field.as === 'pick' && typeof field.choices !== 'string' ? field.choices : [];
  return choices.find(([each]) => each === textOf(value))?.[1] ?? textOf(value);
};

/** What a row says of itself in one line. What was chosen for everybody at the start names nothing: a word must be written. */
export const nameOfRow = ({ fields, one }: Pick<Rows, 'fields' | 'one'>, row: Branch): string => {
  const said = fields.flatMap((field) => {
    const words = saidIn(field, row);
    return words === null ? [] : [{ words, isChosen: field.as === 'pick' }];
  });
  if (said.every(({ isChosen }) => isChosen)) return `新的${one}`;
  return said
    .slice(0, 3)
    .map(({ words }) => words)
    .join(' · ');
};
