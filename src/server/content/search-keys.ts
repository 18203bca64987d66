import type { Entry } from '../../contract/entry.ts';
import { spokenOf } from '../../contract/find-department.ts';
import type { Hall } from '../../contract/hall.ts';
import type { SearchKeys } from '../../contract/published.ts';

/** Place names that the dictionary reads wrongly. */
const READINGS = { 嘎什根: 'gā shí gēn' };

/** Pinyin of the title and of the other names, made here once, so that no screen carries a dictionary. */
export async function searchKeys(entry: Entry): Promise<SearchKeys> {
  const names = [entry.title, ...(entry.kind === 'guide' ? [entry.officialName, ...entry.aliases] : [])];
  const read = await reader();
  const syllables = [...new Set(names)].map(read);
  return {
    pinyin: syllables.map((each) => cut(each.join(' '), 400)),
    initials: syllables.map((each) => cut(each.map((syllable) => syllable.charAt(0)).join(''), 120)),
  };
}

/** The same of the hall's departments, by their ids. */
export async function departmentSounds({ departments }: Hall): Promise<Record<string, string[]>> {
  const read = await reader();
  return Object.fromEntries(
    departments.map((department) => [
      department.id,
      [...new Set(spokenOf(department).map((phrase) => cut(read(phrase).join(' '), 400)))],
    ]),
  );
}

/** The dictionary is large and needed at publication only: a server that starts does not wait for it. */
async function reader(): Promise<(text: string) => string[]> {
  const { customPinyin, pinyin } = await import('pinyin-pro');
  customPinyin(READINGS);
  return (text) =>
    pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
      .map((each) => each.toLowerCase().replace(/[^a-z0-9]/g, ''))
      .filter((each) => each !== '');
}

function cut(text: string, max: number): string {
  return text.slice(0, max).trim();
}
