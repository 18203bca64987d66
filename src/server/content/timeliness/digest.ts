import { addDays, type Day, dayAtHall, type Moment, momentOf } from '../../../contract/day.ts';
import type { Digest } from '../../../contract/desk-timeliness.ts';
import { actsOnRevision, entriesOwed } from '../../store/entry.ts';
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
    urgent: await owed(db, factsOf),
  };
}

/** With the day on which it went out and why. */
async function owed(db: Db, factsOf: FactsOf): Promise<Digest['urgent']> {
  return Promise.all(
    (await entriesOwed(db)).map(async ({ id, kind, title, published_revision: shown }) => {
      const acts = await actsOnRevision(db, id, shown ?? 0);
      const urgent = acts.find((act) => act.move === 'urgent');
      const hasDepartment = kind === 'item' || kind === 'guide';
      return {
        id: id as never,
        title,
        department: hasDepartment ? (await factsOf(id, shown ?? 0)).department : '',
        on: dayAtHall(Date.parse(urgent?.at ?? '')),
        note: urgent?.note ?? null,
      };
    }),
  );
}
