import type { Choice } from '../../part/field.tsx';
import { type Branch, branchOf, listOf, type Tree, textOf } from './tree.ts';

/** Steps of a chart and questions of a form, as other rows of the same entry refer to them. */

export const innerChoices = (entry: Branch): readonly Choice[] =>
  [...listOf(entry.steps), ...listOf(entry.questions)].flatMap((each, at) => {
    const { id, label, title } = branchOf(each);
    const name = textOf(label ?? title);
    return textOf(id) === ''
      ? []
      : [[textOf(id), `${at + 1} ${name === '' ? '（还没有写）' : name}`] as const];
  });

/** Rows of which each has a short name of its own; one that was given stays. */
export const withKeys = (rows: readonly Tree[], key: string, prefix: string): readonly Branch[] => {
  const taken = new Set(rows.map((row) => textOf(branchOf(row)[key])));
  let last = 0;
  return rows.map((row) => {
    const branch = branchOf(row);
    if (textOf(branch[key]) !== '') return branch;
    do last += 1;
    while (taken.has(`${prefix}-${last}`));
    taken.add(`${prefix}-${last}`);
    return { ...branch, [key]: `${prefix}-${last}` };
  });
};

export const keysOf = (rows: readonly Tree[], key = 'id'): ReadonlySet<string> =>
  new Set(rows.map((row) => textOf(branchOf(row)[key])));
