import type * as v from 'valibot';
import { entrySchemas } from '../../../contract/entry.ts';
import type { EntryKind } from '../../../contract/entry-name.ts';
import { faultsOf } from '../../../contract/schema.ts';
import { sectionsOf } from '../field/section-of.ts';
import { addWords, type Field, type Section } from '../field/spec.ts';
import { type Branch, branchOf, listOf, type Tree } from '../field/tree.ts';

/** What is wrong with a draft by the contract's schema, in the words of the desk's labels. */
export interface DraftFault {
  /** `materials.2.name` */
  readonly path: string;
  /** `材料 第 3 项 · 材料名称` */
  readonly where: string;
  readonly say: string;
}

const at = (tree: Tree | undefined, path: readonly (string | number)[]): Tree | undefined =>
  path.reduce<Tree | undefined>(
    (held, step) => (typeof step === 'number' ? listOf(held)[step] : branchOf(held)[step]),
    tree,
  );

const isEmpty = (value: Tree | undefined): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** `isRow`: it is one line of a list that stands empty, not the list. */
const sayEmpty = (field: Field | undefined, isRow: boolean): string => {
  switch (field?.as) {
    case 'pick':
    case 'entry':
    case 'inner':
    case 'duration':
      return '还没有选。';
    case 'picks':
    case 'inners':
    case 'answers':
      return '至少选一项。';
    case 'lines':
      if (isRow) return '还没有填。不要这一项，就把它删去。';
      return `至少要有一项，请${addWords(field.one)}。`;
    case 'rows':
      return `至少要有一项，请${addWords(field.one)}。`;
    case 'blocks':
      return '还没有写。';
    default:
      return '还没有填。';
  }
};

const inside = (field: Field, tree: Tree | undefined): readonly Field[] => {
  if (field.as === 'group' || field.as === 'rows') return field.fields;
  if (field.as !== 'variant') return [];
  const is = branchOf(tree)[field.on];
  return field.cases.find((each) => each.is === is)?.fields ?? [];
};

interface Found {
  readonly field: Field | undefined;
  readonly where: string;
}

/** Follows a path through the table of fields, naming each step. */
const describe = (
  fields: readonly Field[],
  tree: Tree | undefined,
  path: readonly (string | number)[],
): Found => {
  const [key, ...rest] = path;
  const field = fields.find((each) => each.key === key);
  if (field === undefined) return { field: undefined, where: key === undefined ? '' : String(key) };
  const value = branchOf(tree)[field.key];
  const [index, ...more] = rest;
  const unit = field.as === 'blocks' ? '块' : '项';
  const name = typeof index === 'number' ? `${field.label} 第 ${index + 1} ${unit}` : field.label;
  const deeper =
    typeof index === 'number'
      ? describe(inside(field, value), listOf(value)[index], more)
      : describe(inside(field, value), value, rest);
  if (deeper.field === undefined) {
    const isOwn = rest.length <= 1 || field.as === 'blocks';
    return { field: isOwn ? field : undefined, where: name };
  }
  return { field: deeper.field, where: `${name} · ${deeper.where}` };
};

const fieldsOf = (sections: readonly Section[]): readonly Field[] =>
  sections.flatMap((section) => section.fields);

/** `材料 第 3 项 · 材料名称` for `materials.2.name`. */
export const placeInWords = (kind: EntryKind, entry: Branch, path: string): string => {
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return describe(fieldsOf(sectionsOf[kind]), entry, steps).where || '整条内容';
};

export const draftFaults = (kind: EntryKind, draft: Branch): readonly DraftFault[] =>
  faultsIn(entrySchemas[kind], sectionsOf[kind], draft);

export const faultsIn = (
  schema: v.GenericSchema,
  sections: readonly Section[],
  draft: Branch,
): readonly DraftFault[] => {
  const fields = fieldsOf(sections);
  const seen = new Set<string>();
  // From the top of the page to its foot, whatever the schema's order is.
  const rank = new Map(fields.map((field, at) => [field.key, at]));
  const placeOf = ({ path }: DraftFault): number => rank.get(path.split('.')[0] ?? '') ?? -1;
  const found = faultsOf(schema, draft).flatMap((fault) => {
    const path = fault.path.join('.');
    // One fault a place is enough to know what to do there.
    if (seen.has(path)) return [];
    seen.add(path);
    const { field, where } = describe(fields, draft, fault.path);
    const value = at(draft, fault.path);
    const isHalfTyped = field?.as === 'number' && typeof value === 'string';
    const isRow = typeof fault.path.at(-1) === 'number';
    const say = isEmpty(value) ? sayEmpty(field, isRow) : isHalfTyped ? '这里要写数字。' : fault.say;
    return [{ path, where: where || '整条内容', say }];
  });
  return found.sort((a, b) => placeOf(a) - placeOf(b));
};

/** A path in the words of the desk's labels: `材料 第 3 项 · 材料名称`. */
export const nameOfPath = (kind: EntryKind, draft: Branch, path: string): string => {
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return describe(fieldsOf(sectionsOf[kind]), draft, steps).where || '整条内容';
};
