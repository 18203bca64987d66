/** Ready sentences in a text that the visitor may also have written in: pure. */

export const has = (text: string, sentence: string): boolean => text.includes(sentence);

const joined = (text: string, sentence: string): string => {
  if (text === '') return sentence;
  const isEnded = /[。！？!?.\n]\s*$/.test(text);
  const isLatin = /^[ -~]/.test(sentence);
  return `${text.trimEnd()}${isEnded ? '' : isLatin ? '.' : '。'}${isLatin ? ' ' : ''}${sentence}`;
};

export interface Saying {
  readonly text: string;
  /** Those that shall stand in it. */
  readonly chosen: readonly string[];
  /** Among these; all else in the text stays. */
  readonly of: readonly string[];
  readonly max: number;
}

/** A sentence for which there is no room is left out whole: half of one says something else. */
export const withSaid = ({ text, chosen, of, max }: Saying): string =>
  of.reduce((now, sentence) => {
    if (has(now, sentence) === chosen.includes(sentence)) return now;
    if (!chosen.includes(sentence)) return now.replace(sentence, '').trim();
    const more = joined(now, sentence);
    return [...more].length > max ? now : more;
  }, text);
