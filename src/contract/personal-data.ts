import type { Day } from './day.ts';
import { idNumberFault } from './identity.ts';

/**
 * Personal numbers inside free text that others will read: resident identity numbers, mobile numbers, bank cards. Only numbers
 * that are valid count, so that dates, document numbers and the hall's own landlines pass. Grouped numbers (138 0013 8000) count.
 */

export const personalNumbers = {
  'id-number': '身份证号',
  mobile: '手机号',
  'bank-card': '银行卡号',
} as const;
export type PersonalNumber = keyof typeof personalNumbers;

const RUN = /\d+X?(?:[ \-.·]\d+X?)*/g;
const MOBILE = /^(?:0{0,2}86)?1[3-9]\d{9}$/;
/** Longest group list of a real number: 4-4-4-4-3. */
const MOST_GROUPS = 6;

const passesLuhn = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};

/** Ungrouped, or in groups of four, or six and the rest: other splits are dates and file numbers. */
const isCard = (groups: readonly string[]): boolean => {
  const digits = groups.join('');
  if (!/^[1-9]\d{15,18}$/.test(digits) || !passesLuhn(digits)) return false;
  const sizes = groups.slice(0, -1).map((group) => group.length);
  return sizes.every((size) => size === 4) || (sizes.length === 1 && sizes[0] === 6);
};

const isMobile = (groups: readonly string[]): boolean => {
  const own = /^(?:00)?86$/.test(groups[0] ?? '') ? groups.slice(1) : groups;
  if (own.length > 1 && own[0]?.length !== 3) return false;
  return MOBILE.test(own.join(''));
};

const isIdNumber = (groups: readonly string[], today: Day): boolean => {
  const isGrouped = groups.length > 1;
  if (isGrouped && groups[0]?.length !== 6) return false;
  return idNumberFault(groups.join(''), today) === null;
};

const kindOfGroups = (groups: readonly string[], today: Day): PersonalNumber | null => {
  if (isIdNumber(groups, today)) return 'id-number';
  if (isMobile(groups)) return 'mobile';
  return isCard(groups) ? 'bank-card' : null;
};

const inRun = (run: string, today: Day): readonly PersonalNumber[] => {
  const groups = run.split(/[ \-.·]/);
  return groups.flatMap((_, from) =>
    Array.from({ length: Math.min(MOST_GROUPS, groups.length - from) }, (_each, extra) =>
      kindOfGroups(groups.slice(from, from + extra + 1), today),
    ).filter((kind) => kind !== null),
  );
};

/** Which kinds of personal numbers a text holds, each once. */
export const personalNumbersIn = (text: string, today: Day): readonly PersonalNumber[] => {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/\s/g, ' ')
    .replace(/\p{Cf}/gu, '');
  return [...new Set((plain.match(RUN) ?? []).flatMap((run) => inRun(run, today)))];
};
