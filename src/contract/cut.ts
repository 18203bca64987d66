/**
 * So much of a text as fits in `max` UTF-16 units, and never half a character (𠮷 and emoji have two units): half of one is no
 * Unicode, has no digest, and is refused wherever text is taken.
 */
export const cut = (text: string, max: number): string => {
  const part = text.slice(0, max);
  return /[\uD800-\uDBFF]$/.test(part) ? part.slice(0, -1) : part;
};
