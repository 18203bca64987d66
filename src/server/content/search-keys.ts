import { customPinyin, pinyin } from 'pinyin-pro';
import type { Entry } from '../../contract/entry.ts';
import type { SearchKeys } from '../../contract/published.ts';

// Place names that the dictionary reads wrongly.
customPinyin({ 嘎什根: 'gā shí gēn' });

/** Pinyin of the title and of the other names, made here once, so that no screen carries a dictionary. */
export function searchKeys(entry: Entry): SearchKeys {
  const names = [entry.title, ...(entry.kind === 'guide' ? [entry.officialName, ...entry.aliases] : [])];
  const distinct = [...new Set(names)];
  const syllables = distinct.map(syllablesOf);
  return {
    pinyin: syllables.map((each) => cut(each.join(' '), 400)),
    initials: syllables.map((each) => cut(each.map((syllable) => syllable.charAt(0)).join(''), 120)),
  };
}

function syllablesOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .map((each) => each.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((each) => each !== '');
}

function cut(text: string, max: number): string {
  return text.slice(0, max).trim();
}
