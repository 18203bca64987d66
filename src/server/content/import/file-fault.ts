/** What is wrong in a file, so that a clerk finds the place: file, line (counted from 1), and a sentence. */
export interface FileFault {
  readonly file: string;
  readonly line: number;
  readonly say: string;
}

/** Where a value of a file stands: the line of the deepest part of a path that exists. */
export type LineOf = (path: readonly (string | number)[]) => number;

/** By file and line; the same sentence for the same line is said once. */
export const inOrder = (faults: readonly FileFault[]): FileFault[] =>
  [...new Map(faults.map((each) => [faultLine(each), each])).values()].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );

export const faultLine = ({ file, line, say }: FileFault): string => `${file} 第 ${line} 行：${say}`;
