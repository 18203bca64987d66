/**
 * How every component is laid out and coloured, as text: a picture that is compared. Pictures of pixels differ with each version of
 * Chromium and of the fonts, on every edge of every letter, and their tolerance hides what a person sees; boxes move by a pixel or two
 * at most, and colours are colours. So what is compared is each box that shows something, in its part, and a difference is said in words.
 */

const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });

const hasOwnText = (element: Element): boolean =>
  [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');

const CLEAR = /^rgba\(\d+, \d+, \d+, 0\)$/;

/** A field, a drawing, words, or a surface. */
const showsSomething = (element: Element): boolean => {
  const { backgroundColor, boxShadow, borderBlockStartWidth, borderBlockEndWidth } =
    getComputedStyle(element);
  return (
    hasOwnText(element) ||
    element.matches('input, textarea, svg') ||
    !CLEAR.test(backgroundColor) ||
    boxShadow !== 'none' ||
    Number.parseFloat(borderBlockStartWidth) + Number.parseFloat(borderBlockEndWidth) > 0
  );
};

const lookOf = (element: Element): string => {
  const { color, backgroundColor, fontSize, fontWeight } = getComputedStyle(element);
  const ground = CLEAR.test(backgroundColor) ? '' : ` on ${backgroundColor}`;
  return hasOwnText(element)
    ? `${Math.round(Number.parseFloat(fontSize))} ${fontWeight} ${color}${ground}`
    : `${color}${ground}`;
};

const lineOf = (element: Element, { left, top }: DOMRect): string => {
  const box = element.getBoundingClientRect();
  const place = [box.left - left, box.top - top, box.width, box.height].map(Math.round).join(' ');
  return `${element.tagName.toLowerCase()} ${place} ${lookOf(element)}`;
};

/** One line for each box that shows something, under the name of its part. */
export const layoutPrint = (root: Element, title: string): string =>
  [...root.querySelectorAll('[data-part]')]
    .flatMap((part) => {
      const frame = part.getBoundingClientRect();
      const shown = [...part.querySelectorAll('*')].filter(
        (each) => each.closest('svg') === null || each.tagName === 'svg',
      );
      return [
        `# ${part.getAttribute('data-part')}, ${title}`,
        ...shown.filter((each) => isShown(each) && showsSomething(each)).map((each) => lineOf(each, frame)),
      ];
    })
    .join('\n');

/** So much a box may move with another version of the browser or the fonts; what a hand moves is more. */
const SPARE_PX = 3;

const NUMBERS = / -?\d+ -?\d+ \d+ \d+ /;

const isSame = (a: string, b: string): boolean => {
  if (a === b) return true;
  const [ours, theirs] = [NUMBERS.exec(a)?.[0], NUMBERS.exec(b)?.[0]];
  if (ours === undefined || theirs === undefined || a.replace(ours, '') !== b.replace(theirs, ''))
    return false;
  const [left, right] = [ours.trim().split(' ').map(Number), theirs.trim().split(' ').map(Number)];
  return left.every((value, at) => Math.abs(value - (right[at] ?? 0)) <= SPARE_PX);
};

/** What a person would see changed: the name of the part, and the first boxes that differ in it. */
export const layoutChanges = (before: string, after: string): readonly string[] => {
  const partsOf = (text: string) =>
    new Map(
      text
        .split(/^(?=# )/m)
        .filter(Boolean)
        .map((part) => {
          const [name = '', ...lines] = part.trim().split('\n');
          return [name, lines] as const;
        }),
    );
  const [was, is] = [partsOf(before), partsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [old = [], now = []] = [was.get(name), is.get(name)];
    const at = Array.from({ length: Math.max(old.length, now.length) }).findIndex(
      (_, line) => !isSame(old[line] ?? '', now[line] ?? ''),
    );
    return at < 0 ? [] : [`${name}: was ${old[at] ?? 'nothing'}, is ${now[at] ?? 'nothing'}`];
  });
};
