import { sayProblem } from '../../../contract/problem.ts';
import { momentInWords } from '../../part/words.ts';
import type { Keeping } from '../autosave-job.ts';

/** Where a text is that is no revision yet, as a clerk needs to know it: may I go home? */

export const whereText = (
  keeping: Keeping | undefined,
  { isOffline, nowMs }: { readonly isOffline: boolean; readonly nowMs: number },
): string => {
  if (keeping?.problem) return `只存在本机。${sayProblem(keeping.problem)}`;
  const newer = keeping?.newer ? `${keeping.newer.by}刚存了第 ${keeping.newer.revision} 稿。` : '';
  return `${newer}${placeWords(keeping, isOffline, nowMs)}`;
};

const placeWords = (keeping: Keeping | undefined, isOffline: boolean, nowMs: number): string => {
  if (keeping?.place === 'server' && keeping.at !== null)
    return `${momentInWords(keeping.at, nowMs)} 已自动存到服务器，还没有存成一稿。`;
  if (isOffline)
    return keeping?.place === 'browser'
      ? '没有连上服务器。已存在本机，连上后再存到服务器。'
      : '没有连上服务器，本机也没存下。请不要关这一页，等连上再关。';
  return keeping?.place === 'browser' ? '已存在本机，正在存到服务器……' : '正在存……';
};

export const faultWords = (count: number): string => (count > 0 ? `有 ${count} 处要改好才能存成一稿。` : '');

/** Another text stands against this one, which the person should see before going on. */
export const isAgainst = (keeping: Keeping | undefined): boolean =>
  keeping !== undefined && (keeping.newer !== null || keeping.problem?.code === 'written-elsewhere');

export const toneOf = (
  isDirty: boolean,
  keeping: Keeping | undefined,
  done: string | null,
): 'warn' | 'done' | 'calm' => {
  if (!isDirty) return done === null ? 'calm' : 'done';
  return keeping?.place === 'server' && !isAgainst(keeping) ? 'calm' : 'warn';
};
