import { useSignal } from '@preact/signals';
import type { IncidentRow } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { useDesk, useMay } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { ProblemNote } from '../part/note.tsx';
import table from '../part/table.module.css';
import { momentInWords } from '../part/words.ts';
import styles from './incident-table.module.css';
import { sayIncident, tellerOf } from './incident-words.ts';

export interface IncidentTableProps {
  readonly rows: readonly IncidentRow[];
  readonly onSeen: (rows: readonly IncidentRow[]) => void;
}

/** What screens told. A row goes from the first page when somebody has marked it; who did so is in the audit. */
export function IncidentTable({ rows, onSeen }: IncidentTableProps) {
  const { api, clock, refresh } = useDesk();
  const may = useMay();
  const problem = useSignal<Problem | null>(null);
  const busyId = useSignal<number | null>(null);
  const see = async (id: number): Promise<void> => {
    busyId.value = id;
    const result = await api.seeIncidents({ ids: [id] });
    busyId.value = null;
    problem.value = result.ok ? null : result.problem;
    if (!result.ok) return;
    onSeen(result.value);
    void refresh();
  };
  return (
    <>
      {problem.value && <ProblemNote problem={problem.value} title="没有记下。" />}
      <table class={table.table} aria-label="屏幕报告的事">
        <thead class={styles.unseen}>
          <tr>
            <th scope="col">事情</th>
            <th scope="col">时间</th>
            <th scope="col">看过没有</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Told row={row} />
              </th>
              <td class={table.tight}>
                {momentInWords(row.heardAt, clock())}
                {row.times > 1 && <small>共 {row.times} 次</small>}
              </td>
              <td class={`${table.end} ${table.tight}`}>
                {row.seen !== null ? (
                  <small>
                    {row.seen.by?.name ?? '系统'} {momentInWords(row.seen.at, clock())} 看过
                  </small>
                ) : (
                  may('incident.settle') && (
                    <Button
                      isSmall
                      onPress={() => void see(row.id)}
                      busy={busyId.value === row.id ? '正在记……' : undefined}
                      says={`看过了：${tellerOf(row)}，${sayIncident(row).say}`}
                    >
                      看过了
                    </Button>
                  )
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The sentence, what to do, and small beneath what only an administrator may need. */
function Told({ row }: { readonly row: IncidentRow }) {
  const { tone, say, todo } = sayIncident(row);
  return (
    <>
      <b class={styles.teller} data-tone={tone}>
        {tellerOf(row)}
      </b>
      {say}
      <span class={styles.todo}>{todo}</span>
      {tone === 'warn' && (
        <small>
          {row.kind} {row.detail}
        </small>
      )}
    </>
  );
}
