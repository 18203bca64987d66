import type { EntryRow } from '../../contract/desk.ts';
import { kindInWords } from '../../contract/entry.ts';
import { statesToSign } from '../../contract/review.ts';
import { useDesk } from '../desk.ts';
import { SIGN_PERMISSIONS } from '../navigation.ts';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import table from '../part/table.module.css';
import { useLoad } from '../part/use-load.ts';
import { momentInWords } from '../part/words.ts';
import { hrefOf } from '../route/route.ts';
import { StateTag } from './state-tag.tsx';

export function ReviewPage() {
  return (
    <Page title="待我审核" lead="先审查、后公开；谁审查谁负责">
      <Guarded needs={SIGN_PERMISSIONS}>
        <Waiting />
      </Guarded>
    </Page>
  );
}

function Waiting() {
  const { api, session } = useDesk();
  const mine = statesToSign(session.value?.roles ?? []);
  const loaded = useLoad('entries', () => api.entries());
  return (
    <LoadedView of={loaded} waiting="正在取等待审核的内容……">
      {(rows) => {
        const waiting = rows
          .filter((row) => mine.includes(row.state))
          .sort((a, b) => (a.editedAt < b.editedAt ? -1 : 1));
        return waiting.length === 0 ? (
          <p class={table.empty}>没有等您审核的内容。轮到您的那一道，就会出现在这里。</p>
        ) : (
          <WaitingTable rows={waiting} />
        );
      }}
    </LoadedView>
  );
}

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
