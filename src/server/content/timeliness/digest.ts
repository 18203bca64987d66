import { addDays, type Day, dayAtHall, type Moment, momentOf } from '../../../contract/day.ts';
import type { Digest } from '../../../contract/desk-timeliness.ts';
import type { Db } from '../../store/store.ts';
import { actsBetween } from '../../store/timeliness.ts';
import type { FactsOf } from './entry-facts.ts';
import type { Ledger } from './ledger.ts';
import { timeliness } from './timeliness.ts';

const WEEK_DAYS = 7;
const startOf = (on: Day): Moment => momentOf(Date.parse(`${on}T00:00:00+08:00`));

/** What the weekly meeting needs: what is due and late today, and what was published and returned in the seven days from `from`. */
export async function digest(
  db: Db,
  { ledger, factsOf, today }: { ledger: Ledger; factsOf: FactsOf; today: Day },
  from: Day,
): Promise<Digest> {
  const acts = async (move: string): Promise<Digest['published']> => {
    const rows = await actsBetween(db, move, startOf(from), startOf(addDays(from, WEEK_DAYS)));
    return Promise.all(
      rows.map(async (act) => ({
        id: act.entry_id as never,
        title: act.title,
        department: (await factsOf(act.entry_id, act.revision)).department,
        on: dayAtHall(Date.parse(act.at)),
        note: act.note,
      })),
    );
  };
  return {
    from,
    until: addDays(from, WEEK_DAYS - 1),
    today,
    rows: timeliness(ledger, today).rows,
    published: await acts('publish'),
    returned: await acts('return'),
  };
}
