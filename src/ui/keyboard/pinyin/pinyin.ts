/*
 * Letters to hanzi, one character at a time. Promise: pure, never throws, whatever letters come; every character of the
 * table is found under its full syllable. Tones are not typed, ü is v, ' closes a syllable.
 */

export interface Candidate {
  readonly text: string;
  /** How many letters of the buffer it uses up, a closing ' included. */
  readonly length: number;
}

/** Syllable → characters by frequency, a capital opening each band. Sorted by syllable. */
export type PinyinTable = ReadonlyMap<string, string>;

const LONGEST = 6;
const BANDS = 26;
const FIRST_BAND = 65;

export function readPinyinTable(text: string): PinyinTable {
  const table = new Map<string, string>();
  for (const entry of text.split(' ')) {
    const end = entry.search(/[A-Z]/);
    table.set(entry.slice(0, end), entry.slice(end));
  }
  return table;
}

/** Best first: the longest first syllable that leaves a readable rest, then what it may yet become, then shorter ones. */
export function candidatesFor(table: PinyinTable, buffer: string): readonly Candidate[] {
  const found: Candidate[] = [];
  const seen = new Set<string>();
  const add = (texts: Iterable<string>, length: number) => {
    for (const text of texts) {
      if (seen.has(text)) continue;
      seen.add(text);
      found.push({ text, length });
    }
  };
  for (const length of firstSyllables(table, buffer)) {
    const syllable = buffer.slice(0, length);
    const used = buffer[length] === "'" ? length + 1 : length;
    add(charactersOf(table.get(syllable) ?? ''), used);
    // Only what stands at the end can still grow: "zh" may become zhe, but the "ni" of "nihao" is finished.
    if (length === buffer.length || !table.has(syllable)) add(growing(table, syllable), used);
  }
  return found;
}

/** The buffer cut into syllables, for showing: "nihao" is read as ni'hao. */
export function spell(table: PinyinTable, buffer: string): string {
  let rest = buffer;
  const parts: string[] = [];
  while (rest !== '') {
    const length = firstSyllables(table, rest)[0] ?? rest.length;
    parts.push(rest.slice(0, length));
    rest = rest.slice(length).replace(/^'+/, '');
  }
  return parts.join("'");
}

/** Lengths that the first syllable can have, the most likely first: whole syllables, then ones still being typed. */
function firstSyllables(table: PinyinTable, buffer: string): readonly number[] {
  const apostrophe = buffer.indexOf("'");
  const end = Math.min(apostrophe < 0 ? buffer.length : apostrophe, LONGEST);
  const whole: number[] = [];
  const begun: number[] = [];
  for (let length = end; length > 0; length--) {
    const syllable = buffer.slice(0, length);
    if (!table.has(syllable) && !isBegun(table, syllable)) continue;
    if (!canFollow(table, buffer.slice(length))) continue;
    (table.has(syllable) ? whole : begun).push(length);
  }
  // "zho" is one syllable still being typed before it is z, h and o; initials alone count only where nothing else does.
  const growing = begun[0] === buffer.length || whole.length === 0 ? begun.slice(0, 1) : [];
  return [...growing, ...whole];
}

/** No syllable begins with i, u or v: a rest that does shows that the cut is wrong. */
function canFollow(table: PinyinTable, rest: string): boolean {
  const letters = rest.replace(/^'+/, '');
  return letters === '' || isBegun(table, letters.slice(0, 1));
}

function isBegun(table: PinyinTable, letters: string): boolean {
  for (const syllable of table.keys()) if (syllable.startsWith(letters)) return true;
  return false;
}

/** Characters of all syllables that begin so, merged band by band. */
function* growing(table: PinyinTable, letters: string): Generator<string> {
  const bands: string[] = Array.from({ length: BANDS }, () => '');
  for (const [syllable, text] of table) {
    if (!syllable.startsWith(letters)) continue;
    let band = 0;
    for (const char of text) {
      const code = char.charCodeAt(0) - FIRST_BAND;
      if (code >= 0 && code < BANDS) band = code;
      else bands[band] += char;
    }
  }
  for (const band of bands) yield* band;
}

function* charactersOf(text: string): Generator<string> {
  for (const char of text) if (char > 'Z') yield char;
}
