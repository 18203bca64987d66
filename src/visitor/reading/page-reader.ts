import { aloud, type Reader } from '../session/aloud.ts';
import { bringIntoView, type Mark } from './mark.ts';
import { pageText, rangeOf } from './page-passages.ts';
import type { Sentence } from './sentences.ts';
import { speakable } from './speakable.ts';
import type { Speech } from './speech.ts';

export interface PageReader extends Reader {
  /** The page may have changed under what is being read: then nothing more of it is. */
  readonly lookAgain: () => void;
  /** Says something of the screen's own in between, such as its question; what was being read waits. */
  readonly interrupt: (words: string) => void;
  /** After that: goes on where it was. */
  readonly resume: () => void;
}

/** Reads what stands on the page, sentence by sentence, and shows which. */
export const pageReader = ({
  speech,
  mark,
}: {
  readonly speech: Speech;
  readonly mark: Mark;
}): PageReader => {
  let sentences: readonly Sentence<Node>[] = [];
  let at = 0;
  /** Whoever comes back to find another turn has been told to stop meanwhile. */
  let turn = 0;
  let isInterrupted = false;
  /** Where reading along has scrolled to: if it is still there, no finger has chosen the place. */
  let scrolledTo = 0;

  const hush = (next: 'silent' | 'asking' | 'paused' | 'mute'): void => {
    turn += 1;
    isInterrupted = false;
    speech.hush();
    if (next !== 'paused') {
      mark.clear();
      sentences = [];
    }
    aloud.value = next;
  };

  const readFrom = async (index: number): Promise<void> => {
    turn += 1;
    const mine = turn;
    aloud.value = 'reading';
    for (at = index; at < sentences.length; at += 1) {
      const sentence = sentences[at];
      const range = sentence && rangeOf(sentence);
      if (!sentence || !range) break;
      mark.show(range);
      bringIntoView(range);
      scrolledTo = document.querySelector('main')?.scrollTop ?? 0;
      const said = await speech.say(speakable(sentence.text, sentence.tongue), sentence.tongue);
      if (mine !== turn) return;
      if (said === 'failed') return hush('mute');
    }
    hush('silent');
  };

  const readWith: Reader['readWith'] = (own) => {
    const spoken = speech.tongues.peek();
    sentences = pageText(document, own === 'own-too').sentences.filter(({ tongue }) =>
      spoken.includes(tongue),
    );
    void readFrom(firstOnGlass(sentences, scrolledTo));
  };

  return {
    readWith,
    read: () => {
      if (pageText(document, false).hasOwn) hush('asking');
      else readWith('not-own');
    },
    pause: () => hush('paused'),
    goOn: () => void readFrom(at),
    stop: () => hush('silent'),
    lookAgain: () => {
      const sentence = sentences[at];
      if (sentence && rangeOf(sentence) === null) hush('silent');
    },
    interrupt: (words) => {
      if (aloud.peek() !== 'reading' || isInterrupted) return;
      turn += 1;
      isInterrupted = true;
      const [tongue] = speech.tongues.peek();
      const now = sentences[at]?.tongue ?? tongue;
      if (now) void speech.say(words, now);
    },
    resume: () => {
      if (!isInterrupted) return;
      isInterrupted = false;
      void readFrom(at);
    },
  };
};

/** Who has scrolled down wishes to hear what is seen, not what is above it. */
const firstOnGlass = (sentences: readonly Sentence<Node>[], scrolledTo: number): number => {
  const page = document.querySelector('main');
  if (page === null || page.scrollTop === 0 || page.scrollTop === scrolledTo) return 0;
  const { top } = page.getBoundingClientRect();
  const found = sentences.findIndex(
    (sentence) => (rangeOf(sentence)?.getBoundingClientRect().top ?? 0) >= top,
  );
  return Math.max(found, 0);
};
