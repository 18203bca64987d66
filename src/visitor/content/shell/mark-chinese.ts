/**
 * What a hall has in Chinese alone stands among English words: it is marked as Chinese, so that a reader of the screen says it
 * with a Chinese voice and the browser sets it as Chinese. By its letters, so that no screen has to know. Where only the name of a
 * group is Chinese, the English in it is marked as English.
 */

const HANZI = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}{2}/u;
const MARK = 'data-chinese';
const NAMES = ['aria-label', 'alt', 'title', 'placeholder'];

const mark = (element: Element, lang: 'zh-CN' | 'en'): void => {
  element.setAttribute('lang', lang);
  element.setAttribute(MARK, '');
};

/** Whether it stands in what was marked here for its Chinese. */
const isInChinese = (element: Element): boolean => {
  const spoken = element.closest('[lang]');
  return spoken?.hasAttribute(MARK) === true && spoken.getAttribute('lang') === 'zh-CN';
};

const hasChineseName = (element: Element): boolean =>
  NAMES.some((name) => HANZI.test(element.getAttribute(name) ?? ''));

const markText = (text: Text): void => {
  const parent = text.parentElement;
  if (parent === null) return;
  const isChinese = HANZI.test(text.data);
  if (isChinese && (!parent.hasAttribute('lang') || parent.hasAttribute(MARK))) mark(parent, 'zh-CN');
  else if (isChinese) return;
  else if (parent.hasAttribute(MARK)) markAnew(parent);
  else if (LATIN.test(text.data) && !parent.hasAttribute('lang') && isInChinese(parent)) mark(parent, 'en');
};

const markAnew = (element: Element): void => {
  if (HANZI.test(ownWords(element)) || hasChineseName(element)) return;
  unmark(element);
  if (LATIN.test(ownWords(element)) && isInChinese(element)) mark(element, 'en');
};

const ownWords = (element: Element): string =>
  [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('');

const unmark = (element: Element): void => {
  element.removeAttribute('lang');
  element.removeAttribute(MARK);
};

const markName = (element: Element): void => {
  if (hasChineseName(element) && !element.hasAttribute('lang')) mark(element, 'zh-CN');
  else if (element.hasAttribute(MARK)) markAnew(element);
};

const SEEN = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;

const markNode = (node: Node): void => {
  if (node instanceof Text) markText(node);
  else if (node instanceof Element) markName(node);
};

const markAll = (root: Node): void => {
  markNode(root);
  const nodes = document.createTreeWalker(root, SEEN);
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) markNode(node);
};

/** From now on; the function that comes back ends it and takes the marks away. */
export const markChinese = (root: HTMLElement): (() => void) => {
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      markNode(target);
      for (const node of addedNodes) markAll(node);
    }
  });
  observer.observe(root, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: NAMES,
  });
  markAll(root);
  return () => {
    observer.disconnect();
    for (const element of root.querySelectorAll(`[${MARK}]`)) unmark(element);
  };
};
