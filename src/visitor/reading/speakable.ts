import { asCalled, counted, digitByDigit } from './number-words.ts';
import type { Tongue } from './tongue.ts';

/**
 * What a voice is given for what stands on the page. Voices read figures as amounts: a telephone number becomes 十三亿, a year a
 * sum, 8:30 two numbers. What stands on the page stays as it is; only the saying changes.
 */

type Saying = readonly [find: RegExp, say: (...found: string[]) => string];

const clock = (hour: number, minute: number): string => {
  if (minute === 0) return `${counted(hour)}点`;
  if (minute === 30) return `${counted(hour)}点半`;
  return `${counted(hour)}点${minute < 10 ? '零' : ''}${counted(minute)}分`;
};

const spelled = (code: string): string =>
  [...code.replace(/[^0-9A-Za-z]/g, '')].map((sign) => (/\d/.test(sign) ? asCalled(sign) : sign)).join(' ');

const TO = '\\s*[-–—~～至到]\\s*';
const TIME = '([01]?\\d|2[0-4])[:：]([0-5]\\d)';

/** In this order: what is longest and surest first. */
const CHINESE: readonly Saying[] = [
  // Signs that stand for hidden digits.
  [/[*＊•●]{2,}/g, () => '，遮住的几位，'],
  [
    new RegExp(`(?<!\\d)${TIME}${TO}${TIME}(?!\\d)`, 'g'),
    (_, h, m, toH, toM) => `${clock(+h, +m)}到${clock(+toH, +toM)}`,
  ],
  [new RegExp(`(?<!\\d)${TIME}(?!\\d)`, 'g'), (_, h, m) => clock(+h, +m)],
  [
    /(?<!\d)((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?!\d)/g,
    (_, year, month, day) => `${digitByDigit(year)}年${counted(+month)}月${counted(+day)}日`,
  ],
  [
    new RegExp(`(?<!\\d)((?:19|20)\\d\\d)${TO}((?:19|20)\\d\\d)(?=\\s*年)`, 'g'),
    (_, from, to) => `${digitByDigit(from)}到${digitByDigit(to)}`,
  ],
  [/(?<!\d)((?:19|20)\d\d)(?=\s*年)/g, (_, year) => digitByDigit(year)],
  // A document's number: 吉政发〔2014〕15号.
  [/[〔[（(]((?:19|20)\d\d)[〕\]）)]/g, (_, year) => digitByDigit(year)],
  // A telephone with its area code; a mobile one in groups; anything with a letter in it that is copied down sign by sign.
  [/(?<!\d)0\d{2,3}[- ]\d{3,4} ?\d{4}(?!\d)/g, (number) => spelledNumber(number)],
  [/(?<!\d)1\d{2} \d{4} \d{4}(?!\d)/g, (number) => spelledNumber(number)],
  [
    /(?<![\w-])(?=[\w/-]*\d{3})(?=[\w/-]*[A-Za-z])[A-Za-z0-9]+(?:[-/][A-Za-z0-9]+)+(?![\w-])/g,
    (code) => spelled(code),
  ],
  [/(?<!\w)\d{17}[Xx](?!\w)/g, (code) => spelled(code)],
  [/(?<!\w)\d{3,4} \d{4}(?!\d)/g, (number) => spelledNumber(number)],
  // No amount here has seven digits without a comma; hotlines have five and begin with 12, 95 or 96.
  [/(?<![\d.,])\d{7,}(?![\d.,]\d)/g, (digits) => asCalled(digits)],
  [/(?<![\d.,])(?:12|95|96)\d{3}(?![\d.,]?\d|\s*[元个人户亩件项次条])/g, (digits) => asCalled(digits)],
  [/(?<=(?:电话|热线|拨打|拨|打|呼叫)\s*)\d{3,6}(?!\d)/g, (digits) => asCalled(digits)],
  [/(\d),(?=\d{3}(?!\d))/g, (_, digit) => digit],
  [/(\d+(?:\.\d+)?)\s*[%％]/g, (_, amount) => `百分之${amount}`],
  [new RegExp(`(\\d)${TO}(?=\\d)`, 'g'), (_, digit) => `${digit}到`],
  [/(\d)\s*[×xX]\s*(?=\d)/g, (_, digit) => `${digit}乘`],
  [/\s*[·・|｜—–→]+\s*/g, () => '，'],
  [/[（(【《〈「『]/g, () => '，'],
  [/[）)】》〉」』]/g, () => '，'],
  [/[“”"‘’※★☆■□▲△◆◇]/g, () => ''],
  // A space between hanzi and figures is for the eye: a voice stops at it.
  [/(?<=\p{Script=Han})\s+(?=[\p{Script=Han}\d])|(?<=\d)\s+(?=\p{Script=Han})/gu, () => ''],
  [/，(?:\s*，)+/g, () => '，'],
  [/^[，\s]+|[，\s]+$|，(?=[。！？；：，])|(?<=[。！？；：])，/g, () => ''],
];

function spelledNumber(number: string): string {
  return number
    .split(/[^\d]+/)
    .filter(Boolean)
    .map(asCalled)
    .join('，');
}

const ENGLISH: readonly Saying[] = [
  [/[*•●]{2,}/g, () => ', hidden digits, '],
  [/(?<![\d.,])\+?\d[\d -]{5,}\d(?![\d.,]?\d)/g, (number) => number.replace(/\D/g, '').split('').join(' ')],
  [/\s*[·|→—]+\s*/g, () => ', '],
];

const SAYINGS = { zh: CHINESE, en: ENGLISH } as const satisfies Record<Tongue, readonly Saying[]>;

export const speakable = (text: string, tongue: Tongue): string =>
  SAYINGS[tongue]
    .reduce(
      (said, [find, say]) => said.replace(find, say),
      text.replaceAll('\u3000', '，').replace(/\s+/g, ' '),
    )
    .trim();
