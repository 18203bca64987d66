import { setImmediate } from 'node:timers/promises';
import { dayAtHall } from '../../../contract/day.ts';
import { kindInWords } from '../../../contract/entry.ts';
import type { EntryId } from '../../../contract/id.ts';
import { onScreens } from '../../../contract/on-screens.ts';
import { reviewStateInWords } from '../../../contract/review.ts';
import { entryRecords } from '../../store/entry.ts';
import { entryRow } from '../../store/entry-row.ts';
import type { Db } from '../../store/store.ts';
import type { BookCell } from './book.ts';
import type { GrowingSheet } from './worker-call.ts';

/** The desk's list of contents as it is filtered and ordered on its page. */

const HEAD = ['名称', '种类', '状态', '屏幕上', '索引号', '短名', '第几稿', '最后修改', '谁改的'];
const PART = 200;

export async function entrySheets(db: Db, ids: readonly EntryId[]): Promise<readonly GrowingSheet[]> {
  const known = new Map((await entryRecords(db)).map((record) => [record.id, record]));
  // What was taken away since the page was drawn is left out.
  const rows = ids.flatMap((id) => {
    const record = known.get(id);
    return record === undefined ? [] : [entryRow(record)];
  });
  return [
    {
      name: '内容',
      widths: [48, 12, 12, 24, 28, 40, 8, 14, 14],
      frozen: 1,
      parts: partsOf(
        rows.map((row): readonly BookCell[] => [
          { text: row.title },
          { text: kindInWords[row.kind] },
          { text: reviewStateInWords[row.state] },
          { text: onScreens(row) },
          { text: row.indexNo ?? '' },
          { text: row.id },
          { text: String(row.revision) },
          { text: dayAtHall(Date.parse(row.editedAt)), isDay: true },
          { text: row.author?.name ?? '导入' },
        ]),
      ),
    },
  ];
}

async function* partsOf(rows: readonly (readonly BookCell[])[]): AsyncGenerator<typeof rows> {
  yield [HEAD.map((text): BookCell => ({ text, tone: 'head' }))];
  for (let at = 0; at < rows.length; at += PART) {
    yield rows.slice(at, at + PART);
    await setImmediate();
  }
}
