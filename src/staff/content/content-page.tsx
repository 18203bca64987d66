import type { EntryRow } from '../../contract/desk.ts';
import { kindInWords } from '../../contract/entry.ts';
import { type EntryKind, entryKinds } from '../../contract/id.ts';
import { type ReviewState, reviewStateInWords, reviewStates } from '../../contract/review.ts';
import { useDesk, useMay } from '../desk.ts';
import { ButtonLink } from '../part/button.tsx';
import { FilterBar } from '../part/filter-bar.tsx';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import table from '../part/table.module.css';
import { Tag } from '../part/tag.tsx';
import { useLoad } from '../part/use-load.ts';
import { momentInWords } from '../part/words.ts';
import { hrefOf, type Route } from '../route/route.ts';
import { BegunList } from './begun-list.tsx';
import { filterEntries, onScreens } from './entry-list.ts';
import { StateTag } from './state-tag.tsx';
import { useUnsaved } from './use-unsaved.ts';

export interface ContentPageProps {
  readonly route: Extract<Route, { page: 'content' }>;
}

export function ContentPage({ route }: ContentPageProps) {
  const may = useMay();
  return (
    <Page
      title="内容"
      lead="指南、公开信息、页面、卡片"
      actions={
        may('content.edit') && (
          <ButtonLink kind="primary" href={hrefOf({ page: 'new', kind: route.kind })} icon="plus">
            新建内容
          </ButtonLink>
        )
      }
    >
      <Guarded needs="content.read">
        <Content route={route} />
      </Guarded>
    </Page>
  );
}

function Content({ route }: ContentPageProps) {
  const { api, place } = useDesk();
  const loaded = useLoad('entries', () => api.entries());
  const unsaved = useUnsaved();
  return (
    <LoadedView of={loaded} waiting="正在取内容列表……">
      {(rows) => {
        const shown = filterEntries(rows, route);
        return (
          <>
            <BegunList begun={unsaved.filter(({ id }) => rows.every((row) => row.id !== id))} />
            <FilterBar
              search={route.q}
              searchLabel="找名称、短名、索引号"
              onSearch={(q) => place.refine({ ...route, q })}
              picks={[
                {
                  label: '种类',
                  value: route.kind,
                  none: '全部种类',
                  choices: entryKinds.map((kind) => [kind, kindInWords[kind]]),
                  onPick: (kind) => place.refine({ ...route, kind: kind as EntryKind | '' }),
                },
                {
                  label: '状态',
                  value: route.state,
                  none: '全部状态',
                  choices: reviewStates.map((state) => [state, reviewStateInWords[state]]),
                  onPick: (state) => place.refine({ ...route, state: state as ReviewState | '' }),
                },
              ]}
              found={
                shown.length === rows.length
                  ? `共 ${rows.length} 条`
                  : `${shown.length} 条，共 ${rows.length} 条`
              }
            />
            {shown.length > 0 ? (
              <EntryTable rows={shown} unsaved={unsaved.map((each) => each.id)} />
            ) : (
              <p class={table.empty}>
                {rows.length === 0
                  ? '还没有内容。可以新建，或者用内容文件导入。'
                  : '没有符合的。可以少写几个字，或者换一个种类、状态。'}
              </p>
            )}
          </>
        );
      }}
    </LoadedView>
  );
}

interface EntryTableProps {
  readonly rows: readonly EntryRow[];
  readonly unsaved: readonly string[];
}

function EntryTable({ rows, unsaved }: EntryTableProps) {
  const { clock } = useDesk();
  return (
    <table class={table.table} aria-label="内容">
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">种类</th>
          <th scope="col">状态</th>
          <th scope="col">屏幕上</th>
          <th scope="col" class={table.end}>
            最后修改
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" class={table.beside}>
              <a href={hrefOf({ page: 'entry', id: row.id })}>{row.title}</a>{' '}
              {unsaved.includes(row.id) && <Tag tone="warn">写了没存稿</Tag>}
              <small>{row.indexNo ?? row.id}</small>
            </th>
            <td class={table.tight}>{kindInWords[row.kind]}</td>
            <td>
              <StateTag state={row.state} />
            </td>
            <td class={table.tight} data-name="屏幕上">
              {onScreens(row)}
            </td>
            <td class={`${table.end} ${table.beside} ${table.tight}`} data-name="最后修改">
              {momentInWords(row.editedAt, clock())}
              <small>{row.author?.name ?? '导入'}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
