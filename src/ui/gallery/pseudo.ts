import { ENGLISH } from './english.ts';

/**
 * Other languages of the gallery. `?words=en` says its samples in English; `?words=long` in a language that nobody speaks, so that the
 * layout is tried without inventing a text in one that somebody does: each hanzi becomes a piece of a Latin word with accents, long
 * words, about twice as wide. `?words=upright` also sets every text as vertical Mongolian stands, its lines from left to right.
 */

const PIECES = ['ñandü', 'ŵërst', 'řåßä', 'žîlqu', 'ğöthà', 'ïmvéç', 'ōkład', 'ščȩpt'] as const;
const WORD = 3;

const pieceOf = (char: string): string => PIECES[char.charCodeAt(0) % PIECES.length] ?? '';

/** `领取养老金` → `ğöthàïmvéçōkład ščȩptžîlqu` */
export const pseudo = (text: string): string =>
  text.replace(/\p{Script=Han}+/gu, (run) =>
    [...run].map((char, at) => `${at > 0 && at % WORD === 0 ? ' ' : ''}${pieceOf(char)}`).join(''),
  );

type Say = (text: string) => string;

/** `第 3 条`, alone or before what it says; `搜索：…`, a name before what it names. */
const ARTICLE = /^第 ?(\d+) ?条\s*(.*)$/;

/** What the components say themselves is English already; what a visitor typed stays as it is. */
export const inEnglish: Say = (text) => {
  const [, article, rest = ''] = ARTICLE.exec(text) ?? [];
  if (article !== undefined) return `Article ${article}. ${inEnglish(rest)}`.trim();
  const whole = ENGLISH[text.trim()];
  if (whole !== undefined || !text.includes('：')) return whole ?? text;
  return text.split('：').map(inEnglish).join(': ');
};

const SAID_IN = ['placeholder', 'aria-label'] as const;

const translate = (root: HTMLElement, say: Say): void => {
  // A title keeps the words of Chinese together; words of letters need no help.
  for (const title of root.querySelectorAll('h1:has(span)')) title.textContent = say(title.textContent ?? '');
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const said = say(text.nodeValue ?? '');
    if (said !== text.nodeValue) text.nodeValue = said;
  }
  for (const name of SAID_IN)
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const said = say(element.getAttribute(name) ?? '');
      if (said !== element.getAttribute(name)) element.setAttribute(name, said);
    }
};

/** Follows what is drawn. */
export const speakAs = (root: HTMLElement, say: Say): (() => void) => {
  const observer = new MutationObserver(() => translate(root, say));
  observer.observe(root, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: [...SAID_IN],
  });
  translate(root, say);
  return () => observer.disconnect();
};

export const speakPseudo = (root: HTMLElement): (() => void) => speakAs(root, pseudo);
