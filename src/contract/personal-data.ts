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

/** A personal number where it stands. */
export interface Spot {
  readonly kind: PersonalNumber;
  readonly from: number;
  readonly until: number;
  /** As it was written. */
  readonly word: string;
}

/** The characters as they are compared, each with its place in the text. */
const plainChars = (text: string): readonly (readonly [char: string, at: number])[] => {
  let at = 0;
  return [...text].flatMap((char) => {
    const place = at;
    at += char.length;
    const plain = char
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[‐-―−]/g, '-')
      .replace(/\s/g, ' ')
      .replace(/\p{Cf}/gu, '');
    return [...plain].map((each) => [each, place] as const);
  });
};

/** Every personal number of a text, in order; of two that overlap the longer. */
export const spotsIn = (text: string, today: Day): readonly Spot[] => {
  const chars = plainChars(text);
  // One unit each: what is longer than that is no digit.
  const plain = chars.map(([char]) => (char.length === 1 ? char : '□')).join('');
  const found = [...plain.matchAll(RUN)].flatMap((match) => {
    const groups = [...match[0].matchAll(/[^ \-.·]+/g)];
    return groups.flatMap((first, from) =>
      groups.slice(from, from + MOST_GROUPS).flatMap((last, extra) => {
        const kind = kindOfGroups(
          groups.slice(from, from + extra + 1).map((group) => group[0]),
          today,
        );
        if (kind === null) return [];
        const start = chars[match.index + first.index]?.[1] ?? 0;
        const end = (chars[match.index + last.index + last[0].length - 1]?.[1] ?? 0) + 1;
        return [{ kind, from: start, until: end, word: text.slice(start, end) }];
      }),
    );
  });
  return found.filter(
    (one) => !found.some((other) => other !== one && other.from <= one.from && other.until >= one.until),
  );
};

/** `220821********0014`, `138****8000`, `6222********1234`: enough to tell one from another, too little to use. */
export const maskNumber = (kind: PersonalNumber, word: string): string => {
  const plain = plainChars(word)
    .map(([char]) => char)
    .filter((char) => /[\dX]/.test(char))
    .join('');
  const number = kind === 'mobile' ? plain.slice(-11) : plain;
  const kept = { 'id-number': 6, mobile: 3, 'bank-card': 4 }[kind];
  return number.slice(0, kept) + '*'.repeat(number.length - kept - 4) + number.slice(-4);
};

export const maskIn = (text: string, today: Day): string =>
  [...spotsIn(text, today)]
    .reverse()
    .reduce(
      (masked, { kind, from, until, word }) =>
        masked.slice(0, from) + maskNumber(kind, word) + masked.slice(until),
      text,
    );
