import type { SubmissionRow } from '../../contract/desk.ts';
import { useDesk } from '../desk.ts';
import table from '../part/table.module.css';
import { Tag } from '../part/tag.tsx';
import { momentInWords } from '../part/words.ts';
import { hrefOf } from '../route/route.ts';
import { inHandsInWords, purposeInWords, stateAtDesk } from './due.ts';
import { DueWords } from './due-words.tsx';

export interface SubmissionTableProps {
  readonly rows: readonly SubmissionRow[];
  readonly label: string;
  /** Without the columns that the day's overview has no room for. */
  readonly isShort?: boolean;
}

const toneOf = (row: SubmissionRow) =>
  row.state === 'received' ? 'warn' : row.state === 'replied' ? 'good' : 'plain';

export function SubmissionTable({ rows, label, isShort }: SubmissionTableProps) {
  const { clock } = useDesk();
  return (
    <table class={table.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">回执</th>
          <th scope="col">事由</th>
          {!isShort && <th scope="col">状态</th>}
          <th scope="col">在谁手里</th>
          {!isShort && <th scope="col">收到</th>}
          <th scope="col" class={table.end}>
            还剩
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" class={table.tight}>
              <a href={hrefOf({ page: 'submission', id: row.id })}>{row.receiptNo}</a>
            </th>
            <td class={table.beside}>
              {row.formTitle}
              {!isShort && <small>{row.purpose ? purposeInWords[row.purpose] : '表单已不在'}</small>}
            </td>
            {!isShort && (
              <td>
                <Tag tone={toneOf(row)}>{stateAtDesk[row.state]}</Tag>
              </td>
            )}
            <td data-name="在谁手里" class={table.tight}>
              {inHandsInWords(row)}
            </td>
            {!isShort && (
              <td class={table.tight} data-name="收到">
                {momentInWords(row.receivedAt, clock())}
              </td>
            )}
            <td class={table.end} data-name="还剩">
              <DueWords row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
