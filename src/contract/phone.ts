/** Telephone numbers of China: mobiles, landlines with and without area code, 400/800, and short service numbers. */

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0(?:10|2\d|[3-9]\d{2})-?\d{7,8}(?:-\d{1,6})?$/;
const LOCAL = /^[2-8]\d{6,7}$/;
const TOLL_FREE = /^[48]00-?\d{3}-?\d{4}$/;
const SHORT = /^(?:1[12]0|119|12\d{3})$/;

/** Full-width digits become plain, spaces and +86 go. */
export const normalizePhone = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()]/g, '')
    .replace(/^(?:\+|00)86-?/, '')
    .replace(/[‐-―−]/g, '-');

export const isPhone = (text: string): boolean => {
  const plain = normalizePhone(text);
  return [MOBILE, LANDLINE, LOCAL, TOLL_FREE, SHORT].some((pattern) => pattern.test(plain));
};

/** Grouped so that it can be read out: `138 0013 8000`, `0436-786 1003`. */
export const phoneInGroups = (text: string): string => {
  const plain = normalizePhone(text);
  if (MOBILE.test(plain)) return `${plain.slice(0, 3)} ${plain.slice(3, 7)} ${plain.slice(7)}`;
  const parts = /^(0(?:10|2\d|[3-9]\d{2}))-?(\d{3,4})(\d{4})((?:-\d+)?)$/.exec(plain);
  if (parts) return `${parts[1]}-${parts[2]} ${parts[3]}${parts[4]}`;
  return LOCAL.test(plain) ? `${plain.slice(0, -4)} ${plain.slice(-4)}` : plain;
};

const MOBILE_LENGTH = 11;

/** While it is being typed: grouped as far as it goes, and how many digits a mobile still lacks (0 for other numbers). */
export const phoneAsTyped = (text: string): { readonly grouped: string; readonly missing: number } => {
  const plain = normalizePhone(text);
  if (!/^1[3-9]\d*$/.test(plain) || plain.length > MOBILE_LENGTH)
    return { grouped: phoneInGroups(plain), missing: 0 };
  return {
    grouped: [plain.slice(0, 3), plain.slice(3, 7), plain.slice(7)].filter(Boolean).join(' '),
    missing: MOBILE_LENGTH - plain.length,
  };
};

/** `138****8000`: what may stand on glass or paper. */
export const maskPhone = (text: string): string => {
  const plain = normalizePhone(text);
  return plain.length < 7 ? '****' : `${plain.slice(0, 3)}****${plain.slice(-4)}`;
};
