import * as v from 'valibot';
import { Day, Moment } from './day-schema.ts';
import { Person } from './desk.ts';
import { type ReviewMove, reviewMoves } from './review.ts';
import { count } from './schema.ts';

/** The audit as an 审计员 reads it. Every act that the server writes down has its words here, or the program does not compile. */

const contentActs = Object.fromEntries(
  Object.entries(reviewMoves).map(([move, { label }]) => [`content.${move}`, label]),
) as Record<`content.${ReviewMove}`, string>;

export const acts = {
  ...contentActs,
  'content.import': '从文件导入',
  'batch.read': '读入表格',
  'batch.import': '从表格导入',
  'batch.undo': '撤回导入',
  'batch.send': '成批送审',
  'content.bring': '从表格写成一稿',
  'content.take-back': '撤回从表格写成的一稿',
  'batch.drop': '放弃导入',
  'content.export': '导出内容',
  'content.end': '定撤下的时间',
  'content.restore': '恢复旧稿',
  'content.comment': '商量',
  'content.comment-done': '商量的事办好了',
  'content.sheet': '改审查单',
  'content.rollback': '退回旧版',
  'file.add': '上传文件',
  'file.sweep': '清掉没人用的文件',
  'due-item.announce': '登记要公开的事',
  'due-item.settle': '了结要公开的事',
  'hall.edit': '改大厅设置',
  'hall.sign': '签发大厅设置',
  'hall.return': '退回大厅设置',
  'review.way': '改审核方式',
  'session.start': '登录',
  'session.end': '退出',
  'session.refuse': '登录没有成功',
  'session.revoke': '让别处退出',
  'account.create': '在服务器上添加账号',
  'account.invite': '邀请同事',
  'account.reinvite': '重新给邀请码',
  'account.welcome': '用邀请码设密码',
  'account.password': '换密码',
  'account.second-step': '开启两步验证',
  'account.second-step-off': '关闭两步验证',
  'account.change': '改岗位或科室',
  'account.disable': '停用账号',
  'account.enable': '恢复账号',
  'machine.enrol': '屏幕登记',
  'machine.confirm': '确认是大厅的屏幕',
  'machine.place': '写屏幕在哪儿',
  'machine.revoke': '停用屏幕',
  'incident.see': '看过屏幕报告的事',
  'submission.open': '打开收件',
  'submission.move': '办理收件',
  'submission.propose': '报批',
  'submission.approve': '批准',
  'submission.return': '退回报批',
  'submission.take-back': '收回报批',
  'submission.conflict': '同一编号交来两份',
} as const satisfies Record<string, string>;
export type Act = keyof typeof acts;
export const actIds = Object.keys(acts) as [Act, ...Act[]];

/** An older or newer program may have written others: then its own name stands. */
export const actInWords = (act: string): string => (acts as Readonly<Record<string, string>>)[act] ?? act;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Detail = v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]));

export const AuditRow = v.strictObject({
  n: Count,
  at: Moment,
  /** Null: the program by itself. */
  by: v.nullable(Person),
  act: v.string(),
  /** The id of what it was done to. */
  object: v.string(),
  /** As people call that thing now; null when it has no name of its own, or is gone. */
  name: v.nullable(v.string()),
  detail: Detail,
});
export type AuditRow = v.InferOutput<typeof AuditRow>;

export const AuditPage = v.strictObject({
  rows: v.array(AuditRow),
  total: Count,
  page: Count,
  pages: Count,
  /** Whoever has an account, for the choice. */
  people: v.array(Person),
});
export type AuditPage = v.InferOutput<typeof AuditPage>;

const text = v.pipe(v.string(), v.maxLength(100));
/** What an address asks for; empty: all. */
export const AuditFilter = v.object({
  by: v.optional(text, ''),
  act: v.optional(text, ''),
  object: v.optional(text, ''),
  day: v.optional(v.union([v.literal(''), Day]), ''),
  page: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), count(1, 999_999)), '1'),
});
export type AuditFilter = v.InferOutput<typeof AuditFilter>;

/** Who the program itself is, in a filter. */
export const BY_SYSTEM = 'system';

export const AuditCheck = v.strictObject({
  count: Count,
  /** The first row that is not as it was written. */
  firstBroken: v.nullable(Count),
  head: v.nullable(v.string()),
});
export type AuditCheck = v.InferOutput<typeof AuditCheck>;
