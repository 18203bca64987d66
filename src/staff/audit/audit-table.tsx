import { type AuditRow, actInWords } from '../../contract/audit.ts';
import { useDesk } from '../desk.ts';
import table from '../part/table.module.css';
import { momentInWords } from '../part/words.ts';
import { detailInWords, objectInWords } from './audit-words.ts';

export interface AuditTableProps {
  readonly rows: readonly AuditRow[];
}

export function AuditTable({ rows }: AuditTableProps) {
  const { clock, hall } = useDesk();
  const now = clock();
  return (
    <table class={table.table} aria-label="操作记录">
      <thead>
        <tr>
          <th scope="col">第几条</th>
          <th scope="col">时间</th>
          <th scope="col">谁</th>
          <th scope="col">做了什么</th>
          <th scope="col">对象</th>
          <th scope="col">说明</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.n}>
            <th scope="row" class={table.tight}>
              {row.n}
            </th>
            <td class={table.tight}>
              <time dateTime={row.at}>{momentInWords(row.at, now)}</time>
            </td>
            <td class={table.tight}>{row.by?.name ?? '系统自动'}</td>
            <td class={table.tight}>{actInWords(row.act)}</td>
            <td title={row.object}>{objectInWords(row)}</td>
            <td>{detailInWords(row.detail, hall.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
