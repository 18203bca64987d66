import { type Passage, type Run, type Sentence, type Spot, sentencesOf } from './sentences.ts';
import { type Tongue, tongueOf } from './tongue.ts';

/** What stands on a page, in the order in which a reader of the screen goes through it. */

export interface PageText {
  readonly sentences: readonly Sentence<Node>[];
  /** Something of the visitor's own stands on the page, whether or not it is among the sentences. */
  readonly hasOwn: boolean;
}

/** Its element bears `data-own`: what the visitor filled in or was given, which others in the hall need not hear. */
const OWN = '[data-own]';
/** The page, then its buttons. Head and foot are the same on every page. */
const ROOTS = 'main, main ~ [data-actions]';
/** A field is named by its question; what was typed in it is the visitor's. Days of a month and seconds that run out are for the eye. */
const SILENT =
  '[aria-hidden="true"], [role="timer"], [data-unread], script, style, svg, input, textarea, select, canvas';
/** Left for readers of the screen alone, it is this small. */
const UNSEEN_PX = 2;

const isSeen = (element: Element): boolean => {
  if (!element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  // Inline elements around a block, and display: contents, have no box of their own.
  return (width > UNSEEN_PX && height > UNSEEN_PX) || getComputedStyle(element).display === 'contents';
};

/** A word that can be touched stands in its sentence; Chromium draws every button as a block in the line. */
const IN_SENTENCE = '[data-term]';

const isInline = (element: Element): boolean =>
  element.matches(IN_SENTENCE) || /^(inline|contents|ruby)$/.test(getComputedStyle(element).display);

class Walk {
  readonly passages: Passage<Node>[] = [];
  #runs: Run<Node>[] = [];
  #tongue: Tongue | null = null;
  readonly #isOwnToo: boolean;

  constructor(isOwnToo: boolean) {
    this.#isOwnToo = isOwnToo;
  }

  cut(): void {
    if (this.#runs.length > 0 && this.#tongue !== null)
      this.passages.push({ tongue: this.#tongue, runs: this.#runs });
    this.#runs = [];
  }

  add(text: string, place: Node, lang: string): void {
    const tongue = tongueOf(lang);
    if (tongue !== this.#tongue) this.cut();
    this.#tongue = tongue;
    if (text !== '') this.#runs.push({ text, place });
  }

  into(element: Element, lang: string): void {
    if (element.matches(SILENT) || (!this.#isOwnToo && element.matches(OWN)) || !isSeen(element)) return;
    const own = element.getAttribute('lang') ?? lang;
    const isBlock = !isInline(element);
    if (isBlock || element.tagName === 'BR') this.cut();
    if (element instanceof HTMLImageElement) this.add(element.alt, element, own);
    for (const child of element.childNodes) {
      if (child instanceof Element) this.into(child, own);
      else if (child instanceof Text) this.add(child.data, child, own);
    }
    if (isBlock) this.cut();
  }
}

/** The question that lies over the page, if one does: then it alone is read. */
export const questionOver = (document: Document): Element | null =>
  [...document.querySelectorAll('dialog:modal')].at(-1) ?? null;

export const pageText = (document: Document, isOwnToo: boolean): PageText => {
  const over = questionOver(document);
  const roots = over === null ? [...document.querySelectorAll(ROOTS)] : [over];
  const walk = new Walk(isOwnToo);
  for (const root of roots) walk.into(root, document.documentElement.lang);
  walk.cut();
  return {
    sentences: sentencesOf(walk.passages),
    hasOwn: roots.some((root) => root.querySelector(OWN) !== null),
  };
};

const set = (range: Range, edge: 'setStart' | 'setEnd', { place, offset }: Spot<Node>): void => {
  if (place instanceof Text) range[edge](place, offset);
  else range[edge === 'setStart' ? 'setStartBefore' : 'setEndAfter'](place);
};

/** Where the sentence stands; null when it does not stand there any more. */
export const rangeOf = ({ text, from, to }: Sentence<Node>): Range | null => {
  if (!from.place.isConnected || !to.place.isConnected) return null;
  const range = document.createRange();
  try {
    set(range, 'setStart', from);
    set(range, 'setEnd', to);
  } catch {
    // The text has become shorter.
    return null;
  }
  return from.place instanceof Text && range.toString() !== text ? null : range;
};
