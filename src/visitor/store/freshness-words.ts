import type { Day } from '../../contract/day.ts';
import { monthDayInWords, plainDay } from '../../contract/day.ts';
import { t } from '../t.ts';
import type { Freshness } from './facts.ts';

const HALL_ZONE_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

const dayNumber = (timeMs: number): number => Math.floor((timeMs + HALL_ZONE_MS) / DAY_MS);

/** `今天 08:30`, `昨天 17:05`, `11月20日`, `2025年11月20日`; the hall's own zone wherever the machine stands. */
export const momentInWords = (timeMs: number, nowMs: number): string => {
  const at = new Date(timeMs + HALL_ZONE_MS).toISOString();
  const days = dayNumber(nowMs) - dayNumber(timeMs);
  const time = at.slice(11, 16);
  if (days === 0) return t('今天 {time}', { time });
  if (days === 1) return t('昨天 {time}', { time });
  const on = at.slice(0, 10) as Day;
  const isThisYear = new Date(nowMs + HALL_ZONE_MS).getUTCFullYear() === Number(at.slice(0, 4));
  return isThisYear ? monthDayInWords(on, t) : plainDay(on, t);
};

/** What the foot of every screen says. Being offline is a state, not an error. */
export const freshnessInWords = (facts: Freshness, nowMs: number): string => {
  const state = {
    unknown: '',
    connected: '',
    offline: t('未联网，不影响使用'),
    blocked: t('网络要先登录，不影响使用'),
  }[facts.connection];
  if (facts.signedAt === null) return state === '' ? t('正在取得内容') : t('未联网，还没有取得内容');
  const content = t('内容更新到{moment}', { moment: momentInWords(Date.parse(facts.signedAt), nowMs) });
  return state === '' ? content : `${state}${t('。')}${content}`;
};

/** `有 2 份已存好，联网后自动提交`; empty when none waits. */
export const waitingInWords = (waiting: number, facts: Freshness): string => {
  if (waiting === 0) return '';
  return facts.connection === 'connected'
    ? t('{count} 份正在提交', { count: waiting })
    : t('{count} 份已存好，联网后自动提交', { count: waiting });
};
