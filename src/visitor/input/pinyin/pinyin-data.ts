/*
 * The compiled words, as typed arrays over the buffer that came (the format is told in compile.mjs). Nothing is parsed; where each
 * node's children and words begin is summed up once, in a few milliseconds.
 */
export interface PinyinData {
  /** In alphabetical order: what begins alike stands together. */
  readonly syllables: readonly string[];
  readonly idOf: ReadonlyMap<string, number>;
  readonly labels: Uint16Array;
  /** A node's children are `firstChild[node]` up to `firstChild[node + 1]`; its words likewise. */
  readonly firstChild: Uint32Array;
  readonly firstWord: Uint32Array;
  readonly costs: Uint8Array;
  /** Characters of a syllable, from `firstChar[id]` up to the next. */
  readonly firstChar: Uint32Array;
  readonly chars: Uint16Array;
  readonly names: NameData;
  readonly followers: FollowerData;
  /** The hanzi of a word, whose node and way of syllables are known. */
  readonly textOf: (word: number, way: readonly number[]) => string;
}

/** Beside each of `chars`, what it costs there (255: it is in none). */
export interface NameData {
  readonly surnames: Uint8Array;
  readonly firsts: Uint8Array;
  readonly lasts: Uint8Array;
  readonly places: Uint8Array;
  /** Two characters of a given name, one after the other in one number → what it takes off the cost. */
  readonly together: ReadonlyMap<number, number>;
}

/** What follows what. Words are numbered as in the trie; after the last come the marks of count-pairs.mjs. */
export interface FollowerData {
  readonly words: number;
  /** Of each word, and how often it was counted, as a logarithm. */
  readonly classes: Uint8Array;
  readonly counted: Uint8Array;
  /** What a class after another takes off the cost, in rows of `width`. */
  readonly classGains: Int8Array;
  readonly width: number;
  /** The words after one, from `firstPair[word]` up to the next, in order; beside each what it takes off the cost. */
  readonly firstPair: Uint32Array;
  readonly pairs: Uint32Array;
  readonly pairGains: Int8Array;
}

const opened = new WeakMap<ArrayBuffer, PinyinData>();

/** Opened once for each buffer, however often it is asked for. */
export function openPinyinData(buffer: ArrayBuffer): PinyinData {
  const held = opened.get(buffer);
  if (held !== undefined) return held;
  const data = read(buffer);
  opened.set(buffer, data);
  return data;
}

function read(buffer: ArrayBuffer): PinyinData {
  const [count = 0] = new Uint32Array(buffer, 0, 1);
  const head = new Uint32Array(buffer, 4, count);
  let at = 4 + count * 4;
  const parts = Array.from(head, (length) => {
    const offset = at;
    at += length + ((4 - (length % 4)) % 4);
    return { offset, length };
  });
  const bytes = (part: number) => new Uint8Array(buffer, parts[part]?.offset ?? 0, parts[part]?.length ?? 0);
  const signed = (part: number) => new Int8Array(buffer, parts[part]?.offset ?? 0, parts[part]?.length ?? 0);
  const u16 = (part: number) =>
    new Uint16Array(buffer, parts[part]?.offset ?? 0, (parts[part]?.length ?? 0) / 2);
  const syllables = new TextDecoder().decode(bytes(0)).split(' ');
  const firstChar = sums(u16(1), 0);
  const chars = u16(2);
  const firstChild = sums(u16(4), 1);
  const firstWord = sums(u16(5), 0);
  const costs = bytes(6);
  const firstPair = sums(u16(16), 0);
  const classGains = signed(15);
  return {
    syllables,
    idOf: new Map(syllables.map((syllable, id) => [syllable, id])),
    labels: u16(3),
    firstChild,
    firstWord,
    costs,
    firstChar,
    chars,
    names: {
      surnames: bytes(8),
      firsts: bytes(9),
      lasts: bytes(10),
      places: bytes(11),
      together: togetherOf(u16(12)),
    },
    followers: {
      words: costs.length,
      classes: bytes(13),
      counted: bytes(14),
      classGains,
      width: Math.sqrt(classGains.length),
      firstPair,
      pairs: pairsOf(firstPair, bytes(17)),
      pairGains: signed(18),
    },
    textOf: textsOf({ firstChar, chars, firstChild, firstWord, texts: bytes(7) }),
  };
}

function textsOf(of: {
  readonly firstChar: Uint32Array;
  readonly chars: Uint16Array;
  readonly firstChild: Uint32Array;
  readonly firstWord: Uint32Array;
  readonly texts: Uint8Array;
}): PinyinData['textOf'] {
  const depths = depthStarts(of.firstChild, of.firstWord);
  return (word, way) => {
    const { first = 0, offset = 0 } = depths[way.length] ?? {};
    const start = offset + (word - first) * way.length;
    let text = '';
    way.forEach((syllable, step) => {
      const char = (of.firstChar[syllable] ?? 0) + (of.texts[start + step] ?? 0);
      text += String.fromCharCode(of.chars[char] ?? 0);
    });
    return text;
  };
}

function togetherOf(triples: Uint16Array): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let at = 0; at < triples.length; at += 3)
    found.set((triples[at] ?? 0) * 0x10000 + (triples[at + 1] ?? 0), triples[at + 2] ?? 0);
  return found;
}

/** Distances, seven bits a byte, back into numbers. */
function pairsOf(firstPair: Uint32Array, written: Uint8Array): Uint32Array {
  const found = new Uint32Array(firstPair[firstPair.length - 1] ?? 0);
  let at = 0;
  for (let word = 0; word + 1 < firstPair.length; word++) {
    let second = 0;
    for (let pair = firstPair[word] ?? 0; pair < (firstPair[word + 1] ?? 0); pair++) {
      for (let shift = 0; ; shift += 7) {
        const byte = written[at++] ?? 0;
        second += (byte & 127) << shift;
        if (byte < 128) break;
      }
      found[pair] = second;
    }
  }
  return found;
}

function sums(counts: Uint16Array, from: number): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  let sum = from;
  for (let at = 0; at < counts.length; at++) {
    starts[at] = sum;
    sum += counts[at] ?? 0;
  }
  starts[counts.length] = sum;
  return starts;
}

/** Breadth-first order: all words of one length stand together. */
function depthStarts(firstChild: Uint32Array, firstWord: Uint32Array) {
  const starts: { first: number; offset: number }[] = [];
  let from = 0;
  let to = 1;
  let offset = 0;
  while (from < to) {
    const first = firstWord[from] ?? 0;
    starts.push({ first, offset });
    offset += ((firstWord[to] ?? 0) - first) * (starts.length - 1);
    [from, to] = [to, firstChild[to] ?? to];
  }
  return starts;
}
