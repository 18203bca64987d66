import type { MachineRow } from '../../contract/desk.ts';
import { isOnline } from '../navigation.ts';

/** How far a screen of the hall is with the newest snapshot, in words. */

type Seen = Pick<MachineRow, 'lastSeenAt' | 'shows'>;

const MINUTE_MS = 60_000;

/** `刚刚联系过`, `3 小时没有联系`: silence grows, and is said as what it is. */
export const contactInWords = (lastSeenAt: string | null, nowMs: number): string => {
  if (lastSeenAt === null) return '登记后还没有联系过';
  const minutes = Math.floor((nowMs - Date.parse(lastSeenAt)) / MINUTE_MS);
  if (minutes < 1) return '刚刚联系过';
  if (minutes < 6) return `${minutes} 分钟前联系过`;
  if (minutes < 60) return `${minutes} 分钟没有联系`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} 小时没有联系` : `${Math.floor(hours / 24)} 天没有联系`;
};

/** `updating`: it is heard of and shows an older one; `stuck`: the same, and nothing is heard of it. */
export type Far = 'newest' | 'updating' | 'stuck' | 'unknown';

export const howFar = (machine: MachineRow, newest: number, nowMs: number): Far => {
  if (machine.shows === null || machine.shows === 0) return 'unknown';
  if (machine.shows >= newest) return 'newest';
  return isOnline(machine, nowMs) ? 'updating' : 'stuck';
};

export const farInWords = (far: Far, { shows }: Seen): string =>
  ({
    newest: `显示第 ${shows} 版，是最新的`,
    updating: `还是第 ${shows} 版，正在更新`,
    stuck: `还停在第 ${shows} 版`,
    unknown: '还没有显示内容',
  })[far];

/** All screens in one sentence, so that a change is heard too. */
export const allInWords = (fars: readonly Far[], newest: number): string => {
  const done = fars.filter((far) => far === 'newest').length;
  const updating = fars.filter((far) => far === 'updating').length;
  const others = fars.length - done - updating;
  if (done === fars.length) return `${fars.length} 块屏幕都显示第 ${newest} 版。`;
  return [
    `第 ${newest} 版：${fars.length} 块屏幕里 ${done} 块已经显示`,
    ...(updating > 0 ? [`${updating} 块正在更新`] : []),
    ...(others > 0 ? [`${others} 块没有联系，联网后自动更新`] : []),
  ]
    .join('，')
    .concat('。');
};
