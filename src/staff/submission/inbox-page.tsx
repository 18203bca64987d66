import type { SubmissionRow } from '../../contract/desk.ts';
import { submissionStates } from '../../contract/submission.ts';
import { useDesk } from '../desk.ts';
import { FilterBar } from '../part/filter-bar.tsx';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import table from '../part/table.module.css';
import { useLoad } from '../part/use-load.ts';
import type { InboxFilter, Route } from '../route/route.ts';
import { stateAtDesk } from './due.ts';
import { filterInbox } from './inbox.ts';
import { SubmissionTable } from './submission-table.tsx';

export interface InboxPageProps {
  readonly route: Extract<Route, { page: 'inbox' }>;
}

export function InboxPage({ route }: InboxPageProps) {
  return (
    <Page title="收件" lead="群众在屏幕和手机上填的申请、投诉和意见">
      <Guarded needs="submission.list">
        <Inbox route={route} />
      </Guarded>
    </Page>
  );
}

const filters = [
  ['open', '待办的'],
  ['all', '全部'],
  ...submissionStates.map((state) => [state, stateAtDesk[state]] as const),
] as const;

function Inbox({ route }: InboxPageProps) {
  const { api, place } = useDesk();
  const loaded = useLoad('submissions', () => api.submissions());
  return (
    <LoadedView of={loaded} waiting="正在取收件……">
      {(rows) => {
        const shown = filterInbox(rows, route.state, route.q);
        return (
          <>
            <FilterBar
              search={route.q}
              searchLabel="找回执编号、表单名称"
              onSearch={(q) => place.refine({ ...route, q })}
              picks={[
                {
                  label: '状态',
                  value: route.state,
                  choices: filters,
                  onPick: (state) => place.refine({ ...route, state: state as InboxFilter }),
                },
              ]}
              found={`${shown.length} 件`}
            />
            {shown.length > 0 ? (
              <SubmissionTable rows={shown} label="收件" />
            ) : (
              <p class={table.empty}>{nothing(rows, route)}</p>
            )}
          </>
        );
      }}
    </LoadedView>
  );
}

const nothing = (rows: readonly SubmissionRow[], { state, q }: InboxPageProps['route']) => {
  if (rows.length === 0) return '还没有收到过。群众在屏幕上提交、联网以后，就会出现在这里。';
  if (q !== '') return `没有找到“${q}”。可以少写几个字，或者把状态换成“全部”。`;
  return state === 'open'
    ? '没有待办的，都办完了。'
    : `没有“${stateAtDesk[state as keyof typeof stateAtDesk] ?? '这样'}”的。`;
};
