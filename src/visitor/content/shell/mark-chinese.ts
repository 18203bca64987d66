/**
 * What a hall has in Chinese alone stands among English words: it is marked as Chinese, so that a reader of the screen says it
 * with a Chinese voice and the browser sets it as Chinese. By its letters, so that no screen has to know.
 */

const HANZI = /\p{Script=Han}/u;
const MARK = 'data-chinese';

const markText = (text: Text): void => {
  const parent = text.parentElement;
  if (parent === null) return;
  const isChinese = HANZI.test(text.data);
  if (isChinese && !parent.hasAttribute('lang')) {
    parent.lang = 'zh-CN';
    parent.setAttribute(MARK, '');
  } else if (!isChinese && parent.hasAttribute(MARK) && !HANZI.test(ownWords(parent))) unmark(parent);
};

const ownWords = (element: Element): string =>
  [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('');

const unmark = (element: Element): void => {
  element.removeAttribute('lang');
  element.removeAttribute(MARK);
};

const markAll = (root: Node): void => {
  if (root instanceof Text) {
    markText(root);
    return;
  }
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) markText(text as Text);
};

/** From now on; the function that comes back ends it and takes the marks away. */
export const markChinese = (root: HTMLElement): (() => void) => {
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target instanceof Text) markText(target);
      for (const node of addedNodes) markAll(node);
    }
  });
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  markAll(root);
  return () => {
    observer.disconnect();
    for (const element of root.querySelectorAll(`[${MARK}]`)) unmark(element);
  };
};
