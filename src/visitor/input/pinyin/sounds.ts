/*
 * Sounds that are taken for one another: by ear everywhere (zh z, n l, in ing), and in the north-east (人 said yin, 肉 said you).
 */
const HEADS: readonly (readonly [string, string])[] = [
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
  ['n', 'l'],
];
const TAILS: readonly (readonly [string, string])[] = [
  ['ang', 'an'],
  ['eng', 'en'],
  ['ing', 'in'],
];
/** What is typed → what may be meant. */
const NORTH_EAST: Readonly<Record<string, string>> = {
  yin: 'ren',
  you: 'rou',
  ye: 're',
  yang: 'rang',
  yuan: 'ruan',
  yi: 'ri',
  yu: 'ru',
  yao: 'rao',
  yan: 'ran',
  yong: 'rong',
  yun: 'run',
  rong: 'yong',
  ran: 'yan',
  rang: 'yang',
  rao: 'yao',
  rou: 'you',
};

/** Other ways to spell the same: ü is typed v or u. */
export function sameSpelling(letters: string): string {
  if (letters === 'lue' || letters === 'nue') return letters.replace('u', 'v');
  return letters.replace(/^([jqxy])v/, '$1u');
}

/** The syllables that may be meant by one, without itself; how many confusions it takes is the number beside it. */
export function confusedWith(syllable: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>([[syllable, 0]]);
  for (let step = 1; step <= 2; step++) {
    for (const [each, steps] of [...found]) {
      if (steps !== step - 1) continue;
      for (const next of oneStep(each)) if (!found.has(next)) found.set(next, step);
    }
  }
  found.delete(syllable);
  return found;
}

function oneStep(syllable: string): string[] {
  const heads = HEADS.flatMap(([long, short]) => {
    if (syllable.startsWith(long)) return [short + syllable.slice(long.length)];
    return syllable.startsWith(short) ? [long + syllable.slice(short.length)] : [];
  });
  const tails = TAILS.flatMap(([long, short]) => {
    if (syllable.endsWith(long)) return [syllable.slice(0, -1)];
    return syllable.endsWith(short) ? [`${syllable}g`] : [];
  });
  const local = NORTH_EAST[syllable];
  return [...heads, ...tails, ...(local === undefined ? [] : [local])];
}
