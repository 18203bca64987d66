const DIGITS = '零一二三四五六七八九';

/** One by one, as one tells a year: 2026 → 二零二六. */
export const digitByDigit = (digits: string): string =>
  digits.replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));

/** One by one, as one tells a number over the telephone: 1 is 幺, so that nobody hears 七. */
export const asCalled = (digits: string): string => digitByDigit(digits).replaceAll('一', '幺');

const UNITS = [
  [1_000, '千'],
  [100, '百'],
  [10, '十'],
] as const;

/** As one counts, up to 9999: 105 → 一百零五. */
export const counted = (number: number): string => {
  if (number < 10) return DIGITS.charAt(number);
  if (number < 20) return `十${number === 10 ? '' : DIGITS.charAt(number - 10)}`;
  const [unit, word] = UNITS.find(([size]) => number >= size) ?? [1, ''];
  const head = `${DIGITS.charAt(Math.floor(number / unit))}${word}`;
  const rest = number % unit;
  if (rest === 0) return head;
  const gap = rest * 10 < unit ? '零' : '';
  // Inside a greater number ten has its one: 一百一十.
  return `${head}${gap}${rest >= 10 && rest < 20 ? '一' : ''}${counted(rest)}`;
};
