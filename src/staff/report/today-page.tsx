import { useEffect } from 'preact/hooks';
import { mayRoles, roles } from '../../contract/account.ts';
import { dayAtHall, dayInShort } from '../../contract/day.ts';
import type { EntryRow, Today } from '../../contract/desk.ts';
import { kindInWords } from '../../contract/entry.ts';
import { reviewStateInWords } from '../../contract/review.ts';
import { useDesk, useMay } from '../desk.ts';
import { SIGN_PERMISSIONS } from '../navigation.ts';
import { ButtonLink } from '../part/button.tsx';
import { Page } from '../part/page.tsx';
import table from '../part/table.module.css';
import { momentInWords } from '../part/words.ts';
import { hrefOf, inboxOf } from '../route/route.ts';
import { byDue } from '../submission/inbox.ts';
import { SubmissionTable } from '../submission/submission-table.tsx';
import { CountRow } from './count-row.tsx';
import { OwedToday } from './owed-today.tsx';
import styles from './today-page.module.css';
import { ToldToday } from './told-today.tsx';

/** What is due, before anything else. */
export function TodayPage() {
  const { session, today, clock, refresh } = useDesk();
  const may = useMay();
  useEffect(() => {
    void refresh();
  }, [refresh]);
  const held = session.value?.roles ?? [];
  return (
    <Page
      title="今天"
      lead={`${dayInShort(dayAtHall(clock()))} · ${held.map((role) => roles[role]).join('、')} · ${session.value?.staff.name ?? ''}`}
      actions={
        may('content.edit') && (
          <ButtonLink kind="primary" href={hrefOf({ page: 'new', kind: '' })} icon="plus">
            新建内容
          </ButtonLink>
        )
      }
    >
      {today.value === null ? (
        <p role="status">正在取今天的情况……</p>
      ) : (
        <>
          <CountRow today={today.value} />
          <OwedToday today={today.value} />
          <ToldToday today={today.value} />
          <div class={styles.columns}>
            {may('submission.list') && <Due today={today.value} />}
            {mayRoles(held, 'content.read') && <ToReview rows={today.value.toReview} />}
          </div>
        </>
      )}
    </Page>
  );
}

const MOST_SHOWN = 12;

function Due({ today }: { readonly today: Today }) {
  const rows = [...today.open].sort(byDue);
  const rest = rows.length - MOST_SHOWN;
  return (
    <section>
      <h2>按期限排</h2>
      {rows.length === 0 ? (
        <p class={table.empty}>没有待办的收件。新的到了会出现在这里。</p>
      ) : (
        <SubmissionTable rows={rows.slice(0, MOST_SHOWN)} label="按期限排" isShort />
      )}
      {rest > 0 && (
        <p class={styles.more}>
          <a href={hrefOf(inboxOf())}>还有 {rest} 件，到收件里看</a>
        </p>
      )}
    </section>
  );
}

function ToReview({ rows }: { readonly rows: readonly EntryRow[] }) {
  const { clock } = useDesk();
  const may = useMay();
  const isMine = SIGN_PERMISSIONS.some(may);
  return (
    <section>
      <h2>{isMine ? '等我审核' : '已送审，等审核'}</h2>
      {rows.length === 0 ? (
        <p class={table.empty}>没有等待审核的内容。</p>
      ) : (
        <table class={table.table} aria-label="等待审核的内容">
          <thead class={styles.unseen}>
            <tr>
              <th scope="col">内容</th>
              <th scope="col">看差别</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.title}
                  <small>
                    {reviewStateInWords[row.state]} · {kindInWords[row.kind]} ·{' '}
                    {row.publishedRevision === null ? '新内容' : '修改'} · {row.author?.name ?? '导入'}{' '}
                    {momentInWords(row.editedAt, clock())}
                  </small>
                </th>
                <td class={table.end}>
                  <a href={hrefOf({ page: 'sheet', id: row.id })} aria-label={`看差别：${row.title}`}>
                    看差别
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
