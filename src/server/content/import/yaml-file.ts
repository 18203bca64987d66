import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import type { LineOf } from './file-fault.ts';

/** YAML 1.2 with positions. `firstLine` is the line of the file on which the text begins. */
export interface YamlText {
  readonly value: unknown;
  readonly lineOf: LineOf;
  readonly faults: readonly { readonly line: number; readonly say: string }[];
}

export function readYaml(text: string, firstLine = 1): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  const faults = [...document.errors, ...document.warnings].map((error) => ({
    line: lineAt(error.pos[0]),
    say: inWords(error),
  }));
  const root = document.contents;
  return {
    value: faults.length > 0 ? undefined : plain(() => document.toJS({ maxAliasCount: 50 })),
    faults,
    lineOf: (path) => lineAt(offsetOf(root, path)),
  };
}

/** Aliases that blow up are refused by the library with an error; to us that is no value. */
function plain(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function offsetOf(root: Node | null, path: readonly (string | number)[]): number {
  let offset = root?.range?.[0] ?? 0;
  let node: unknown = root;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return offset;
      offset = rangeStart(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = rangeStart(node) ?? offset;
    } else return offset;
  }
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  return (node as { range?: readonly number[] } | null)?.range?.[0];
}

const YAML_FAULTS: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: '同一项写了两次。',
  TAB_AS_INDENT: '缩进要用空格，不能用 Tab。',
  BAD_INDENT: '缩进不对，或者括号没有成对。',
  MISSING_CHAR: '少了一个符号，可能是引号、方括号或冒号没有成对。',
  BAD_SCALAR_START: '开头的符号有特殊含义，请把这段文字放进引号里。',
  BLOCK_AS_IMPLICIT_KEY: '一行里出现了两个冒号，请把文字放进引号里。',
  MULTILINE_IMPLICIT_KEY: '一行里少了冒号，或者文字换行后没有缩进。',
  UNEXPECTED_TOKEN: '这里多了符号，请看看引号、括号和缩进。',
  MULTIPLE_DOCS: '一个文件只能写一份内容，不能有第二个“---”。',
};

function inWords(error: YAMLError | { readonly code: string }): string {
  return (
    YAML_FAULTS[error.code as YAMLError['code']] ?? '写法不合 YAML 格式，请看看这一行的冒号、引号和缩进。'
  );
}
