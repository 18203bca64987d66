import type { EntryRow } from '../../contract/desk.ts';
import { type Show, shows } from '../../contract/desk-timeliness.ts';
import { kindInWords } from '../../contract/entry.ts';
import { type EntryKind, entryKinds } from '../../contract/entry-name.ts';
import { type ReviewState, reviewStateInWords, reviewStates } from '../../contract/review.ts';
import { useDesk } from '../desk.ts';
import { FilterBar, type FilterPick } from '../part/filter-bar.tsx';
import type { ContentPlace, EnglishFilter, EntrySort } from '../route/route.ts';
import { authorsOf } from './entry-list.ts';

export interface ContentFilterProps {
  readonly rows: readonly EntryRow[];
  /** How many are found. */
  readonly count: number;
  readonly route: ContentPlace;
  readonly onRefine: (change: Partial<ContentPlace>) => void;
}

const sorts: Readonly<Record<EntrySort, string>> = {
  edited: '最近改的在前',
  title: '按名称',
  state: '按状态',
};

const englishes: Readonly<Record<EnglishFilter, string>> = {
  there: '有英文',
  stale: '英文要看看',
  none: '没有英文',
};

/** Search, filters and order of all entries. */
export function ContentFilter({ rows, count, route, onRefine }: ContentFilterProps) {
  return (
    <FilterBar
      search={route.q}
      searchLabel="找名称、短名、索引号"
      onSearch={(q) => onRefine({ q })}
      picks={usePicks(rows, route, onRefine)}
      found={count === rows.length ? `共 ${rows.length} 条` : `找到 ${count} 条，共 ${rows.length} 条`}
    />
  );
}

const usePicks = (
  rows: readonly EntryRow[],
  route: ContentPlace,
  onRefine: ContentFilterProps['onRefine'],
): readonly FilterPick[] => {
  const { hall, session } = useDesk();
  return [
    {
      label: '种类',
      value: route.kind,
      none: '全部种类',
      choices: entryKinds.map((kind) => [kind, kindInWords[kind]]),
      onPick: (kind) => onRefine({ kind: kind as EntryKind | '' }),
    },
    {
      label: '状态',
      value: route.state,
      none: '全部状态',
      choices: reviewStates.map((state) => [state, reviewStateInWords[state]]),
      onPick: (state) => onRefine({ state: state as ReviewState | '' }),
    },
    {
      label: '科室',
      value: route.department ?? '',
      none: '全部科室',
      choices: hall.value?.departments.map(({ id, name }) => [id, name] as const) ?? [],
      onPick: (department) => onRefine({ department }),
    },
    {
      label: '谁写的',
      value: route.by ?? '',
      none: '所有人',
      choices: authorsOf(rows, session.value?.staff.id),
      onPick: (by) => onRefine({ by }),
    },
    {
      label: '时限',
      value: route.due ?? '',
      none: '不看时限',
      choices: Object.entries(shows),
      onPick: (due) => onRefine({ due: due as Show | '' }),
    },
    {
      label: '英文',
      value: route.english ?? '',
      none: '不看英文',
      choices: Object.entries(englishes),
      onPick: (english) => onRefine({ english: english as EnglishFilter | '' }),
    },
    {
      label: '先后',
      value: route.sort ?? '',
      none: '按种类和名称',
      choices: Object.entries(sorts),
      onPick: (sort) => onRefine({ sort: sort as EntrySort | '' }),
    },
  ];
};
