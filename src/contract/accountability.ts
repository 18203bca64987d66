import * as v from 'valibot';
import { addDays } from './day.ts';
import { Day } from './day-schema.ts';

/** Accountability by counts (条例 Arts. 46, 47): what the records say of each department in a year or a quarter, nothing estimated. */

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const accountColumns = {
  announced: '登记要公开',
  entered: '录入',
  inTime: '按时公开',
  late: '超期公开',
  unknown: '算不出期限',
  overdue: '到期没公开',
  returned: '退回',
} as const;
export type AccountColumn = keyof typeof accountColumns;
export const accountColumnIds = Object.keys(accountColumns) as [AccountColumn, ...AccountColumn[]];

/** What each column counts, in one sentence. */
export const accountNotes = {
  announced: '这段时间登记为“要公开的事”的。',
  entered: '这段时间写下第一稿的公开信息，导入的也算。',
  inTime: '这段时间公开、没有超过法定期限的。',
  late: '这段时间公开、已经超过法定期限的。',
  unknown: '这段时间公开，但缺那一年的放假安排，算不出期限的。',
  overdue: '期限落在这段时间，到统计时还没有公开的。',
  returned: '这段时间被退回的次数。',
} as const satisfies Record<AccountColumn, string>;

const counts = {
  announced: Count,
  entered: Count,
  inTime: Count,
  late: Count,
  unknown: Count,
  overdue: Count,
  returned: Count,
} satisfies Record<AccountColumn, typeof Count>;

export const AccountCounts = v.strictObject(counts);
export type AccountCounts = v.InferOutput<typeof AccountCounts>;
export const AccountRow = v.strictObject({ department: v.string(), ...counts });
export type AccountRow = v.InferOutput<typeof AccountRow>;

export const Accountability = v.strictObject({ from: Day, until: Day, rows: v.array(AccountRow) });
export type Accountability = v.InferOutput<typeof Accountability>;

export const noCounts: AccountCounts = {
  announced: 0,
  entered: 0,
  inTime: 0,
  late: 0,
  unknown: 0,
  overdue: 0,
  returned: 0,
};

/** One thing that happened, on a day, in a department. */
export interface Tally {
  readonly department: string;
  readonly column: AccountColumn;
  readonly on: Day;
}

export const isWithin = (on: Day, { from, until }: Pick<Accountability, 'from' | 'until'>): boolean =>
  on >= from && on <= until;

/** Every tally of the span once, in the row of its department and the column of its kind; departments in the order given, others after. */
export const countUp = (
  span: Pick<Accountability, 'from' | 'until'>,
  departments: readonly string[],
  tallies: readonly Tally[],
): readonly AccountRow[] => {
  const rows = new Map<string, Record<AccountColumn, number>>(
    departments.map((department) => [department, { ...noCounts }]),
  );
  for (const { department, column, on } of tallies) {
    if (!isWithin(on, span)) continue;
    const row = rows.get(department) ?? { ...noCounts };
    row[column] += 1;
    rows.set(department, row);
  }
  return [...rows].map(([department, row]) => ({ department, ...row }));
};

export const totalOf = (rows: readonly AccountCounts[]): AccountCounts =>
  rows.reduce<AccountCounts>(
    (sum, row) => Object.fromEntries(accountColumnIds.map((id) => [id, sum[id] + row[id]])) as AccountCounts,
    noCounts,
  );

/** The share of what was published that was in time; null when nothing was that can be judged. */
export const inTimeRate = ({ inTime, late }: AccountCounts): number | null =>
  inTime + late === 0 ? null : inTime / (inTime + late);

/** A year, or one of its quarters (1–4; 0: the whole year). */
export const spanOf = (year: number, quarter: number): { from: Day; until: Day } => {
  if (quarter === 0) return { from: `${year}-01-01` as Day, until: `${year}-12-31` as Day };
  const month = (at: number): string => String(at).padStart(2, '0');
  const next = quarter === 4 ? `${year + 1}-01-01` : `${year}-${month(quarter * 3 + 1)}-01`;
  return { from: `${year}-${month(quarter * 3 - 2)}-01` as Day, until: addDays(next as Day, -1) };
};

export const spanInWords = (year: number, quarter: number): string =>
  quarter === 0 ? `${year}年` : `${year}年第${['一', '二', '三', '四'][quarter - 1]}季度`;
