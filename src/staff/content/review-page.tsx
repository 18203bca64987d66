import type { EntryRow } from '../../contract/desk.ts';
import { kindInWords } from '../../contract/entry.ts';
import type { EntryKind } from '../../contract/entry-name.ts';
import { isToSignBy } from '../../contract/review.ts';
import { useDesk } from '../desk.ts';
import { SIGN_PERMISSIONS } from '../navigation.ts';
import { FilterBar } from '../part/filter-bar.tsx';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import table from '../part/table.module.css';
import { useLoad } from '../part/use-load.ts';
import { momentInWords } from '../part/words.ts';
import { hrefOf, type Route } from '../route/route.ts';
import { filterEntries } from './entry-list.ts';
import { StateTag } from './state-tag.tsx';

export interface ReviewPageProps {
  readonly route: Extract<Route, { page: 'review' }>;
}

export function ReviewPage({ route }: ReviewPageProps) {
  return (
    <Page title="待我审核" lead="先审查、后公开；谁审查谁负责">
      <Guarded needs={SIGN_PERMISSIONS}>
        <Waiting route={route} />
      </Guarded>
    </Page>
  );
}

function Waiting({ route }: ReviewPageProps) {
  const { api, session, place } = useDesk();
  const { value: actor } = session;
  const loaded = useLoad('entries', () => api.entries());
  return (
    <LoadedView of={loaded} waiting="正在取等待审核的内容……">
      {(rows) => {
        const waiting = rows.filter((row) => actor != null && isToSignBy(actor, row));
        if (waiting.length === 0)
          return <p class={table.empty}>没有等您审核的内容。轮到您的那一道，就会出现在这里。</p>;
        const shown = filterEntries(waiting, { kind: route.kind ?? '', state: '', q: route.q ?? '' });
        return (
          <>
            <FilterBar
              search={route.q ?? ''}
              searchLabel="找名称、索引号"
              onSearch={(q) => place.refine({ ...route, q })}
              picks={[
                {
                  label: '种类',
                  value: route.kind ?? '',
                  none: '全部种类',
                  choices: Object.entries(kindInWords),
                  onPick: (kind) => place.refine({ ...route, kind: kind as EntryKind | '' }),
                },
              ]}
              found={
                shown.length === waiting.length
                  ? `${waiting.length} 条等您审核`
                  : `${shown.length} 条，一共 ${waiting.length} 条等您审核`
              }
            />
            {shown.length > 0 ? (
              <WaitingTable rows={[...shown].sort(byWaiting)} />
            ) : (
              <p class={table.empty}>没有符合的。可以少写几个字，或者换成全部种类。</p>
            )}
          </>
        );
      }}
    </LoadedView>
  );
}

/** Who has waited longest comes first. */
const byWaiting = (a: EntryRow, b: EntryRow): number => (a.editedAt < b.editedAt ? -1 : 1);

function WaitingTable({ rows }: { readonly rows: readonly EntryRow[] }) {
  const { session, clock } = useDesk();
  const me = session.value?.staff.id;
  return (
    <table class={table.table} aria-label="等待审核的内容">
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">种类</th>
          <th scope="col">新的还是修改</th>
          <th scope="col">到哪一步</th>
          <th scope="col">谁写的</th>
          <th scope="col" class={table.end}>
            审核
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={hrefOf({ page: 'sheet', id: row.id })}>{row.title}</a>
              <small>第 {row.revision} 稿</small>
            </th>
            <td>{kindInWords[row.kind]}</td>
            <td>{row.publishedRevision === null ? '新内容' : '修改'}</td>
            <td>
              <StateTag state={row.state} />
            </td>
            <td>
              {row.author?.name ?? '导入'}
              <small>{momentInWords(row.editedAt, clock())}</small>
            </td>
            <td class={table.end}>{row.author?.id === me ? '您写的，请别人审' : '看差别，签意见'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
