import { minuteInWords } from '../../../contract/day.ts';
import type { EntryDetail } from '../../../contract/desk.ts';
import { Note } from '../../part/note.tsx';

/** Before anybody saves over a text that is to go out by itself. */
export function ScheduleNote({ detail: { publishAt } }: { readonly detail: EntryDetail }) {
  return (
    publishAt && (
      <Note kind="warn" title={`这一稿定在 ${minuteInWords(publishAt)} 自动发布。`}>
        改了一存成新的一稿，定时就取消，签过的都作废：要重新送审、签发，再定时间。签过的同事会在“今天”看到。
      </Note>
    )
  );
}

/** After it was saved over; null where nothing was set. */
export const cancelledWords = (before: EntryDetail | null): string | null =>
  before?.publishAt
    ? `${minuteInWords(before.publishAt)} 的定时发布取消了，签过的作废，签过的同事会看到。`
    : null;
