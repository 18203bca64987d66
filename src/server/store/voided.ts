import type { Moment } from '../../contract/day.ts';
import type { EntryId } from '../../contract/id.ts';
import { reviewMoveIds, reviewMoveRule } from '../../contract/review.ts';
import type { Db } from './store.ts';

const SIGNING = reviewMoveIds.filter((move) => reviewMoveRule(move).signs !== undefined);
const NOT_YET_AGAIN = ['draft', 'submitted', 'reviewed', 'cleared', 'returned'];

export interface Voided {
  readonly id: EntryId;
  readonly kind: string;
  readonly title: string;
  readonly by_id: string | null;
  readonly by_name: string;
  readonly at: Moment;
  readonly note: string | null;
}

/** What this person had signed and was set to a moment, until a colleague edited it; as long as it is not signed through again. */
export function voidedFor(db: Db, by: string): Promise<Voided[]> {
  return db
    .selectFrom('review_act as voided')
    .innerJoin('entry', 'entry.id', 'voided.entry_id')
    .select(['entry.id', 'entry.kind', 'entry.title'])
    .select(['voided.by_id', 'voided.by_name', 'voided.at', 'voided.note'])
    .where('entry.state', 'in', NOT_YET_AGAIN)
    .where('voided.move', '=', 'unschedule')
    .where('voided.by_id', '!=', by)
    .where((is) =>
      is.exists(
        // The edit that did it, as one act: what a person took back by hand was no surprise.
        is
          .selectFrom('review_act as edited')
          .select('edited.n')
          .whereRef('edited.entry_id', '=', 'voided.entry_id')
          .whereRef('edited.revision', '>', 'voided.revision')
          .whereRef('edited.at', '=', 'voided.at')
          .whereRef('edited.by_id', '=', 'voided.by_id'),
      ),
    )
    .where((is) =>
      is.exists(
        is
          .selectFrom('review_act as signed')
          .select('signed.n')
          .whereRef('signed.entry_id', '=', 'voided.entry_id')
          .whereRef('signed.revision', '=', 'voided.revision')
          .where('signed.by_id', '=', by)
          .where('signed.move', 'in', SIGNING),
      ),
    )
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('review_act as later')
            .select('later.n')
            .whereRef('later.entry_id', '=', 'voided.entry_id')
            .whereRef('later.n', '>', 'voided.n')
            .where('later.move', '=', 'unschedule'),
        ),
      ),
    )
    .orderBy('voided.at', 'desc')
    .execute() as Promise<Voided[]>;
}
