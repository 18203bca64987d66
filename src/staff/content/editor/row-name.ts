import type { Field } from '../field/spec.ts';
import { type Branch, textOf } from '../field/tree.ts';

type Rows = Extract<Field, { as: 'rows' }>;

const choiceOf = (field: Field, row: Branch): string | undefined =>
  field.as === 'pick' && typeof field.choices !== 'string'
    ? field.choices.find(([each]) => each === textOf(row[field.key]))?.[1]
    : undefined;

/** What a row says of itself in one line. What was chosen for everybody at the start names nothing: a word must be written. */
export const nameOfRow = ({ fields, one }: Pick<Rows, 'fields' | 'one'>, row: Branch): string => {
  const said = fields.filter(({ as, key }) => (as === 'line' || as === 'pick') && textOf(row[key]) !== '');
  if (said.every(({ as }) => as === 'pick')) return `新的${one}`;
  return said
    .slice(0, 3)
    .map((field) => choiceOf(field, row) ?? textOf(row[field.key]))
    .join(' · ');
};
