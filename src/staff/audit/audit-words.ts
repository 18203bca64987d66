import * as v from 'valibot';
import { roles } from '../../contract/account.ts';
import type { AuditRow } from '../../contract/audit.ts';
import { kindInWords } from '../../contract/entry.ts';
import { kindOf } from '../../contract/entry-name.ts';
import type { Hall } from '../../contract/hall.ts';
import { hallVersionInWords } from '../../contract/hall-change.ts';
import { EntryId } from '../../contract/id.ts';
import { outcomes } from '../../contract/outcome.ts';
import {
  type SubmissionMove,
  type SubmissionState,
  submissionMoves,
  submissionStateInWords,
} from '../../contract/submission.ts';
import { departmentInWords } from '../account/person-words.ts';

/** A row of the audit in the words of the hall. What this program does not know stands as it was written. */

const kinds: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/^s-/, '账号'],
  [/^m-/, '机器'],
  [/^file\//, '文件'],
  [/^incident-/, '屏幕报告的事'],
  [/^[0-9a-f]{8}-/, '收件'],
];

/** What it was done to: its kind and, where it has one, its name. */
export const objectInWords = ({ object, name }: Pick<AuditRow, 'object' | 'name'>): string => {
  const entry = v.safeParse(EntryId, object);
  if (entry.success) return `${kindInWords[kindOf(entry.output)]} ${name ?? object}`;
  const snapshot = /^snapshot\/(\d+)$/.exec(object);
  if (snapshot) return `第 ${snapshot[1]} 版`;
  if (object === 'unknown') return '没有这个账号';
  if (object === 'review.one-signs') return '审核方式';
  const kind = kinds.find(([pattern]) => pattern.test(object))?.[1];
  return kind === undefined ? object : `${kind} ${name ?? object}`;
};

/** An older or newer program may have written others. */
type Known = Readonly<Record<string, { readonly label: string }>>;

type Say = (value: string | number | boolean | null, hall: Hall | null) => string | null;

const held: Say = (value) =>
  String(value)
    .split(' ')
    .map((role) => (roles as Readonly<Record<string, string>>)[role] ?? role)
    .join('、');
const whose: Say = (value, hall) => departmentInWords(value === null ? null : String(value), hall);
const state = (value: unknown): string => submissionStateInWords[value as SubmissionState] ?? String(value);

/** `2026-11-24 10:00` at the hall: an order that was given once is read years later. */
const moment = (value: unknown): string =>
  new Date(Date.parse(String(value)) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** Said only when it is so. */
const onlyIf =
  (words: string): Say =>
  (value) =>
    value === true ? words : null;

/** A digest names bytes for a program; people read the rest. */
const says: Readonly<Record<string, Say>> = {
  revision: (value) => `第 ${value} 稿`,
  isDone: (value) => (value === true ? null : '改回没办好'),
  restoredFrom: (value) =>
    typeof value === 'string' ? `用${hallVersionInWords(value)}恢复` : `恢复自第 ${value} 稿`,
  masked: (value) => `遮盖了 ${value} 处个人信息`,
  secrecyChecked: onlyIf('做了保密审查'),
  exception: onlyIf('按小厅例外'),
  findings: (value) => (value === 0 ? null : `自动检查指出的 ${value} 处看过`),
  isGiven: (value) => (value === true ? '写了不予公开的理由' : '没有不予公开的理由'),
  reviewed: (value) => (value === 'import' ? '随文件导入' : null),
  oneSigns: (value) => (value === true ? '一人可以全签' : '要几个人签'),
  roles: (value, hall) => `岗位：${held(value, hall)}`,
  rolesBefore: (value, hall) => `原来：${held(value, hall)}`,
  department: (value, hall) => `科室：${whose(value, hall)}`,
  departmentBefore: (value, hall) => `原来：${whose(value, hall)}`,
  renamed: onlyIf('改了姓名'),
  count: (value) => `${value} 处`,
  added: (value) => `新增 ${value}`,
  changed: (value) => `改动 ${value}`,
  unchanged: (value) => `没变 ${value}`,
  prefix: (value) => `编号 ${value}`,
  kind: (value) => (value === 'screen' ? '大厅屏幕' : value === 'phone' ? '手机或电脑' : String(value)),
  confirmed: onlyIf('当场确认'),
  again: onlyIf('重新登记'),
  bytes: (value) => `${value} 字节`,
  known: onlyIf('以前传过'),
  move: (value) => submissionMoves[value as SubmissionMove]?.label ?? String(value),
  from: (value) => (typeof value === 'number' ? `从第 ${value} 版` : `从“${state(value)}”`),
  to: (value) => (typeof value === 'number' ? `内容同第 ${value} 版` : `到“${state(value)}”`),
  outcome: (value) => `结果：${(outcomes as Known)[String(value)]?.label ?? value}`,
  shownAgain: (value) => (value === 0 ? null : `重新显示 ${value} 条`),
  code: (value) => (value === 'receipt-number-taken' ? '回执编号重复' : '内容不同'),
  endAt: (value) => (value === null ? '不再定时撤下' : `${moment(value)} 撤下`),
  publishAt: (value) => (value === null ? null : `${moment(value)} 发布`),
  digest: () => null,
};

/** Names of what is told in the order in which people would tell it. */
const order = Object.keys(says);
const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);

export const detailInWords = (detail: AuditRow['detail'], hall: Hall | null): string =>
  Object.entries(detail)
    .sort(([one], [other]) => rank(one) - rank(other))
    .map(([key, value]) => (says[key] === undefined ? `${key}：${value}` : says[key](value, hall)))
    .filter((words) => words !== null)
    .join('，');
