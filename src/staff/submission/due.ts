import { addDays, type Day, dayAtHall } from '../../contract/day.ts';
import { durationInWords } from '../../contract/deadline.ts';
import type { SubmissionRow } from '../../contract/desk.ts';
import type { FormPurpose } from '../../contract/form.ts';
import { firstLimit, isLate, type Limit, whyNoDay } from '../../contract/limit.ts';
import { isOpenState, type SubmissionState } from '../../contract/submission.ts';
import { dateInWords, dueInWords } from '../part/words.ts';

/** What the desk says of a submission: the visitor's screen has other words for the same states. */
export const stateAtDesk = {
  received: '待登记',
  registered: '已登记',
  inHand: '办理中',
  supplementAsked: '等申请人补充',
  extended: '已延期',
  transferred: '已转交',
  replied: '已答复',
  withdrawn: '申请人撤回',
  abandoned: '逾期不补，视为放弃',
  archived: '已归档',
} as const satisfies Record<SubmissionState, string>;

export const purposeInWords = {
  'disclosure-request': '依申请公开',
  complaint: '投诉咨询',
  opinion: '意见建议',
} as const satisfies Record<FormPurpose, string>;

/** In whose hands it is now: the visitor's while a supplement is awaited, a chief's while a proposal waits, nobody's when it is done. */
export const inHandsInWords = (row: Pick<SubmissionRow, 'state' | 'inHandsOf' | 'proposal'>): string => {
  const { state, inHandsOf, proposal } = row;
  if (!isOpenState(state)) return '办完了';
  if (proposal?.state === 'waiting') return '等负责人批准';
  return state === 'supplementAsked' ? '申请人' : (inHandsOf?.name ?? '还没有人接');
};

export interface Due {
  readonly say: string;
  /** Promise and law, a line each. */
  readonly more: readonly string[];
  readonly tone: 'late' | 'soon' | 'calm' | 'none';
}

type Timed = Pick<SubmissionRow, 'state' | 'limits' | 'supplementBy'>;
type Said = Pick<Due, 'say' | 'tone'>;

const SOON_WORKDAYS = 2;

const dayInTime = (left: number | null, on: Day, nowMs: number): Said => {
  if (on === dayAtHall(nowMs)) return { say: '今天到期', tone: 'late' };
  // Where working days cannot be counted, plain days are: there are never fewer of them.
  const isSoon = left === null ? on <= addDays(dayAtHall(nowMs), SOON_WORKDAYS) : left <= SOON_WORKDAYS;
  const say = left === null ? `${dateInWords(on, nowMs)}到期` : `还有 ${left} 个工作日`;
  return { say, tone: isSoon ? 'soon' : 'calm' };
};

const firstInWords = (limit: Limit, name: string, nowMs: number): Said => {
  const { due } = limit;
  if (due.is === 'paused') return { say: '暂停计时', tone: 'none' };
  if (due.is === 'calendar-missing') return { say: '算不出到期日', tone: 'soon' };
  if (!isLate(limit, dayAtHall(nowMs))) return dayInTime(due.left, due.on, nowMs);
  return { say: due.left === null ? `已超${name}` : `超${name} ${-due.left} 个工作日`, tone: 'late' };
};

const lineOf = (limit: Limit | null, name: string, nowMs: number): readonly string[] => {
  if (limit === null || limit.due.is === 'paused') return [];
  if (limit.due.is === 'calendar-missing') return [`${name}：缺 ${limit.due.year} 年放假安排`];
  const past = isLate(limit, dayAtHall(nowMs)) ? '，已超过' : '';
  return [`${name} ${dateInWords(limit.due.on, nowMs)}${past}`];
};

const awaited = (by: Day | null, nowMs: number): readonly string[] =>
  by === null ? [] : [`补到 ${dateInWords(by, nowMs)}${by < dayAtHall(nowMs) ? '，已超过' : ''}`];

/** Days left in words, to the promise; without one the law's day speaks. Whichever is past, the row is late. */
export const dueOf = (row: Timed, nowMs: number): Due => {
  const { promised, statutory } = row.limits;
  if (!isOpenState(row.state)) return { say: '不再计时', more: [], tone: 'none' };
  const waits = awaited(row.supplementBy, nowMs);
  const first = firstLimit(row.limits);
  if (first === null) return { say: '没有期限', more: waits, tone: 'none' };
  const said = firstInWords(first, first === promised ? '承诺' : '法定', nowMs);
  const isLawPast = isLate(statutory, dayAtHall(nowMs));
  const more = [...waits, ...lineOf(promised, '承诺', nowMs), ...lineOf(statutory, '法定', nowMs)];
  return { say: said.say, more, tone: isLawPast ? 'late' : said.tone };
};

/** One limit in full, for the page of a submission: the day, how long it lasts, or why there is no day. */
export const limitInWords = (limit: Limit, nowMs: number): string => {
  const { due } = limit;
  const lasts = durationInWords(limit.lasts);
  return due.is === 'day' ? `${dueInWords(due.on, nowMs)}，${lasts}` : `${lasts}。${whyNoDay(due)}`;
};
