import type * as v from 'valibot';
import { parse } from 'valibot';
import { CalendarYear } from '../../../contract/deadline.ts';
import { type Entry, entrySchemas } from '../../../contract/entry.ts';
import { type EntryKind, entryKinds } from '../../../contract/entry-name.ts';
import { Hall } from '../../../contract/hall.ts';
import { entryId } from '../../../contract/id.ts';
import { faultsOf } from '../../../contract/schema.ts';
import type { FileFault, LineOf } from './file-fault.ts';
import { type Pictures, readMarkdown } from './rich-text.ts';
import { readYaml, type YamlText } from './yaml-file.ts';

/** One file of a content folder: its path says what it is, its text is checked by the schema of that. */

export interface ReadFile {
  readonly file: string;
  readonly content: FileContent | null;
  readonly faults: readonly FileFault[];
  readonly lineOf: LineOf;
}

export type FileContent =
  | { readonly type: 'hall'; readonly hall: Hall }
  | { readonly type: 'calendar'; readonly calendar: CalendarYear }
  | { readonly type: 'entry'; readonly entry: Entry };

const ENTRY_PATH = new RegExp(`^(${entryKinds.join('|')})/([a-z0-9]+(?:-[a-z0-9]+)*)\\.(yaml|md)$`);
const CALENDAR_PATH = /^calendar\/(\d{4})\.yaml$/;

/** Why a path is none of ours, in words; null when it is. */
export function pathFault(path: string): string | null {
  if (path === 'hall.yaml' || CALENDAR_PATH.test(path)) return null;
  const [, kind, , extension] = ENTRY_PATH.exec(path) ?? [];
  if (kind !== undefined) {
    // What an export cannot say in Markdown is a tree in YAML.
    return extension === 'yaml' || isMarkdownKind(kind as EntryKind)
      ? null
      : `${kind} 文件夹里的文件要以 .yaml 结尾。`;
  }
  if (/^(?:guide|chart|item|card|form|page|calendar)\//.test(path)) {
    return '文件名只能用小写字母、数字和连字符，例如 pension-claim.yaml；不能再套文件夹。';
  }
  return '不认识这个文件。只认 hall.yaml、calendar、guide、chart、item、card、form、page、file、picture 里的文件。';
}

export function readFile(file: string, text: string, pictures: Pictures = new Map()): ReadFile {
  if (file === 'hall.yaml') return readWhole(file, text, Hall, (hall) => ({ type: 'hall', hall }));
  const year = CALENDAR_PATH.exec(file)?.[1];
  if (year !== undefined) return readCalendar(file, text, Number(year));
  const [, kind = '', name = ''] = ENTRY_PATH.exec(file) ?? [];
  return readEntry(file, text, { kind: kind as EntryKind, name, pictures });
}

const isMarkdownKind = (kind: EntryKind): boolean => kind === 'item' || kind === 'page';

function readCalendar(file: string, text: string, year: number): ReadFile {
  const read = readWhole(file, text, CalendarYear, (calendar) => ({ type: 'calendar', calendar }));
  if (read.content?.type !== 'calendar' || read.content.calendar.year === year) return read;
  const fault = {
    file,
    line: read.lineOf(['year']),
    say: `文件名是 ${year}，里面写的是 ${read.content.calendar.year}。`,
  };
  return { ...read, content: null, faults: [fault] };
}

function readWhole<S extends v.GenericSchema>(
  file: string,
  text: string,
  schema: S,
  contentOf: (value: v.InferOutput<S>) => FileContent,
): ReadFile {
  const yaml = readYaml(text);
  const faults = yaml.faults.length > 0 ? yaml.faults : schemaFaults(schema, yaml.value, yaml.lineOf);
  const content = faults.length > 0 ? null : contentOf(parse(schema, yaml.value));
  return { file, content, lineOf: yaml.lineOf, faults: faults.map((each) => ({ file, ...each })) };
}

interface Naming {
  readonly kind: EntryKind;
  readonly name: string;
  readonly pictures: Pictures;
}

function readEntry(file: string, text: string, { kind, name, pictures }: Naming): ReadFile {
  const {
    value: fields,
    faults: textFaults,
    lineOf,
  } = file.endsWith('.md') ? readFrontMatter(text, pictures) : readYaml(text);
  const schema = entrySchemas[kind];
  const value = isFields(fields) ? { ...fields, kind, id: entryId(kind, name) } : undefined;
  const faults = [
    ...textFaults,
    ...(isFields(fields) ? namedTwice(fields, lineOf) : []),
    ...(value === undefined ? [] : schemaFaults(schema, value, lineOf)),
  ];
  if (value === undefined && faults.length === 0)
    faults.push({ line: 1, say: '要写成“名称: 内容”的样子，一行一项。' });
  const content: FileContent | null =
    faults.length > 0 ? null : { type: 'entry', entry: parse(schema, value) };
  return { file, content, lineOf, faults: faults.map((each) => ({ file, ...each })) };
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Folder and file name say it already; written twice it could be said differently. */
function namedTwice(
  fields: Readonly<Record<string, unknown>>,
  lineOf: LineOf,
): { line: number; say: string }[] {
  return ['kind', 'id']
    .filter((key) => key in fields)
    .map((key) => ({ line: lineOf([key]), say: `不用写 ${key}，文件夹和文件名已经说明了。` }));
}

function schemaFaults(
  schema: v.GenericSchema,
  value: unknown,
  lineOf: LineOf,
): { line: number; say: string }[] {
  return faultsOf(schema, value).map((fault) => ({ line: lineOf(fault.path), say: withPlace(fault) }));
}

/** The name of the field before the sentence, unless the sentence names it already. */
function withPlace({ path, say }: { path: readonly (string | number)[]; say: string }): string {
  const name = path.map((step) => (typeof step === 'number' ? `第 ${step + 1} 项` : step)).join(' ');
  return name === '' || say.includes(`“${String(path.at(-1))}”`) ? say : `${name}：${say}`;
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** YAML between two lines of `---`, then Markdown. */
function readFrontMatter(text: string, pictures: Pictures): Pick<YamlText, 'value' | 'faults' | 'lineOf'> {
  const found = FRONT_MATTER.exec(text);
  if (found === null) {
    const say = '开头要有两行“---”，中间写标题等各项，后面写正文。';
    return { value: undefined, faults: [{ line: 1, say }], lineOf: () => 1 };
  }
  const yaml = readYaml(found[1] ?? '', 2);
  const firstLine = found[0].split('\n').length;
  const markdown = readMarkdown(text.slice(found[0].length), pictures, firstLine);
  const bodyTwice = isFields(yaml.value) && 'body' in yaml.value;
  const say = '正文写在第二个“---”后面，不要写 body。';
  return {
    value: isFields(yaml.value) ? { ...yaml.value, body: markdown.body } : yaml.value,
    faults: [
      ...yaml.faults,
      ...(bodyTwice ? [{ line: yaml.lineOf(['body']), say }] : []),
      ...markdown.faults,
    ],
    lineOf: (path) =>
      path[0] === 'body' ? (markdown.blockLines[Number(path[1] ?? 0)] ?? firstLine) : yaml.lineOf(path),
  };
}
