import type { ChartStep } from '../../../contract/chart.ts';
import { keysOf, withKeys } from './inner.ts';
import { type Branch, branchOf, listOf, type Tree, textOf, withKey } from './tree.ts';

/** A chart while it is being written: what its steps must have for the shape they were given, and what of it can be drawn. */

const branchesOf = (step: Branch): readonly Tree[] =>
  step.branches === undefined
    ? [
        { label: '是', to: textOf(step.next) },
        { label: '否', to: '' },
      ]
    : listOf(step.branches);

const nextOf = (step: Branch): string => textOf(step.next ?? branchOf(listOf(step.branches)[0]).to);

/** A step keeps where it led to when its shape is changed. */
const shaped = (step: Branch): Branch => {
  const { next, branches, ...rest } = step;
  switch (step.shape) {
    case 'start':
    case 'step':
      return branches === undefined && next !== undefined ? step : { ...rest, next: nextOf(step) };
    case 'decision':
      return next === undefined && branches !== undefined ? step : { ...rest, branches: branchesOf(step) };
    case 'end':
      return next === undefined && branches === undefined ? step : rest;
    default:
      return step;
  }
};

const isLost = (to: Tree | undefined, known: ReadonlySet<string>): boolean =>
  textOf(to) !== '' && !known.has(textOf(to));

/** Arrows to a step that was removed are empty again: the list asks for them. */
const withoutLost = (step: Branch, known: ReadonlySet<string>): Branch => {
  if (isLost(step.next, known)) return { ...step, next: '' };
  const branches = listOf(step.branches);
  if (!branches.some((each) => isLost(branchOf(each).to, known))) return step;
  return {
    ...step,
    branches: branches.map((each) =>
      isLost(branchOf(each).to, known) ? withKey(branchOf(each), 'to', '') : each,
    ),
  };
};

/** A step that is added after one that leads nowhere yet is where that one leads. */
const continued = (steps: readonly Branch[], before: ReadonlySet<string>): readonly Branch[] =>
  steps.map((step, at) => {
    const after = steps[at + 1];
    if (after === undefined || step.next !== '' || before.has(textOf(after.id))) return step;
    return { ...step, next: textOf(after.id) };
  });

export const tidyChart = (chart: Branch): Branch => {
  const rows = listOf(chart.steps);
  const named = withKeys(rows, 'id', 'step');
  const known = keysOf(named);
  const steps = continued(
    named.map((step) => withoutLost(shaped(step), known)),
    keysOf(rows),
  );
  const isSame = steps.length === rows.length && steps.every((step, at) => step === rows[at]);
  return isSame ? chart : { ...chart, steps };
};

const UNNAMED = '（还没有写）';

const drawn = (tree: Tree): ChartStep => {
  const step = branchOf(tree);
  const words = Object.fromEntries(
    (['who', 'limit', 'note'] as const).flatMap((key) =>
      textOf(step[key]) === '' ? [] : [[key, textOf(step[key])]],
    ),
  );
  const own = { id: textOf(step.id), label: textOf(step.label).trim() || UNNAMED, ...words };
  switch (step.shape) {
    case 'decision': {
      const branches = listOf(step.branches).map((each) => ({
        label: textOf(branchOf(each).label),
        to: textOf(branchOf(each).to),
      }));
      return { ...own, shape: 'decision', branches };
    }
    case 'end':
      return { ...own, shape: 'end' };
    default:
      return { ...own, shape: step.shape === 'start' ? 'start' : 'step', next: textOf(step.next) };
  }
};

/** The steps as they can be drawn and judged, however little of them is written. */
export const drawnSteps = (chart: Branch): readonly ChartStep[] => listOf(chart.steps).map(drawn);
