/** English short names, made for the clerk: the year and the sounds of the name, `2014-nong-ji-gou-zhi`. */

const MOST = 40;

export type Spell = (text: string) => readonly string[];

/** The dictionary is large: only the worker loads it. */
export async function speller(): Promise<Spell> {
  const { pinyin } = await import('pinyin-pro');
  return (text) =>
    pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
      .flatMap((each) => each.toLowerCase().split(/[^a-z0-9]+/))
      .filter((each) => each !== '');
}

/** Words that stand in every title and tell nothing. */
const EMPTY =
  /^关于|^(?:做好|印发|开展|进一步|转发|公布|下发)|(?:的|工作)?(?:通知|公告|通告|决定|意见|批复|函|报告)$|[《》“”]/g;

export function shortName(title: string, year: string | null, spell: Spell): string {
  const plain = title.replace(EMPTY, '').replace(EMPTY, '');
  const words = spell(plain === '' ? title : plain);
  const kept: string[] = year === null ? [] : [year];
  for (const word of words) {
    if (word === year) continue;
    if ([...kept, word].join('-').length > MOST) break;
    kept.push(word);
  }
  return kept.length > (year === null ? 0 : 1) ? kept.join('-') : [...kept, 'entry'].join('-');
}

/** One that nobody has: `…-2`, `…-3`. `last` remembers how far each was counted. */
export async function freeName(
  base: string,
  isTaken: (name: string) => Promise<boolean>,
  last: Map<string, number>,
): Promise<string> {
  if (!(await isTaken(base))) return base;
  for (let n = (last.get(base) ?? 1) + 1; ; n += 1) {
    const name = `${base}-${n}`;
    if (await isTaken(name)) continue;
    last.set(base, n);
    return name;
  }
}
