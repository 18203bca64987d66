import { showIds, shows } from '../../../contract/desk-timeliness.ts';
import table from '../../part/table.module.css';
import { hrefOf, timelinessOf } from '../../route/route.ts';
import type { DepartmentTally } from './tally.ts';
import styles from './timeliness-page.module.css';

export interface DepartmentTableProps {
  readonly departments: readonly DepartmentTally[];
}

/** One row a department; each number leads to the list that it counts. */
export function DepartmentTable({ departments }: DepartmentTableProps) {
  const busy = departments.filter((each) => !each.isEmpty);
  const quiet = departments.filter((each) => each.isEmpty);
  if (busy.length === 0) return <p class={table.empty}>各科室都没有到期、超期或快满的。</p>;
  return (
    <>
      <table class={`${table.table} ${styles.numbers}`} aria-label="各科室">
        <thead>
          <tr>
            <th scope="col">科室</th>
            {showIds.map((show) => (
              <th key={show} scope="col">
                {shows[show]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {busy.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <a href={hrefOf(timelinessOf('', each.id))}>{each.name}</a>
              </th>
              <Numbers of={each} department={each.id} />
            </tr>
          ))}
          <tr class={styles.total}>
            <th scope="row">合计</th>
            <Numbers of={{ name: '各科室合计', tally: sumOf(busy) }} department="" />
          </tr>
        </tbody>
      </table>
      {quiet.length > 0 && (
        <p class={`${table.after} ${styles.none}`}>没有的：{quiet.map(({ name }) => name).join('、')}</p>
      )}
    </>
  );
}

const sumOf = (departments: readonly DepartmentTally[]): DepartmentTally['tally'] =>
  Object.fromEntries(
    showIds.map((show) => [show, departments.reduce((sum, { tally }) => sum + tally[show], 0)]),
  ) as unknown as DepartmentTally['tally'];

interface NumbersProps {
  readonly of: Pick<DepartmentTally, 'name' | 'tally'>;
  readonly department: string;
}

function Numbers({ of: { name, tally }, department }: NumbersProps) {
  return (
    <>
      {showIds.map((show) => (
        <td key={show} data-name={shows[show]}>
          {tally[show] === 0 ? (
            <span class={styles.none}>0</span>
          ) : (
            <a
              href={hrefOf(timelinessOf(show, department))}
              data-hot={show === 'late' ? '' : undefined}
              aria-label={`${name}，${shows[show]} ${tally[show]} 条`}
            >
              {tally[show]}
            </a>
          )}
        </td>
      ))}
    </>
  );
}
