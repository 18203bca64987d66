import type { DisclosureProgress } from '../../contract/desk-timeliness.ts';
import { departmentName, useDesk } from '../desk.ts';
import table from '../part/table.module.css';
import { hrefOf, timelinessOf } from '../route/route.ts';
import styles from './today-page.module.css';

export interface ProgressProps {
  readonly rows: readonly DisclosureProgress[];
}

export const sumOf = (rows: readonly DisclosureProgress[]): Omit<DisclosureProgress, 'department'> => {
  const sum = (of: 'total' | 'entered' | 'published' | 'late'): number =>
    rows.reduce((all, row) => all + row[of], 0);
  return { total: sum('total'), entered: sum('entered'), published: sum('published'), late: sum('late') };
};

/** Each department that still has something to disclose this year, the late ones first. */
export function DepartmentProgress({ rows }: ProgressProps) {
  const { hall } = useDesk();
  const open = rows.filter((row) => row.published < row.total);
  if (open.length === 0) return null;
  return (
    <section>
      <h2>各科室还没公开的</h2>
      <table class={`${table.table} ${styles.numbers}`} aria-label="各科室还没公开的">
        <thead>
          <tr>
            <th scope="col">科室</th>
            <th scope="col">已录入</th>
            <th scope="col">已公开</th>
            <th scope="col" class={table.end}>
              超期
            </th>
          </tr>
        </thead>
        <tbody>
          {open.map((row) => (
            <tr key={row.department}>
              <th scope="row">
                <a href={hrefOf(timelinessOf('', row.department))}>
                  {departmentName(row.department, hall.value) || '没有写科室'}
                </a>
              </th>
              <td data-name="已录入">
                {row.entered} / {row.total}
              </td>
              <td data-name="已公开">{row.published}</td>
              <td data-name="超期" class={table.end}>
                {row.late === 0 ? '没有' : <Late row={row} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Late({ row }: { readonly row: DisclosureProgress }) {
  return (
    <a data-hot="" href={hrefOf(timelinessOf('late', row.department))}>
      {row.late} 条
    </a>
  );
}
