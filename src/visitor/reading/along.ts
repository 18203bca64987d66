import { bringIntoView, type Mark } from './mark.ts';
import { pageText, questionOver, rangeOf } from './page-passages.ts';
import type { Sentence } from './sentences.ts';
import { speakable } from './speakable.ts';
import type { Said, Speech } from './speech.ts';

/** Says what stands on the glass, shows it there, and keeps it in sight. */
export interface Along {
  /** In the languages that there is a voice for. */
  readonly textNow: (isOwnToo: boolean) => readonly Sentence<Node>[];
  /** `gone`: it does not stand there any more. */
  readonly say: (sentence: Sentence<Node> | undefined) => Promise<Said | 'gone'>;
  /** Who has scrolled down wishes to hear what is seen, not what is above it. */
  readonly firstOf: (sentences: readonly Sentence<Node>[]) => number;
  readonly hush: () => void;
  readonly clear: () => void;
}

const scroller = (): Element | null => questionOver(document) ?? document.querySelector('main');

export const along = (speech: Speech, mark: Mark): Along => {
  /** Where reading along has scrolled to: if it is still there, no finger has chosen the place. */
  let scrolledTo = 0;
  return {
    hush: speech.hush,
    clear: mark.clear,
    textNow: (isOwnToo) => {
      const spoken = speech.tongues.peek();
      return pageText(document, isOwnToo).sentences.filter(({ tongue }) => spoken.includes(tongue));
    },
    say: async (sentence) => {
      const range = sentence && rangeOf(sentence);
      if (!sentence || !range) return 'gone';
      mark.show(range);
      bringIntoView(range);
      scrolledTo = scroller()?.scrollTop ?? 0;
      return speech.say(speakable(sentence.text, sentence.tongue), sentence.tongue);
    },
    firstOf: (sentences) => {
      const page = scroller();
      if (page === null || page.scrollTop === 0 || page.scrollTop === scrolledTo) return 0;
      const { top } = page.getBoundingClientRect();
      const found = sentences.findIndex(
        (sentence) => (rangeOf(sentence)?.getBoundingClientRect().top ?? 0) >= top,
      );
      return Math.max(found, 0);
    },
  };
};
