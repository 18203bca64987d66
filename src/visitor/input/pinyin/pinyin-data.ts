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
  readonly tags: Uint8Array;
  /** What a tag after another takes off the cost: `follows[(tag + 1) * width + next + 1]`; row 0 is the beginning. */
  readonly follows: Int8Array;
  readonly width: number;
  /** Characters of a syllable, from `firstChar[id]` up to the next; beside each what it costs in a name (255: it is in none). */
  readonly firstChar: Uint32Array;
  readonly chars: Uint16Array;
  readonly surnames: Uint8Array;
  readonly givens: Uint8Array;
  /** The hanzi of a word, whose node and way of syllables are known. */
  readonly textOf: (word: number, way: readonly number[]) => string;
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
  const head = new Uint32Array(buffer, 0, 13);
  let at = 52;
  const parts = Array.from(head.subarray(1), (length) => {
    const offset = at;
    at += length + ((4 - (length % 4)) % 4);
    return { offset, length };
  });
  const bytes = (part: number) => new Uint8Array(buffer, parts[part]?.offset ?? 0, parts[part]?.length ?? 0);
  const pairs = (part: number) =>
    new Uint16Array(buffer, parts[part]?.offset ?? 0, (parts[part]?.length ?? 0) / 2);
  const syllables = new TextDecoder().decode(bytes(0)).split(' ');
  const firstChar = sums(pairs(1), 0);
  const chars = pairs(2);
  const firstWord = sums(pairs(5), 0);
  const texts = bytes(8);
  const follows = new Int8Array(buffer, parts[11]?.offset ?? 0, parts[11]?.length ?? 0);
  const firstChild = sums(pairs(4), 1);
  const depths = depthStarts(firstChild, firstWord);
  return {
    syllables,
    idOf: new Map(syllables.map((syllable, id) => [syllable, id])),
    labels: pairs(3),
    firstChild,
    firstWord,
    costs: bytes(6),
    tags: bytes(7),
    follows,
    firstChar,
    chars,
    surnames: bytes(9),
    givens: bytes(10),
    width: Math.sqrt(follows.length),
    textOf(word, way) {
      const { first = 0, offset = 0 } = depths[way.length] ?? {};
      const start = offset + (word - first) * way.length;
      let text = '';
      way.forEach((syllable, step) => {
        text += String.fromCharCode(chars[(firstChar[syllable] ?? 0) + (texts[start + step] ?? 0)] ?? 0);
      });
      return text;
    },
  };
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
