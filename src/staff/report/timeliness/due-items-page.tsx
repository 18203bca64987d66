import type { DueItem } from '../../../contract/desk-timeliness.ts';
import { headingLabel } from '../../../contract/standard-catalogue.ts';
import { useDesk } from '../../desk.ts';
import { FilterBar } from '../../part/filter-bar.tsx';
import { Guarded, LoadedView, Page } from '../../part/page.tsx';
import table from '../../part/table.module.css';
import { Tag } from '../../part/tag.tsx';
import { useLoad } from '../../part/use-load.ts';
import { dateInWords, momentInWords } from '../../part/words.ts';
import { type DueItemState, hrefOf, type Route, timelinessOf } from '../../route/route.ts';
import { departmentName } from './words.ts';

export interface DueItemsPageProps {
  readonly route: Extract<Route, { page: 'due-items' }>;
}

const states = { open: '等公开', item: '写成了公开信息', closed: '不用公开' } as const satisfies Record<
  DueItemState,
  string
>;

const stateOf = ({ settled }: DueItem): DueItemState =>
  settled === null ? 'open' : settled.item === null ? 'closed' : 'item';

/** Everything that was ever announced, and what became of it. */
export function DueItemsPage({ route }: DueItemsPageProps) {
  const { api, place } = useDesk();
  const loaded = useLoad('due-items', () => api.dueItems());
  return (
    <Page
      title="要公开的事"
      lead="登记过的，和各自的结果"
      back={{ href: hrefOf(timelinessOf()), label: '时限' }}
    >
      <Guarded needs="content.read">
        <LoadedView of={loaded} waiting="正在取登记过的事……">
          {(rows) => {
            const shown = rows
              .filter((row) => route.state === '' || stateOf(row) === route.state)
              .filter((row) => row.title.includes(route.q.trim()));
            return (
              <>
                <FilterBar
                  search={route.q}
                  searchLabel="找名称"
                  onSearch={(q) => place.refine({ ...route, q })}
                  picks={[
                    {
                      label: '结果',
                      value: route.state,
                      none: '全部结果',
                      choices: Object.entries(states),
                      onPick: (state) => place.refine({ ...route, state: state as DueItemState | '' }),
                    },
                  ]}
                  found={`${shown.length} 件，共 ${rows.length} 件`}
                />
                {shown.length > 0 ? (
                  <DueItemTable rows={shown} />
                ) : (
                  <p class={table.empty}>
                    {rows.length === 0 ? '还没有登记过。在“时限”里登记。' : '没有符合的。'}
                  </p>
                )}
              </>
            );
          }}
        </LoadedView>
      </Guarded>
    </Page>
  );
}

function DueItemTable({ rows }: { readonly rows: readonly DueItem[] }) {
  const { clock, hall } = useDesk();
  const now = clock();
  return (
    <table class={table.table} aria-label="要公开的事">
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">科室</th>
          <th scope="col">形成</th>
          <th scope="col">登记</th>
          <th scope="col">结果</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.title}
              {row.heading !== null && <small>{headingLabel(row.heading)}</small>}
            </th>
            <td class={table.tight}>{departmentName(hall.value, row.department)}</td>
            <td class={table.tight} data-name="形成">
              {dateInWords(row.formedOn, now)}
            </td>
            <td class={table.tight} data-name="登记">
              {momentInWords(row.at, now)}
              <small>{row.by?.name ?? '系统'}</small>
            </td>
            <td>
              <Tag tone={row.settled === null ? 'warn' : 'plain'}>{states[stateOf(row)]}</Tag>{' '}
              {row.settled?.item && <a href={hrefOf({ page: 'entry', id: row.settled.item })}>看这一条</a>}
              {row.settled && (
                <small>
                  {row.settled.reason && `${row.settled.reason} · `}
                  {row.settled.by?.name ?? '系统'} {momentInWords(row.settled.at, now)}
                </small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
