import {
  type Accountability,
  type AccountColumn,
  type AccountCounts,
  accountColumnIds,
  accountColumns,
  accountNotes,
  inTimeRate,
  spanInWords,
  spanOf,
  totalOf,
} from '../../../contract/accountability.ts';
import { dayAtHall, yearOf } from '../../../contract/day.ts';
import { useDesk } from '../../desk.ts';
import { PickField } from '../../part/field.tsx';
import { Guarded, LoadedView, Page } from '../../part/page.tsx';
import table from '../../part/table.module.css';
import { useLoad } from '../../part/use-load.ts';
import { hrefOf, type Route, timelinessOf } from '../../route/route.ts';
import styles from './timeliness-page.module.css';
import { departmentName } from './words.ts';

export interface AccountabilityPageProps {
  readonly route: Extract<Route, { page: 'accountability' }>;
}

const FIRST_YEAR = 2019;
const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'];

/** Accountability by counts: what the records say of each department, in a year or a quarter. */
export function AccountabilityPage({ route }: AccountabilityPageProps) {
  const { api, clock, place } = useDesk();
  const thisYear = yearOf(dayAtHall(clock()));
  const year = route.year === 0 ? thisYear : route.year;
  const { from, until } = spanOf(year, route.quarter);
  const loaded = useLoad(`accountability ${from} ${until}`, () => api.accountability(from, until));
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, at) => String(thisYear - at));
  return (
    <Page
      title="考核统计"
      lead={`${spanInWords(year, route.quarter)}，只数记录，不估计`}
      back={{ href: hrefOf(timelinessOf()), label: '时限' }}
    >
      <Guarded needs="content.read">
        <div class={styles.bar}>
          <PickField
            label="哪一年"
            value={String(year)}
            choices={years.map((each) => [each, `${each} 年`])}
            onPick={(picked) => place.refine({ ...route, year: Number(picked) })}
          />
          <PickField
            label="哪一季"
            value={route.quarter === 0 ? '' : String(route.quarter)}
            none="全年"
            choices={QUARTERS.map((label, at) => [String(at + 1), label])}
            onPick={(picked) => place.refine({ ...route, quarter: Number(picked) })}
          />
        </div>
        <LoadedView of={loaded} waiting="正在数记录……">
          {(value) => <Counts value={value} label={spanInWords(year, route.quarter)} />}
        </LoadedView>
      </Guarded>
    </Page>
  );
}

function Counts({ value, label }: { readonly value: Accountability; readonly label: string }) {
  const { hall } = useDesk();
  const total = totalOf(value.rows);
  return (
    <>
      <table class={`${table.table} ${styles.numbers}`} aria-label={`考核统计，${label}`}>
        <thead>
          <tr>
            <th scope="col">科室</th>
            {accountColumnIds.map((id) => (
              <th key={id} scope="col">
                {accountColumns[id]}
              </th>
            ))}
            <th scope="col">按时率</th>
          </tr>
        </thead>
        <tbody>
          {value.rows.map((row) => (
            <tr key={row.department}>
              <th scope="row">{departmentName(hall.value, row.department)}</th>
              <Cells counts={row} />
            </tr>
          ))}
          <tr class={styles.total}>
            <th scope="row">合计</th>
            <Cells counts={total} />
          </tr>
        </tbody>
      </table>
      <dl class={styles.notes}>
        {accountColumnIds.map((id: AccountColumn) => (
          <div key={id}>
            <dt>{accountColumns[id]}</dt>
            <dd>{accountNotes[id]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Cells({ counts }: { readonly counts: AccountCounts }) {
  const rate = inTimeRate(counts);
  return (
    <>
      {accountColumnIds.map((id) => (
        <td key={id} data-name={accountColumns[id]}>
          {counts[id] === 0 ? <span class={styles.none}>0</span> : counts[id]}
        </td>
      ))}
      <td data-name="按时率">
        {rate === null ? <span class={styles.none}>—</span> : `${Math.floor(rate * 100)}%`}
      </td>
    </>
  );
}
