import type { EntryRow } from '../../contract/desk.ts';
import type { Show, Timeliness } from '../../contract/desk-timeliness.ts';
import { kindInWords } from '../../contract/entry.ts';
import type { EntryId } from '../../contract/id.ts';
import { onScreens } from '../../contract/on-screens.ts';
import { ok } from '../../contract/result.ts';
import { useDesk, useMay } from '../desk.ts';
import { ButtonLink } from '../part/button.tsx';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import { Pager } from '../part/pager.tsx';
import table from '../part/table.module.css';
import { Tag } from '../part/tag.tsx';
import { useLoad } from '../part/use-load.ts';
import { momentInWords } from '../part/words.ts';
import { hrefOf, type Route } from '../route/route.ts';
import { SaveButton } from './batch/save-button.tsx';
import { BegunList } from './begun-list.tsx';
import { ContentFilter } from './content-filter.tsx';
import { EnglishCount } from './english-count.tsx';
import { filterEntries, pageOf } from './entry-list.ts';
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
  const due = useDue(route.due ?? '');
  return (
    <LoadedView of={loaded} waiting="正在取内容列表……">
      {(rows) => {
        const found = filterEntries(rows, route, due);
        const { shown, page, pages } = pageOf(found, route.number ?? 1);
        return (
          <>
            <BegunList begun={unsaved.filter(({ id }) => rows.every((row) => row.id !== id))} />
            <ContentFilter
              rows={rows}
              count={found.length}
              route={route}
              onRefine={(change) => place.refine({ ...withoutPage(route), ...change })}
            />
            <EnglishCount rows={rows} />
            <ExportShown ids={found.map(({ id }) => id)} />
            {shown.length > 0 ? (
              <EntryTable rows={shown} unsaved={unsaved.map((each) => each.id)} />
            ) : (
              <p class={table.empty}>
                {rows.length === 0
                  ? '还没有内容。可以新建，或者用内容文件导入。'
                  : '没有符合的。可以少写几个字，或者少选一项。'}
              </p>
            )}
            <Pager page={page} pages={pages} hrefTo={(number) => hrefOf({ ...route, number })} />
          </>
        );
      }}
    </LoadedView>
  );
}

/** Another filter begins on its first page. */
const withoutPage = ({ number: _, ...route }: ContentPageProps['route']): ContentPageProps['route'] => route;

/** The entries that the filter by time limit lets through; asked for only when somebody filters by it. */
const useDue = (show: Show | ''): ReadonlySet<EntryId> | null => {
  const { api } = useDesk();
  const { value } = useLoad<Timeliness | null>(`due ${show}`, async () =>
    show === '' ? ok(null) : api.timeliness(),
  );
  if (show === '') return null;
  const rows = value?.rows ?? [];
  return new Set(rows.flatMap((row) => (row.show === show && row.of.kind === 'item' ? [row.of.id] : [])));
};

/** The list as it is filtered, all its pages, as a spreadsheet. */
function ExportShown({ ids }: { readonly ids: readonly EntryId[] }) {
  const { api } = useDesk();
  if (ids.length === 0) return null;
  return (
    <SaveButton
      kind="quiet"
      isSmall
      name="内容列表.xlsx"
      busy="正在做表……"
      bring={() => api.exportEntries(ids)}
    >
      {`导出这 ${ids.length} 条（.xlsx）`}
    </SaveButton>
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
              {unsaved.includes(row.id) && <Tag tone="warn">写了没存稿</Tag>}{' '}
              {row.english === 'stale' && <Tag tone="warn">英文要看看</Tag>}
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
