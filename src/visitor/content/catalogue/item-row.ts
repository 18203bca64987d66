import type { Day } from '../../../contract/day.ts';
import type { Hall } from '../../../contract/hall.ts';
import type { ItemRow } from '../../store/content-db.ts';

/** `2015年1月20日` */
export const plainDay = (on: Day): string =>
  `${on.slice(0, 4)}年${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`;

/** The line beneath a title in a list: when, from whom, under which number. */
export const itemLine = (row: ItemRow, hall: Hall): string => {
  const department = hall.departments.find((each) => each.id === row.department)?.name;
  const validity = row.validity === '有效' ? undefined : row.validity;
  return [plainDay(row.on), department, row.docNo || undefined, validity].filter(Boolean).join(' · ');
};
