import * as v from 'valibot';
import type { CalendarYear } from '../../contract/deadline.ts';
import type { Form } from '../../contract/form.ts';
import { type Digest, hallObjectId, type ObjectId } from '../../contract/id.ts';
import { PublishedCalendar, PublishedEntry, PublishedHall } from '../../contract/published.ts';
import type { Db, Trx } from './store.ts';

/** What is published now, as other features read it; and any definition that ever was. */

async function currentBodies(db: Db | Trx, like: ObjectId | 'calendar/%'): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('snapshot_change as change')
    .innerJoin('object', 'object.digest', 'change.digest')
    .select('object.body')
    .where('change.object_id', 'like', like)
    .where('change.number', '=', (of) =>
      of
        .selectFrom('snapshot_change as later')
        .select((is) => is.fn.max('later.number').as('number'))
        .whereRef('later.object_id', '=', 'change.object_id'),
    )
    .execute();
  return rows.map((row) => row.body);
}

export async function findHallName(db: Db | Trx): Promise<string | null> {
  const [body] = await currentBodies(db, hallObjectId);
  return body === undefined ? null : v.parse(PublishedHall, JSON.parse(body)).hall.hallName;
}

export async function listCalendarYears(db: Db | Trx): Promise<readonly CalendarYear[]> {
  const bodies = await currentBodies(db, 'calendar/%');
  return bodies.map((body) => v.parse(PublishedCalendar, JSON.parse(body)).calendar);
}

/** The definition of a form that was published at any time; null for what never was, or is no form. */
export async function findForm(db: Db | Trx, digest: Digest): Promise<Form | null> {
  const row = await db.selectFrom('object').select('body').where('digest', '=', digest).executeTakeFirst();
  const parsed = v.safeParse(PublishedEntry, row && JSON.parse(row.body));
  return parsed.success && parsed.output.entry.kind === 'form' ? parsed.output.entry : null;
}
