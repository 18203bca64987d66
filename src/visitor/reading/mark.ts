import './mark.css';

/** Shows which words are being read. */
export interface Mark {
  readonly show: (range: Range) => void;
  readonly clear: () => void;
}

const NAME = 'aloud';

const highlight = (): Mark => ({
  show: (range) => void CSS.highlights.set(NAME, new Highlight(range)),
  clear: () => void CSS.highlights.delete(NAME),
});

/** For browsers that cannot mark words: the element around them. */
const element = (): Mark => {
  let marked: Element | null = null;
  const clear = (): void => {
    marked?.removeAttribute('data-aloud');
    marked = null;
  };
  return {
    clear,
    show: (range) => {
      clear();
      const around = range.commonAncestorContainer;
      marked = around instanceof Element ? around : around.parentElement;
      marked?.setAttribute('data-aloud', '');
    },
  };
};

export const markWords = (): Mark => (typeof Highlight === 'undefined' ? element() : highlight());

/** The part of the glass in which words are read with ease; what stands elsewhere is brought there, in one step. */
const EASY = { top: 0.05, bottom: 0.7 } as const;

/** Scrolls along. Not smoothly: nothing glides by itself while a finger may be near. */
export const bringIntoView = (range: Range): void => {
  const scroller = range.startContainer.parentElement?.closest('dialog, main');
  if (!scroller) return;
  const view = scroller.getBoundingClientRect();
  const words = range.getBoundingClientRect();
  const isEasy =
    words.top >= view.top + view.height * EASY.top && words.bottom <= view.top + view.height * EASY.bottom;
  if (isEasy) return;
  scroller.scrollBy({ top: words.top - view.top - view.height * 0.25, behavior: 'instant' });
};
