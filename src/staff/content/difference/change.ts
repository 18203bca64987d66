import { asInEntry, englishInWords } from '../field/english-section.ts';
import { blockInWords, fieldsIn, fileInWords, inWords, type Speaker, withInner } from '../field/in-words.ts';
import type { Field, Section } from '../field/spec.ts';
import { type Branch, branchOf, isSame, listOf, type Tree, textOf } from '../field/tree.ts';
import { pairUp } from './pair-up.ts';

/** One place where two versions differ, in words. */
export interface Change {
  /** Its place in the old or new version, for telling changes apart. */
  readonly path: string;
  /** `材料 第 2 项 · 材料名称` */
  readonly where: string;
  /** null: it was not there. */
  readonly before: string | null;
  readonly after: string | null;
  /** What it is written in, if not in Chinese. */
  readonly lang?: 'en';
}

interface Step {
  readonly path: string;
  readonly where: string;
  readonly speaker: Speaker;
  /** The newer version as a whole. */
  readonly entry: Branch;
}

const deeper = (step: Step, key: string | number, where: string): Step => ({
  ...step,
  path: step.path === '' ? String(key) : `${step.path}.${key}`,
  where: step.where === '' ? where : `${step.where} · ${where}`,
});

const said = (value: Tree | undefined, say: (value: Tree) => string): string | null =>
  value === undefined || value === '' ? null : say(value);

/** The same rows in another order, each as often as before. */
const isReordered = (a: readonly Tree[], b: readonly Tree[]): boolean => {
  const rest = [...b];
  return (
    a.length === b.length &&
    a.every((each) => {
      const at = rest.findIndex((other) => isSame(each, other));
      if (at !== -1) rest.splice(at, 1);
      return at !== -1;
    })
  );
};

interface Lists {
  readonly before: readonly Tree[];
  readonly after: readonly Tree[];
  readonly step: Step;
  readonly say: (row: Tree) => string;
  /** What a row is called where only its place matters. */
  readonly nameOf?: (row: Tree) => string;
  /** What differs inside of a row that both have. */
  readonly inside?: (before: Tree, after: Tree, step: Step) => readonly Change[];
}

const listChanges = ({ before, after, step, say, nameOf = say, inside }: Lists): readonly Change[] => {
  if (isSame(before, after)) return [];
  if (isReordered(before, after)) {
    const order = (rows: readonly Tree[]): string =>
      rows.map((row, at) => `${at + 1} ${nameOf(row) || say(row)}`).join('\n');
    return [{ path: step.path, where: `${step.where}的顺序`, before: order(before), after: order(after) }];
  }
  return pairUp(before, after).flatMap(([from, to]) => {
    const [old, fresh] = [from === null ? undefined : before[from], to === null ? undefined : after[to]];
    if (isSame(old, fresh)) return [];
    const at = to ?? from ?? 0;
    const here: Step = {
      ...step,
      path: `${step.path}.${from ?? '-'}/${to ?? '-'}`,
      where: `${step.where} 第 ${at + 1} 项`,
    };
    if (old !== undefined && fresh !== undefined && inside) return inside(old, fresh, here);
    return [{ path: here.path, where: here.where, before: said(old, say), after: said(fresh, say) }];
  });
};

/** Its first words in the order of the table: saved texts have their keys in another one. */
const nameOfRow = (fields: readonly Field[], row: Branch): string =>
  fields
    .filter(({ as }) => as === 'line' || as === 'prose')
    .map(({ key }) => textOf(row[key]))
    .find((text) => text !== '') ?? '';

/** Sentence by sentence as they stand in the newer version, then those that are no more in it. */
const englishChanges = (before: Branch, after: Branch, step: Step): readonly Change[] =>
  asInEntry(step.entry, [...new Set([...Object.keys(after), ...Object.keys(before)])])
    .filter((chinese) => !isSame(before[chinese], after[chinese]))
    .map((chinese) => ({
      path: `${step.path}.${chinese}`,
      where: `${step.where}：${chinese}`,
      before: said(before[chinese], englishInWords),
      after: said(after[chinese], englishInWords),
      lang: 'en',
    }));

const fieldChanges = (
  field: Field,
  before: Tree | undefined,
  after: Tree | undefined,
  step: Step,
): readonly Change[] => {
  if (field.as === 'key' || isSame(before, after)) return [];
  const say = (value: Tree): string => inWords(field, value, step.speaker);
  const lists = { before: listOf(before), after: listOf(after), step };
  switch (field.as) {
    case 'lines':
      return listChanges({ ...lists, say: textOf });
    case 'blocks':
      return listChanges({ ...lists, say: blockInWords });
    case 'files':
      return listChanges({ ...lists, say: fileInWords });
    case 'english':
      return englishChanges(branchOf(before), branchOf(after), step);
    case 'rows':
      return listChanges({
        ...lists,
        say: (row) => inWords({ ...field, as: 'group' }, row, step.speaker),
        nameOf: (row) => nameOfRow(field.fields, branchOf(row)),
        inside: (old, fresh, here) => branchChanges(field.fields, branchOf(old), branchOf(fresh), here),
      });
    case 'group':
    case 'variant': {
      const [olds, fresh] = [fieldsIn(field, before), fieldsIn(field, after)];
      // Another case is another thing: it is compared as a whole.
      if (before !== undefined && after !== undefined && olds === fresh)
        return branchChanges(olds, branchOf(before), branchOf(after), step);
      return [{ path: step.path, where: step.where, before: said(before, say), after: said(after, say) }];
    }
    default:
      return [{ path: step.path, where: step.where, before: said(before, say), after: said(after, say) }];
  }
};

const branchChanges = (
  fields: readonly Field[],
  before: Branch,
  after: Branch,
  step: Step,
): readonly Change[] =>
  fields.flatMap((field) =>
    fieldChanges(field, before[field.key], after[field.key], deeper(step, field.key, field.label)),
  );

/** Everything in which two versions of an entry differ, in the order of the editor. */
export const changesBetween = (
  sections: readonly Section[],
  before: Branch,
  after: Branch,
  speaker: Speaker,
): readonly Change[] => {
  const step: Step = { path: '', where: '', speaker: withInner(speaker, before, after), entry: after };
  return sections.flatMap((section) => branchChanges(section.fields, before, after, step));
};
