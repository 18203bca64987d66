import { useSignal } from '@preact/signals';
import type { MachineRow } from '../../contract/desk.ts';
import { UNCONFIRMED_PER_HOUR } from '../../contract/machine.ts';
import type { Problem } from '../../contract/problem.ts';
import { useDesk, useMay } from '../desk.ts';
import { isOnline } from '../navigation.ts';
import { Button } from '../part/button.tsx';
import { ProblemNote } from '../part/note.tsx';
import table from '../part/table.module.css';
import { Tag } from '../part/tag.tsx';
import { momentInWords, sinceInWords } from '../part/words.ts';
import styles from './machine-table.module.css';
import { machineInWords } from './machine-words.ts';
import { PlaceDialog } from './place-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

export interface MachineTableProps {
  readonly rows: readonly MachineRow[];
  readonly onChanged: (row: MachineRow) => void;
}

/** Each machine, how it is, and what an administrator can do about it. */
export function MachineTable({ rows, onChanged }: MachineTableProps) {
  const { api } = useDesk();
  const may = useMay();
  const problem = useSignal<Problem | null>(null);
  const revoking = useSignal<MachineRow | null>(null);
  const placing = useSignal<MachineRow | null>(null);
  const confirm = async (row: MachineRow): Promise<void> => {
    const result = await api.confirmMachine(row.id);
    problem.value = result.ok ? null : result.problem;
    if (result.ok) onChanged(result.value);
  };
  const isManaged = may('machine.manage');
  return (
    <>
      {problem.value && <ProblemNote problem={problem.value} title="没有确认。" />}
      <table class={table.table} aria-label="屏幕">
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">是什么</th>
            <th scope="col">现在</th>
            <th scope="col">显示哪一版</th>
            <th scope="col">没上传的</th>
            <th scope="col">登记</th>
            {isManaged && (
              <th scope="col" class={table.end}>
                管理
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MachineLine
              key={row.id}
              row={row}
              onConfirm={isManaged ? () => void confirm(row) : null}
              onRevoke={() => {
                revoking.value = row;
              }}
              onPlace={() => {
                placing.value = row;
              }}
            />
          ))}
        </tbody>
      </table>
      {placing.value !== null && (
        <PlaceDialog
          machine={placing.value}
          onClose={() => {
            placing.value = null;
          }}
          onPlaced={(row) => {
            placing.value = null;
            onChanged(row);
          }}
        />
      )}
      {revoking.value !== null && (
        <RevokeDialog
          machine={revoking.value}
          onClose={() => {
            revoking.value = null;
          }}
          onRevoked={(row) => {
            revoking.value = null;
            onChanged(row);
          }}
        />
      )}
    </>
  );
}

interface MachineLineProps {
  readonly row: MachineRow;
  /** Null for those who may only look. */
  readonly onConfirm: (() => void) | null;
  readonly onRevoke: () => void;
  readonly onPlace: () => void;
}

function MachineLine({ row, onConfirm, onRevoke, onPlace }: MachineLineProps) {
  const { clock, today } = useDesk();
  const now = clock();
  const isUnconfirmed = row.kind === 'screen' && row.confirmedAt === null && row.revocation === null;
  return (
    <tr>
      <th scope="row">
        {row.prefix}
        {row.place !== null && <small>{row.place}</small>}
      </th>
      <td>
        {row.kind === 'screen' ? '大厅屏幕' : '手机或电脑'}
        {isUnconfirmed && (
          <small>还没有确认是大厅的，每小时最多收它 {UNCONFIRMED_PER_HOUR.screen} 份表</small>
        )}
      </td>
      <td>{presence(row, now)}</td>
      <td data-name="显示">{shows(row, today.value?.snapshot ?? null)}</td>
      <td data-name="没上传的">{waits(row)}</td>
      <td data-name="登记">{momentInWords(row.enrolledAt, now)}</td>
      {onConfirm !== null && (
        <td class={`${table.end} ${table.tight}`}>
          <span class={styles.buttons}>
            {isUnconfirmed && (
              <Button isSmall onPress={onConfirm} says={`确认${machineInWords(row)}是大厅的`}>
                是大厅的
              </Button>
            )}
            {row.kind === 'screen' && row.revocation === null && (
              <Button isSmall kind="quiet" onPress={onPlace} says={`写${machineInWords(row)}在哪儿`}>
                在哪儿
              </Button>
            )}
            {row.revocation === null && (
              <Button isSmall kind="quiet" onPress={onRevoke} says={`停用${machineInWords(row)}`}>
                停用
              </Button>
            )}
          </span>
        </td>
      )}
    </tr>
  );
}

const presence = (row: MachineRow, now: number) => {
  if (row.revocation !== null) {
    const { by, at, reason } = row.revocation;
    return (
      <>
        <Tag tone="bad">已停用</Tag>
        <small>
          {by?.name ?? '系统'} {momentInWords(at, now)}：{reason}
        </small>
      </>
    );
  }
  if (row.lastSeenAt === null) return '登记后还没连过';
  const since = sinceInWords(row.lastSeenAt, now);
  if (isOnline(row, now)) return <Tag tone="good">{`在线，${since}见过`}</Tag>;
  // A phone goes home with its owner; a screen that is silent is news.
  return row.kind === 'screen' ? <Tag tone="warn">{`没有联网，上次 ${since}`}</Tag> : `上次 ${since}`;
};

const shows = (row: MachineRow, newest: number | null): string => {
  if (row.shows === null) return '不知道';
  const behind = newest === null ? 0 : newest - row.shows;
  return behind > 0 ? `第 ${row.shows} 版，差 ${behind} 版` : `第 ${row.shows} 版`;
};

const waits = (row: MachineRow) => {
  const { waiting, refused } = row;
  if (waiting === null) return '不知道';
  const plain = waiting === 0 ? '没有' : `${waiting} 件`;
  if (refused === null || refused === 0) return plain;
  return (
    <>
      {plain} <Tag tone="bad">{`另有 ${refused} 件没被收下`}</Tag>
    </>
  );
};
