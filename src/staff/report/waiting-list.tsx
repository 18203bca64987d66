import type { EntryRow, Today } from '../../contract/desk.ts';
import { useDesk, useMay } from '../desk.ts';
import { SIGN_PERMISSIONS } from '../navigation.ts';
import table from '../part/table.module.css';
import { hrefOf } from '../route/route.ts';
import { proposedBy } from './proposed.ts';
import styles from './today-page.module.css';
import { entryInWords, type Waiting, waitingFor } from './waiting.ts';

/** What waits for the person who is here, and for who only writes also what of theirs is on its way. */
export function WaitingList({ today }: { readonly today: Today }) {
  const { clock, session } = useDesk();
  const may = useMay();
  const me = session.value?.staff.id;
  const rows = waitingFor(today, { may, me }, clock());
  const proposed = may('submission.move') ? proposedBy(today, me, clock()) : [];
  const isSigner = SIGN_PERMISSIONS.some(may);
  if (rows.length === 0 && proposed.length === 0 && !may('content.read')) return null;
  return (
    <div class={styles.stack}>
      <section>
        <h2>等我办</h2>
        {rows.length === 0 ? (
          <p class={table.empty}>现在没有等您办的。</p>
        ) : (
          <List label="等我办的" rows={rows} />
        )}
      </section>
      {proposed.length > 0 && (
        <section>
          <h2>已报批，等负责人</h2>
          <List label="已报批，等负责人批准的" rows={proposed} />
        </section>
      )}
      {!isSigner && may('content.read') && today.toReview.length > 0 && (
        <section>
          <h2>已送审，等审核</h2>
          <List label="已送审，等审核的" rows={onTheWay(today.toReview, clock())} />
        </section>
      )}
    </div>
  );
}

const onTheWay = (rows: readonly EntryRow[], nowMs: number): readonly Waiting[] =>
  rows.map((row) => ({
    title: row.title,
    more: entryInWords(row, nowMs),
    to: { page: 'sheet', id: row.id },
    act: '看差别',
  }));

function List({ label, rows }: { readonly label: string; readonly rows: readonly Waiting[] }) {
  return (
    <table class={table.table} aria-label={label}>
      <thead class={styles.unseen}>
        <tr>
          <th scope="col">什么</th>
          <th scope="col">到哪里办</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ title, more, to, act }) => (
          <tr key={hrefOf(to) + title}>
            <th scope="row">
              {title}
              <small>{more}</small>
            </th>
            <td class={`${table.end} ${table.tight}`}>
              <a href={hrefOf(to)} aria-label={`${act}：${title}`}>
                {act}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
