import { addDays, type Day, dayInShort, dayInWords } from '../../../contract/day.ts';
import type { Digest, TimelinessRow } from '../../../contract/desk-timeliness.ts';
import type { Hall } from '../../../contract/hall.ts';
import type { DigestLine, DigestList, DigestSheetProps } from '../../../print/digest-sheet.tsx';
import { dateInWords } from '../../part/words.ts';
import { departmentName, timingInWords } from './words.ts';

/** What the meeting's page says, from what the server counted. Two pages hold so many lines; the rest is named by number. */
const MOST_LINES = { urgent: 16, owed: 6, published: 14, returned: 8, coming: 12 } as const;
/** Late, or so few working days left that it cannot wait for the next meeting. */
const URGENT_WORKDAYS = 2;

const COLUMNS = ['已超期', '快到期', '本周公开', '本周退回', '快满'] as const;

const isUrgent = (row: TimelinessRow): boolean =>
  row.show === 'late' || (row.show === 'soon' && (row.days ?? 0) <= URGENT_WORKDAYS);
const isComing = (row: TimelinessRow): boolean =>
  (row.show === 'soon' && !isUrgent(row)) || row.show === 'expiring' || row.show === 'unknown';

type DigestHall = Pick<Hall, 'departments' | 'hallName'> | null;

const countsOf = ({ rows, published, returned }: Digest, department: string | null): readonly number[] => {
  const mine = (each: { readonly department: string }): boolean =>
    department === null || each.department === department;
  const show = (is: TimelinessRow['show']): number =>
    rows.filter((row) => row.show === is && mine(row)).length;
  return [
    show('late'),
    show('soon'),
    published.filter(mine).length,
    returned.filter(mine).length,
    show('expiring'),
  ];
};

const listOf = (
  [title, none]: readonly [title: string, none: string],
  most: number,
  lines: readonly DigestLine[],
  restAt = '时限',
): DigestList => ({
  title,
  none,
  lines: lines.slice(0, most),
  rest: Math.max(0, lines.length - most),
  restAt,
});

const listsOf = (digest: Digest, hall: DigestHall, nowMs: number): readonly DigestList[] => {
  const name = (id: string): string => departmentName(hall, id);
  const row = (it: TimelinessRow): DigestLine => {
    const { say } = timingInWords(it, nowMs);
    const day =
      it.on === null ? '' : `，${it.show === 'expiring' ? '到' : '最晚'} ${dateInWords(it.on, nowMs)}`;
    const unwritten = it.of.kind === 'due-item' ? '，还没有写' : '';
    return { title: it.title, department: name(it.department), say: `${say}${day}${unwritten}` };
  };
  const happened = (it: Digest['published'][number], say: string): DigestLine => ({
    title: it.title,
    department: it.department === '' ? '全大厅' : name(it.department),
    say,
  });
  return [
    listOf(
      ['急办', '没有超期的，两个工作日内也没有到期的。'],
      MOST_LINES.urgent,
      digest.rows.filter(isUrgent).map(row),
    ),
    // Nothing at all in a quiet week: the paper is short.
    ...(digest.urgent.length === 0
      ? []
      : [
          listOf(
            ['紧急发布，等补审', ''],
            MOST_LINES.owed,
            digest.urgent.map((it) =>
              happened(it, `${dayInShort(it.on)}发布${it.note === null ? '' : `：${it.note}`}`),
            ),
            '今天',
          ),
        ]),
    listOf(
      ['接下来', '一周左右没有到期或快满的。'],
      MOST_LINES.coming,
      digest.rows.filter(isComing).map(row),
    ),
    listOf(
      ['本周退回', '没有退回的。'],
      MOST_LINES.returned,
      digest.returned.map((it) => happened(it, it.note ?? '没有写理由')),
      '内容',
    ),
    listOf(
      ['本周公开', '没有新公开的。'],
      MOST_LINES.published,
      digest.published.map((it) => happened(it, dayInShort(it.on))),
      '内容',
    ),
  ];
};

export const weekInWords = (from: Day): string => {
  const until = addDays(from, 6);
  const isSameYear = from.slice(0, 4) === until.slice(0, 4);
  return `${dayInWords(from)}至${isSameYear ? dayInShort(until) : dayInWords(until)}`;
};

export const digestSheetOf = (digest: Digest, hall: DigestHall, nowMs: number): DigestSheetProps => {
  const named = [digest.rows, digest.published, digest.returned].flat().map(({ department }) => department);
  const ids = [...new Set([...(hall?.departments ?? []).map(({ id }) => id), ...named])];
  const all = ids.map((id) => ({ name: departmentName(hall, id), counts: countsOf(digest, id) }));
  const isBusy = ({ counts }: { counts: readonly number[] }): boolean => counts.some((count) => count > 0);
  return {
    hallName: hall?.hallName ?? '',
    period: weekInWords(digest.from),
    madeOn: `截至 ${dayInWords(digest.today)}`,
    columns: COLUMNS,
    departments: all.filter(isBusy),
    total: countsOf(digest, null),
    quiet: all.filter((each) => !isBusy(each)).map(({ name }) => name),
    lists: listsOf(digest, hall, nowMs),
  };
};
