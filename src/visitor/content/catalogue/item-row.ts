import { plainDay } from '../../../contract/day.ts';
import type { Hall } from '../../../contract/hall.ts';
import type { ItemRow } from '../../store/content-db.ts';
import { t } from '../../t.ts';

/** The line beneath a title in a list: when, from whom, under which number. */
export const itemLine = (row: ItemRow, hall: Hall): string => {
  const department = hall.departments.find((each) => each.id === row.department)?.name;
  const validity = row.validity === '有效' ? undefined : t(row.validity);
  return [plainDay(row.on, t), department, row.docNo || undefined, validity].filter(Boolean).join(' · ');
};
