import * as v from 'valibot';
import type { MachinePrefix } from './id.ts';

/**
 * Receipt number: `A7-000128-9` = the machine's prefix, its running number, one check digit (Damm's, over the digits,
 * letters counted as 10…35): it notices every wrong digit and every two neighbours swapped. Query code: eight characters without 0 O 1 I, shown in two groups.
 */

const digitsOf = (text: string): readonly number[] =>
  [...text].flatMap((char) => [...String(Number.parseInt(char, 36))]).map(Number);

// Totally anti-symmetric quasigroup of order 10 (H. M. Damm, 2004).
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

const checkDigit = (text: string): number =>
  digitsOf(text).reduce((held, digit) => Number(DAMM[held]?.[digit]), 0);

const SHAPE = /^([A-HJ-NP-Z][0-9A-HJ-NP-Z]{1,3})-(\d{6})-(\d)$/;

export const ReceiptNo = v.pipe(
  v.string(),
  v.check((text) => {
    const parts = SHAPE.exec(text);
    return parts !== null && checkDigit(`${parts[1]}${parts[2]}`) === Number(parts[3]);
  }, '回执编号不对，请照着回执再输一次。'),
  v.brand('ReceiptNo'),
);
export type ReceiptNo = v.InferOutput<typeof ReceiptNo>;

export const receiptNo = (prefix: MachinePrefix, sequence: number): ReceiptNo => {
  const number = String(sequence).padStart(6, '0');
  return `${prefix}-${number}-${checkDigit(prefix + number)}` as ReceiptNo;
};

export const receiptParts = (
  no: ReceiptNo,
): { readonly prefix: MachinePrefix; readonly sequence: number } => {
  const [prefix = '', number = '0'] = no.split('-');
  return { prefix: prefix as MachinePrefix, sequence: Number(number) };
};

/** What a visitor typed, in the number's own spelling: upper case, hyphens set, full-width characters plain. */
export const normalizeReceiptNo = (text: string): string => {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  const parts = /^([A-Z][0-9A-Z]{1,3})(\d{6})(\d)$/.exec(plain);
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : plain;
};

export const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const CODE_LENGTH = 8;

export const QueryCode = v.pipe(
  v.string(),
  v.regex(/^[2-9A-HJ-NP-Z]{8}$/, '查询码是 8 个字符，请照着回执再输一次。'),
  v.brand('QueryCode'),
);
export type QueryCode = v.InferOutput<typeof QueryCode>;

export const normalizeQueryCode = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
export const codeInGroups = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
