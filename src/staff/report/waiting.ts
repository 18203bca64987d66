import type { Permission } from '../../contract/account.ts';
import type { EntryRow, Today } from '../../contract/desk.ts';
import { kindInWords } from '../../contract/entry.ts';
import type { StaffId } from '../../contract/id.ts';
import { UNCONFIRMED_PER_HOUR } from '../../contract/machine.ts';
import { reviewStateInWords } from '../../contract/review.ts';
import { machineInWords } from '../machine/machine-words.ts';
import { SIGN_PERMISSIONS, screensOf } from '../navigation.ts';
import { momentInWords } from '../part/words.ts';
import type { Route } from '../route/route.ts';
import { toApprove, toProposeAgain } from './proposed.ts';

/** What waits for one person by their roles, each with the way to it; what visitors filed stands in a list of its own. */
export interface Waiting {
  readonly title: string;
  readonly more: string;
  readonly to: Route;
  /** What is done there: `看差别`. */
  readonly act: string;
}

/** Who looks. */
export interface Here {
  readonly may: (permission: Permission) => boolean;
  readonly me: StaffId | undefined;
}

export const entryInWords = (row: EntryRow, nowMs: number): string =>
  [
    reviewStateInWords[row.state],
    kindInWords[row.kind],
    row.publishedRevision === null ? '新内容' : '修改',
    `${row.author?.name ?? '导入'} ${momentInWords(row.editedAt, nowMs)}`,
  ].join(' · ');

const toWrite = ({ returned }: Today, nowMs: number): readonly Waiting[] =>
  returned.map((row) => ({
    title: row.title,
    more: entryInWords(row, nowMs),
    to: { page: 'entry', id: row.id },
    act: '去修改',
  }));

const toSign = ({ toReview }: Today, nowMs: number): readonly Waiting[] =>
  toReview.map((row) => ({
    title: row.title,
    more: entryInWords(row, nowMs),
    to: { page: 'sheet', id: row.id },
    act: '看差别',
  }));

const hallToSign = ({ hallChanges }: Today): readonly Waiting[] =>
  hallChanges === 0
    ? []
    : [{ title: '大厅设置有改动', more: '签发以后屏幕才换', to: { page: 'hall' }, act: '去签发' }];

const toPublish = ({ toPublish: count }: Today): readonly Waiting[] =>
  count === 0
    ? []
    : [
        {
          title: `${count} 条审核通过、等待发布`,
          more: '一起发布，各屏幕几秒内更新',
          to: { page: 'publish' },
          act: '去发布',
        },
      ];

const toConfirm = ({ machines }: Today): readonly Waiting[] =>
  screensOf(machines)
    .filter((machine) => machine.confirmedAt === null)
    .map((machine) => ({
      title: `${machineInWords(machine)} 还没有确认是大厅的`,
      more: `确认以前每小时最多收它 ${UNCONFIRMED_PER_HOUR.screen} 份表`,
      to: { page: 'screens' },
      act: '去确认',
    }));

export const waitingFor = (today: Today, here: Here, nowMs: number): readonly Waiting[] => {
  const { may } = here;
  return [
    ...(may('submission.approve') ? toApprove(today, here, nowMs) : []),
    ...(may('submission.move') ? toProposeAgain(today, here, nowMs) : []),
    ...(may('content.edit') ? toWrite(today, nowMs) : []),
    ...(SIGN_PERMISSIONS.some(may) ? toSign(today, nowMs) : []),
    ...(may('content.sign') ? hallToSign(today) : []),
    ...(may('content.publish') ? toPublish(today) : []),
    ...(may('machine.manage') ? toConfirm(today) : []),
  ];
};
