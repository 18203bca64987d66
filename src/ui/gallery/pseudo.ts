/**
 * A language that nobody speaks, so that the layout is tried without inventing a text in one that somebody does: each hanzi becomes
 * a piece of a Latin word with accents, long words, about twice as wide. `?words=long`; `?words=upright` also sets every text as
 * vertical Mongolian stands, its lines from left to right.
 */

const PIECES = ['ñandü', 'ŵërst', 'řåßä', 'žîlqu', 'ğöthà', 'ïmvéç', 'ōkład', 'ščȩpt'] as const;
const WORD = 3;

const pieceOf = (char: string): string => PIECES[char.charCodeAt(0) % PIECES.length] ?? '';

/** `领取养老金` → `ğöthàïmvéçōkład ščȩptžîlqu` */
export const pseudo = (text: string): string =>
  text.replace(/\p{Script=Han}+/gu, (run) =>
    [...run].map((char, at) => `${at > 0 && at % WORD === 0 ? ' ' : ''}${pieceOf(char)}`).join(''),
  );

const translate = (root: HTMLElement): void => {
  // A title keeps the words of Chinese together; words of letters need no help.
  for (const title of root.querySelectorAll('h1:has(span)'))
    title.textContent = pseudo(title.textContent ?? '');
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const said = pseudo(text.nodeValue ?? '');
    if (said !== text.nodeValue) text.nodeValue = said;
  }
};

/** Follows what is drawn. */
export const speakPseudo = (root: HTMLElement): (() => void) => {
  const observer = new MutationObserver(() => translate(root));
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  translate(root);
  return () => observer.disconnect();
};
