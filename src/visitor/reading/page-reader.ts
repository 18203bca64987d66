import { aloud, type Reader } from '../session/aloud.ts';
import { type Along, along } from './along.ts';
import type { Mark } from './mark.ts';
import { pageText, questionOver, rangeOf } from './page-passages.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';

export interface PageReader extends Reader {
  /** What is on the glass may have changed under what is being read: then nothing more of it is. */
  readonly lookAgain: () => void;
  /** The screen asks something by itself: it is read as soon as it lies over the page, and what was being read waits. */
  readonly interrupt: () => void;
  /** After that: goes on where it was. */
  readonly resume: () => void;
}

/** Reads what stands on the page, or in the question over it, sentence by sentence, and shows which. */
class Reading implements PageReader {
  #sentences: readonly Sentence<Node>[] = [];
  #at = 0;
  /** The question that lay over the page when reading began. */
  #over: Element | null = null;
  /** Whoever comes back to find another turn has been told to stop meanwhile. */
  #turn = 0;
  #interruption: 'none' | 'awaited' | 'read' | 'answered' = 'none';
  /** What lay over the page before the screen asked. */
  #under: Element | null = null;
  readonly #along: Along;

  constructor(voice: Along) {
    this.#along = voice;
  }

  #hush(next: 'silent' | 'asking' | 'paused' | 'mute'): void {
    this.#turn += 1;
    this.#interruption = 'none';
    this.#along.hush();
    if (next !== 'paused') {
      this.#along.clear();
      this.#sentences = [];
    }
    aloud.value = next;
  }

  async #readFrom(index: number): Promise<void> {
    this.#turn += 1;
    const mine = this.#turn;
    aloud.value = 'reading';
    for (this.#at = index; this.#at < this.#sentences.length; this.#at += 1) {
      const said = await this.#along.say(this.#sentences[this.#at]);
      if (mine !== this.#turn) return;
      if (said === 'failed') return this.#hush('mute');
      if (said === 'gone') break;
    }
    this.#hush('silent');
  }

  /** `aloud` stays as it is: the question comes by itself, and what the visitor was doing is the same. */
  async #readQuestion(): Promise<void> {
    this.#turn += 1;
    const mine = this.#turn;
    for (const sentence of this.#along.textNow(false)) {
      const said = await this.#along.say(sentence);
      if (said !== 'said' || mine !== this.#turn) return;
    }
  }

  /** The screen's own question comes and goes a moment after it is asked and answered. */
  #followQuestion(over: Element | null): void {
    if (this.#interruption === 'awaited' && over !== null && over !== this.#under) {
      this.#interruption = 'read';
      void this.#readQuestion();
    }
    if (this.#interruption === 'answered' && over === this.#under) {
      this.#interruption = 'none';
      if (aloud.peek() === 'reading') void this.#readFrom(this.#at);
    }
  }

  readonly read = (): void => {
    this.#over = questionOver(document);
    if (pageText(document, false).hasOwn) this.#hush('asking');
    else this.readWith('not-own');
  };

  readonly readWith: Reader['readWith'] = (own) => {
    this.#over = questionOver(document);
    this.#sentences = this.#along.textNow(own === 'own-too');
    void this.#readFrom(this.#along.firstOf(this.#sentences));
  };

  readonly pause = (): void => this.#hush('paused');
  readonly goOn = (): void => void this.#readFrom(this.#at);
  readonly stop = (): void => this.#hush('silent');

  readonly lookAgain = (): void => {
    const over = questionOver(document);
    this.#followQuestion(over);
    if (this.#interruption !== 'none' || aloud.peek() === 'silent') return;
    const sentence = this.#sentences[this.#at];
    if (over !== this.#over || (sentence && rangeOf(sentence) === null)) this.#hush('silent');
  };

  readonly interrupt = (): void => {
    if (this.#interruption !== 'none') return;
    this.#turn += 1;
    this.#along.hush();
    this.#interruption = 'awaited';
    this.#under = questionOver(document);
  };

  readonly resume = (): void => {
    if (this.#interruption === 'none') return;
    this.#turn += 1;
    this.#along.hush();
    this.#along.clear();
    this.#interruption = 'answered';
    this.#followQuestion(questionOver(document));
  };
}

export const pageReader = ({ speech, mark }: { readonly speech: Speech; readonly mark: Mark }): PageReader =>
  new Reading(along(speech, mark));
