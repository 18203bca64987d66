import * as v from 'valibot';
import { Moment } from './day-schema.ts';
import { Person } from './desk.ts';
import { EntryId } from './id.ts';

/** 导入批次: a list from a spreadsheet that becomes drafts, row by row, and can be taken back. */

export const BatchId = v.pipe(v.string(), v.regex(/^b-[0-9a-z]{6,40}$/), v.brand('BatchId'));
export type BatchId = v.InferOutput<typeof BatchId>;

/** What can come as a list. */
export const listKinds = ['item', 'guide'] as const;
export type ListKind = (typeof listKinds)[number];
export const listInWords = { item: '公开目录', guide: '办事指南' } as const satisfies Record<
  ListKind,
  string
>;

/** A spreadsheet is read whole before anything is said of it. */
export const MAX_SPREADSHEET_BYTES = 20_000_000;
export const MAX_SPREADSHEET_ROWS = 20_000;

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `checked`: read and reported, nothing written yet; `stopped`: also when the server was killed meanwhile. */
export const batchStates = {
  checked: '还没有导入',
  importing: '正在导入',
  stopped: '停在半路',
  done: '已导入',
  undoing: '正在撤回',
  undone: '已撤回',
  sending: '正在送审',
} as const;
export type BatchState = keyof typeof batchStates;
export const batchStateIds = Object.keys(batchStates) as [BatchState, ...BatchState[]];

/** What is done with a row that is here already. */
export const whenHere = { skip: '跳过，不动原来的', revise: '写成原来那一条的新一稿' } as const;
export type WhenHere = keyof typeof whenHere;
export const whenHereIds = Object.keys(whenHere) as [WhenHere, ...WhenHere[]];

/** What the report says of a row. */
export const verdicts = { new: '新的', here: '已经有了', wrong: '有错' } as const;
export type Verdict = keyof typeof verdicts;
export const verdictIds = Object.keys(verdicts) as [Verdict, ...Verdict[]];

/** What became of a row. `refused`: it was good when it was read and is no longer; `kept`: somebody went on with it, so it was not taken back. */
export const outcomes = {
  waiting: '还没导入',
  created: '写成新稿',
  revised: '写成新一稿',
  skipped: '跳过',
  refused: '没能导入',
  'taken-back': '已撤回',
  kept: '有人接着改过，留着',
} as const;
export type Outcome = keyof typeof outcomes;
export const outcomeIds = Object.keys(outcomes) as [Outcome, ...Outcome[]];

/** 成批送审: what became of a row's drafts when many were sent for review at once. `asked`: chosen, and its turn has not come. */
export const sendings = {
  asked: '等着送审',
  sent: '已送审',
  already: '先前已送审',
  refused: '没能送审',
} as const;
export type Sending = keyof typeof sendings;
export const sendingIds = Object.keys(sendings) as [Sending, ...Sending[]];

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const Batch = v.strictObject({
  id: BatchId,
  kind: v.picklist(listKinds),
  fileName: v.string(),
  /** The name of the sheet in the file, and the row in which its columns are named. */
  sheet: v.string(),
  headerRow: Count,
  by: v.nullable(Person),
  at: Moment,
  state: v.picklist(batchStateIds),
  whenHere: v.nullable(v.picklist(whenHereIds)),
  total: Count,
  verdicts: v.record(v.picklist(verdictIds), Count),
  outcomes: v.record(v.picklist(outcomeIds), Count),
  sendings: v.record(v.picklist(sendingIds), Count),
  /** Rows whose drafts can be sent for review. */
  sendable: Count,
  /** Columns whose heading is not known: they are not read. */
  unread: v.array(v.string()),
});
export type Batch = v.InferOutput<typeof Batch>;

/** One thing wrong in a row: in which column, what stands there, what to write instead. */
export const CellFault = v.strictObject({ column: v.string(), stands: v.string(), say: v.string() });
export type CellFault = v.InferOutput<typeof CellFault>;

export const BatchRow = v.strictObject({
  /** The row's number in the spreadsheet. */
  n: Count,
  title: v.string(),
  verdict: v.picklist(verdictIds),
  outcome: v.picklist(outcomeIds),
  faults: v.array(CellFault),
  sending: v.nullable(v.picklist(sendingIds)),
  /** Why it could not be sent for review; empty else. */
  why: v.string(),
  isSendable: v.boolean(),
  /** The entry that it is or has become. */
  entry: v.nullable(EntryId),
});
export type BatchRow = v.InferOutput<typeof BatchRow>;

export const BatchRows = v.strictObject({
  rows: v.array(BatchRow),
  total: Count,
  page: Count,
  pages: Count,
});
export type BatchRows = v.InferOutput<typeof BatchRows>;

/** What the list of rows can be narrowed to. */
export const rowShows = [...verdictIds, 'kept', 'refused', 'unsent'] as const;
export type RowShow = (typeof rowShows)[number];
export const rowShowInWords = {
  ...verdicts,
  kept: '撤回时留下的',
  refused: '没能导入的',
  unsent: '没能送审的',
} as const satisfies Record<RowShow, string>;

export const RowFilter = v.object({
  show: v.optional(v.union([v.literal(''), v.picklist(rowShows)]), ''),
  q: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
  page: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.minValue(1)), '1'),
});
export type RowFilter = v.InferOutput<typeof RowFilter>;

export const StartBatch = v.strictObject({ whenHere: v.picklist(whenHereIds) });
export type StartBatch = v.InferOutput<typeof StartBatch>;

/** Which rows' drafts are sent for review: all that can be, what a stop left over, or those of these rows. */
export const SendBatch = v.strictObject({
  rows: v.union([
    v.picklist(['all', 'rest']),
    v.pipe(v.array(v.pipe(Count, v.minValue(1))), v.minLength(1), v.maxLength(MAX_SPREADSHEET_ROWS)),
  ]),
});
export type SendBatch = v.InferOutput<typeof SendBatch>;

const word = v.pipe(v.string(), v.maxLength(100));
/** What an address says of the file that comes with it. Department and category stand in where a row names none. */
export const NewBatch = v.object({
  kind: v.picklist(listKinds),
  name: v.pipe(v.string(), v.maxLength(300)),
  department: v.optional(word, ''),
  category: v.optional(word, ''),
});
export type NewBatch = v.InferOutput<typeof NewBatch>;

/** How many files an export of everything holds. */
export const ExportFiles = v.strictObject({ number: Count, count: Count });
export type ExportFiles = v.InferOutput<typeof ExportFiles>;

/** Why a file cannot be read as a list. */
export const spreadsheetFaults = {
  'too-large': '文件超过 20 MB。请删去图片和用不到的工作表，或者分成几个文件，再试。',
  empty: '这个文件是空的。请重新选择。',
  'old-format': '这是旧格式（.xls）或加了密码的文件。请在 Excel 或 WPS 里去掉密码，“另存为” .xlsx，再试。',
  'not-xlsx': '这不是 .xlsx 文件，只是名字像。请在 Excel 或 WPS 里打开，“另存为” .xlsx，再试。',
  broken: '这个 .xlsx 文件已损坏，读不出来。请在 Excel 或 WPS 里打开，“另存为”一份新的，再试。',
  bomb: '这个文件解开以后大得不正常，没有读。请把要导入的表复制到一个新文件里，再试。',
  entities: '这个文件里有不该有的内容（实体定义），没有读。请把要导入的表复制到一个新文件里，再试。',
  macros: '这个文件带宏（.xlsm），没有读。请在 Excel 或 WPS 里“另存为”不带宏的 .xlsx，再试。',
  'too-many-rows': '文件里有一张工作表超过 20000 行。请分成几个文件，一次导入一个；下面的空行请整行删掉。',
  'too-many-columns': '文件里有一张工作表超过 200 列。请把用不到的列整列删掉，再试。',
  'too-slow': '这个文件太复杂，读了半分钟还没读完，已停下。请把要导入的表复制到一个新文件里，再试。',
  'practice-rows': '练习里一共只收 1000 行，没有读。请用小一点的表来练，或者点“从头再来”，先把练过的清掉。',
  'no-rows': '表头下面没有内容。请从表头的下一行开始填，“示例”那一行不算。',
  'other-list': '这张表像是另一种。请看看选的是公开目录还是办事指南。',
} as const;
export type SpreadsheetFault = keyof typeof spreadsheetFaults;

/** A list of the desk that is to be exported, in its order. */
export const ExportEntries = v.strictObject({ ids: v.pipe(v.array(EntryId), v.maxLength(50_000)) });
export type ExportEntries = v.InferOutput<typeof ExportEntries>;
