import * as v from 'valibot';

/** Building blocks for the schemas of this folder. Messages are sentences that a clerk reads in an import report. */

/** Half of a character that has two UTF-16 units (𠮷): cutting leaves it, and there is no writing it down. */
export const wholeCharacters = v.regex(/^\P{Cs}*$/u, '这里有断开的半个字。请把它删掉，重新输入。');

/** One line of text, trimmed, without control characters. `max` counts UTF-16 units. */
export const line = (max: number) =>
  v.pipe(
    v.string('这里要写文字。'),
    v.trim(),
    v.nonEmpty('这里不能空着。'),
    v.maxLength(max, `最多 ${max} 个字。`),
    v.regex(/^[^\p{Cc}]*$/u, '不能有换行或不可见的控制字符。'),
    wholeCharacters,
  );

/** Text that may hold line breaks. */
export const prose = (max: number) =>
  v.pipe(
    v.string('这里要写文字。'),
    v.trim(),
    v.nonEmpty('这里不能空着。'),
    v.maxLength(max, `最多 ${max} 个字。`),
    v.regex(/^[\n\t\P{Cc}]*$/u, '不能有不可见的控制字符。'),
    wholeCharacters,
  );

/** A short name used inside addresses and files: `pension-claim`. */
export const slug = v.pipe(
  v.string('这里要写英文短名。'),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '只能用小写字母、数字和连字符，例如 pension-claim。'),
  v.maxLength(60, '英文短名最多 60 个字符。'),
);

export const count = (min: number, max: number) =>
  v.pipe(
    v.number('这里要写数字。'),
    v.integer('要写整数。'),
    v.minValue(min, `不能小于 ${min}。`),
    v.maxValue(max, `不能大于 ${max}。`),
  );

/** A list with an upper bound, so that no input can be without end. */
export const list = <T extends v.GenericSchema>(item: T, min: number, max: number) =>
  v.pipe(
    v.array(item, '这里要写成列表，每行以“- ”开头。'),
    v.minLength(min, `至少要有 ${min} 项。`),
    v.maxLength(max, `最多 ${max} 项。`),
  );

export const oneOf = <const T extends readonly string[]>(values: T) =>
  v.picklist(values, `只能是其中之一：${values.join('、')}。`);

/** A fault that several fields make together, told at one of them: for `rawCheck`. */
export const issueAt = (key: string, input: unknown, message: string) => ({
  message,
  path: [{ type: 'object', origin: 'value', input: input as never, key, value: null }] as [
    v.ObjectPathItem,
    ...v.ObjectPathItem[],
  ],
});

/** What is wrong with a value: the path to it and a sentence. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly say: string;
}

const reword = (issue: v.BaseIssue<unknown>): string => {
  const key = issue.path?.at(-1)?.key;
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return `没有“${String(key)}”这一项，可能是写错了名字。`;
  if (issue.received === 'undefined') return `缺少“${String(key ?? '')}”。`;
  return /[一-鿿]/.test(issue.message)
    ? issue.message
    : `写法不对：收到 ${issue.received}，应为 ${issue.expected ?? '别的写法'}。`;
};

/** All faults of a value at once; an empty list means that it fits the schema. */
export const faultsOf = (schema: v.GenericSchema, value: unknown): readonly Fault[] => {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return [];
  return parsed.issues.map((issue) => ({
    path: (issue.path ?? []).map((step) => (typeof step.key === 'number' ? step.key : String(step.key))),
    say: reword(issue),
  }));
};
