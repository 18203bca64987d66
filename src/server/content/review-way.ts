import { momentOf } from '../../contract/day.ts';
import type { ReviewWay } from '../../contract/desk.ts';
import type { StaffId } from '../../contract/id.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { authorName } from '../store/entry.ts';
import { ONE_SIGNS, putSetting, settingRecord } from '../store/setting.ts';
import type { Db } from '../store/store.ts';

/** 审核方式: three people, or the exception of a tiny hall (domain.md §8). Every change of it is audited. */

export async function reviewWay(db: Db): Promise<ReviewWay> {
  const record = await settingRecord(db, ONE_SIGNS);
  const by = record?.by_id ?? null;
  return {
    mayOneSign: record?.value === 'yes',
    changed:
      record === undefined || by === null
        ? null
        : { by: { id: by as StaffId, name: await authorName(db, by) }, at: record.changed_at },
  };
}

export async function changeReviewWay(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  staff: Staff,
  isOn: boolean,
): Promise<ReviewWay> {
  const atMs = clock();
  await store.transaction(async (trx) => {
    const value = isOn ? 'yes' : 'no';
    await putSetting(trx, { name: ONE_SIGNS, value, by_id: staff.id, changed_at: momentOf(atMs) });
    const detail = { oneSigns: isOn };
    await appendAudit(trx, { atMs, actor: staff.id, act: 'review.way', object: ONE_SIGNS, detail });
  });
  return reviewWay(store.db);
}
