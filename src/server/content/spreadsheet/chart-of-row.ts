import type { Chart } from '../../../contract/chart.ts';
import { cut } from '../../../contract/cut.ts';
import type { Day } from '../../../contract/day.ts';
import { nameOf } from '../../../contract/entry-name.ts';
import { type EntryId, entryId } from '../../../contract/id.ts';
import type { Fields } from './column.ts';

/** No guide is published without its chart: one is drawn of the steps that the row names, to be looked through by a person. */

const USUAL = ['窗口受理', '审核办理'];
const MOST_STEPS = 12;

export const chartIdOf = (guide: EntryId): EntryId => entryId('chart', nameOf(guide));

export function chartOfRow(fields: Fields, guide: { id: EntryId; title: string }, today: Day): Chart {
  const told = Array.isArray(fields.steps) ? (fields.steps as readonly string[]) : [];
  const named = told.length === 0 ? USUAL : told.slice(0, MOST_STEPS);
  const [first, ...others] = /申请|提出/.test(named[0] ?? '') ? named : ['提出申请', ...named];
  const isEnd = /办结|送达|领取|发放|办好$/.test(others.at(-1) ?? '');
  const end = isEnd ? others.at(-1) : '办好';
  const steps = isEnd ? others.slice(0, -1) : others;
  const idOf = (at: number): string => `step-${at + 2}`;
  return {
    kind: 'chart',
    id: chartIdOf(guide.id),
    title: guide.title,
    guide: guide.id,
    summary: cut([first, ...steps, end].join('，然后'), 100),
    steps: [
      { id: 'step-1', shape: 'start', label: first ?? '提出申请', who: '您', next: idOf(0) },
      ...steps.map((label, at) => ({ id: idOf(at), shape: 'step' as const, label, next: idOf(at + 1) })),
      { id: idOf(steps.length), shape: 'end', label: end ?? '办好' },
    ],
    sample: told.length === 0,
    updatedOn: today,
  };
}
