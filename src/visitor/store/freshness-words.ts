import type { Freshness } from './facts.ts';

const HALL_ZONE_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

const dayNumber = (timeMs: number): number => Math.floor((timeMs + HALL_ZONE_MS) / DAY_MS);

/** `今天 08:30`, `昨天 17:05`, `11月20日`, `2025年11月20日`; the hall's own zone wherever the machine stands. */
export const momentInWords = (timeMs: number, nowMs: number): string => {
  const at = new Date(timeMs + HALL_ZONE_MS).toISOString();
  const days = dayNumber(nowMs) - dayNumber(timeMs);
  const time = at.slice(11, 16);
  if (days === 0) return `今天 ${time}`;
  if (days === 1) return `昨天 ${time}`;
  const monthDay = `${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日`;
  const isThisYear = new Date(nowMs + HALL_ZONE_MS).getUTCFullYear() === Number(at.slice(0, 4));
  return isThisYear ? monthDay : `${at.slice(0, 4)}年${monthDay}`;
};

/** What the foot of every screen says. Being offline is a state, not an error. */
export const freshnessInWords = (facts: Freshness, nowMs: number): string => {
  const state = {
    unknown: '',
    connected: '',
    offline: '未联网，不影响使用',
    blocked: '网络要先登录，不影响使用',
  }[facts.connection];
  if (facts.signedAt === null) return state === '' ? '正在取得内容' : '未联网，还没有取得内容';
  const content = `内容更新到${momentInWords(Date.parse(facts.signedAt), nowMs)}`;
  return state === '' ? content : `${state}。${content}`;
};

/** `有 2 份已存好，联网后自动提交`; empty when none waits. */
export const waitingInWords = (waiting: number, facts: Freshness): string => {
  if (waiting === 0) return '';
  return facts.connection === 'connected' ? `${waiting} 份正在提交` : `${waiting} 份已存好，联网后自动提交`;
};
