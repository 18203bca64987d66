import type { Signal } from '@preact/signals';
import {
  type Batch,
  type BatchRow,
  type BatchRows,
  outcomes,
  type RowShow,
  rowShowInWords,
  rowShows,
  sendings,
  verdicts,
} from '../../../contract/batch.ts';
import { useDesk } from '../../desk.ts';
import { TickField } from '../../part/field.tsx';
import { FilterBar } from '../../part/filter-bar.tsx';
import { LoadedView } from '../../part/page.tsx';
import table from '../../part/table.module.css';
import { Tag } from '../../part/tag.tsx';
import { useLoad } from '../../part/use-load.ts';
import { batchOf, hrefOf, type Route, rowsQuery } from '../../route/route.ts';
import styles from './batch.module.css';

export interface RowListProps {
  readonly route: Extract<Route, { page: 'batch' }>;
  readonly batch: Batch;
  /** Rows that are to be sent for review. */
  readonly chosen: Signal<ReadonlySet<number>>;
}

/** The report row by row: what stands where, what to write instead, what became of it. */
export function RowList({ route, batch, chosen }: RowListProps) {
  const { api, place } = useDesk();
  const query = rowsQuery(route);
  // Rows change with the state of their batch; while work is under way the numbers above say enough.
  const loaded = useLoad(`rows ${JSON.stringify(query)} ${batch.state} ${batch.sendable}`, () =>
    api.batchRows(batch.id, query),
  );
  const mayChoose = batch.state === 'done' && batch.sendable > 0;
  const refine = (change: Partial<typeof route>): void =>
    place.refine(batchOf(route.id, { show: route.show, q: route.q, ...change, number: 1 }));
  return (
    <section class={styles.part} aria-labelledby="rows">
      <h2 id="rows">逐行看</h2>
      <FilterBar
        search={route.q}
        searchLabel="找名称、错处"
        onSearch={(q) => refine({ q })}
        picks={[
          {
            label: '哪些行',
            value: route.show,
            none: '全部的行',
            choices: rowShows.map((show) => [show, rowShowInWords[show]]),
            onPick: (show) => refine({ show: show as RowShow | '' }),
          },
        ]}
        found={loaded.value === undefined ? '正在找……' : `共 ${loaded.value.total} 行`}
      />
      <LoadedView of={loaded} waiting="正在取行……">
        {(rows) =>
          rows.rows.length === 0 ? (
            <p class={table.empty}>没有这样的行。</p>
          ) : (
            <>
              {mayChoose && <ChooseAll rows={rows.rows} chosen={chosen} />}
              <RowTable
                rows={rows.rows}
                isChecked={batch.state === 'checked'}
                chosen={mayChoose ? chosen : null}
              />
              <Pages route={route} rows={rows} />
            </>
          )
        }
      </LoadedView>
    </section>
  );
}

interface RowTableProps {
  readonly rows: readonly BatchRow[];
  readonly isChecked: boolean;
  /** Null: nothing can be chosen now. */
  readonly chosen: RowListProps['chosen'] | null;
}

function RowTable({ rows, isChecked, chosen }: RowTableProps) {
  return (
    <table class={table.table} aria-label="表里的行">
      <thead>
        <tr>
          {chosen !== null && <th scope="col">送审</th>}
          <th scope="col">行</th>
          <th scope="col">名称</th>
          <th scope="col">{isChecked ? '会怎样' : '怎样了'}</th>
          <th scope="col">哪一列、写着什么、要改成什么</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.n}>
            {chosen !== null && <ChooseOne row={row} chosen={chosen} />}
            <td class={table.tight} data-name="第几行">
              {row.n}
            </td>
            <th scope="row">
              <Named row={row} />
            </th>
            <td>
              <RowTag row={row} isChecked={isChecked} />
            </td>
            <td>
              {row.why !== '' && <p class={styles.fault}>{row.why}</p>}
              {row.faults.map(({ column, stands, say }) => (
                <p key={column} class={styles.fault}>
                  <b>{column}</b>
                  {stands !== '' && <span>“{stands}”</span>} {say}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ChooseAllProps extends Pick<RowListProps, 'chosen'> {
  readonly rows: readonly BatchRow[];
}

/** Those of this page, all or none. */
function ChooseAll({ rows, chosen }: ChooseAllProps) {
  const open = rows.filter((row) => row.isSendable).map(({ n }) => n);
  const isAll = open.length > 0 && open.every((n) => chosen.value.has(n));
  if (open.length === 0) return null;
  return (
    <TickField
      label={`勾选这一页能送审的 ${open.length} 行`}
      isOn={isAll}
      onTurn={() => {
        const others = [...chosen.value].filter((n) => !open.includes(n));
        chosen.value = new Set(isAll ? others : [...others, ...open]);
      }}
    />
  );
}

interface ChooseOneProps extends Pick<RowListProps, 'chosen'> {
  readonly row: BatchRow;
}

function ChooseOne({ row: { n, title, isSendable }, chosen }: ChooseOneProps) {
  return (
    <td class={`${table.tight} ${styles.choose}`} data-name={isSendable ? '送审' : undefined}>
      {isSendable && (
        <input
          type="checkbox"
          class={styles.tick}
          aria-label={`送审：第 ${n} 行 ${title}`}
          checked={chosen.value.has(n)}
          onChange={(event) => {
            const next = new Set(chosen.value);
            if (event.currentTarget.checked) next.add(n);
            else next.delete(n);
            chosen.value = next;
          }}
        />
      )}
    </td>
  );
}

function Named({ row }: { readonly row: BatchRow }) {
  const name = row.title === '' ? '（没有名称）' : row.title;
  return (
    <span>{row.entry === null ? name : <a href={hrefOf({ page: 'entry', id: row.entry })}>{name}</a>}</span>
  );
}

const outcomeTones = {
  waiting: 'plain',
  created: 'good',
  revised: 'good',
  skipped: 'plain',
  refused: 'bad',
  'taken-back': 'plain',
  kept: 'warn',
} as const;

const sendingTones = { asked: 'plain', sent: 'good', already: 'good', refused: 'bad' } as const;

function RowTag({
  row: { verdict, outcome, sending },
  isChecked,
}: {
  readonly row: BatchRow;
  readonly isChecked: boolean;
}) {
  if (sending !== null) return <Tag tone={sendingTones[sending]}>{sendings[sending]}</Tag>;
  if (verdict === 'wrong') return <Tag tone="bad">{verdicts.wrong}</Tag>;
  if (isChecked) return <Tag tone={verdict === 'new' ? 'good' : 'warn'}>{verdicts[verdict]}</Tag>;
  return <Tag tone={outcomeTones[outcome]}>{outcomes[outcome]}</Tag>;
}

function Pages({
  route,
  rows: { page, pages },
}: {
  readonly route: RowListProps['route'];
  readonly rows: BatchRows;
}) {
  if (pages === 1) return null;
  const to = (number: number): string => hrefOf(batchOf(route.id, { show: route.show, q: route.q, number }));
  return (
    <nav class={styles.pages} aria-label="翻页">
      {page > 1 && <a href={to(page - 1)}>‹ 上一页</a>}
      <span>
        第 {page} 页，共 {pages} 页
      </span>
      {page < pages && <a href={to(page + 1)}>下一页 ›</a>}
    </nav>
  );
}
