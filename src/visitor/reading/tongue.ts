/** A language that can be read aloud. */
export type Tongue = 'zh' | 'en';

/** Of a `lang` as pages and voices have it; espeak calls Mandarin `cmn`. Null: nobody here can vouch for how it is read. */
export const tongueOf = (lang: string): Tongue | null => {
  const primary = /^[a-z]+/.exec(lang.toLowerCase())?.[0];
  if (primary === 'zh' || primary === 'cmn') return 'zh';
  return primary === 'en' ? 'en' : null;
};
