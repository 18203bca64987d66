import * as v from 'valibot';
import { layOutChart } from '../../../contract/chart-layout.ts';
import { type Moment, momentOf } from '../../../contract/day.ts';
import { Entry } from '../../../contract/entry.ts';
import type { PublishedEntry } from '../../../contract/published.ts';

/** A draft as it would be published: what the server prepares for screens is prepared here too, save the keys of search by sound. */

export interface DraftParts {
  readonly entry: unknown;
  readonly revision: number;
  readonly indexNo: string | null;
  readonly nowMs: number;
}

/** null: there is something to put right before it can be shown. */
export const draftObject = ({ entry, revision, indexNo, nowMs }: DraftParts): PublishedEntry | null => {
  const parsed = v.safeParse(Entry, entry);
  if (!parsed.success) return null;
  const at: Moment = momentOf(nowMs);
  const draft = parsed.output;
  return {
    v: 1,
    type: 'entry',
    entry: draft,
    revision: Math.max(1, revision),
    publishedAt: at,
    firstPublishedAt: at,
    ...(indexNo === null ? {} : { indexNo }),
    search: { pinyin: [], initials: [] },
    ...(draft.kind === 'chart' ? { layout: layOutChart(draft.steps) } : {}),
  };
};
