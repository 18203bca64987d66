import { addDays, type Day } from './day.ts';

/** Resident identity numbers (GB 11643-1999) and unified social credit codes (GB 32100-2015). */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const ID_CHECKS = '10X98765432';

export const ID_LENGTH = 18;

export type IdNumberFault = 'length' | 'shape' | 'birthdate' | 'future' | 'checksum';

/** Full-width characters become plain, spaces go, x becomes X. */
export const normalizeIdNumber = (text: string): string =>
  text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/**
 * What is wrong with an 18-character resident number on the day `today`, or null. Region codes are not judged: old and merged
 * ones stay valid, and 81/82/83 belong to residence permits of Hong Kong, Macao and Taiwan residents.
 */
export const idNumberFault = (text: string, today: Day): IdNumberFault | null => {
  const plain = normalizeIdNumber(text);
  if (plain.length !== ID_LENGTH) return 'length';
  if (!/^\d{17}[\dX]$/.test(plain)) return 'shape';
  const born = `${plain.slice(6, 10)}-${plain.slice(10, 12)}-${plain.slice(12, 14)}` as Day;
  const time = Date.parse(`${born}T00:00:00Z`);
  if (Number.isNaN(time) || addDays(born, 0) !== born) return 'birthdate';
  if (born > today) return 'future';
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(plain[at]), 0);
  return ID_CHECKS[sum % 11] === plain[17] ? null : 'checksum';
};

/** Six, eight and four, as people compare it with the card: also while it is only begun. */
export const idNumberInGroups = (text: string): string => {
  const plain = normalizeIdNumber(text);
  return [plain.slice(0, 6), plain.slice(6, 14), plain.slice(14)].filter(Boolean).join(' ');
};

/** `220821********0014` */
export const maskIdNumber = (text: string): string =>
  text.length < 11
    ? '*'.repeat(text.length)
    : `${text.slice(0, 6)}${'*'.repeat(text.length - 10)}${text.slice(-4)}`;

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const USCC_SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** Whether a unified social credit code has the right letters and check character. N-prefixed village codes are valid. */
export const isCreditCode = (text: string): boolean => {
  const plain = normalizeIdNumber(text);
  if (!USCC_SHAPE.test(plain)) return false;
  const sum = USCC_WEIGHTS.reduce(
    (total, weight, at) => total + weight * USCC_ALPHABET.indexOf(plain[at] ?? ''),
    0,
  );
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] === plain[17];
};
