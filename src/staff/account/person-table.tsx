import { useSignal } from '@preact/signals';
import { type Invitation, type PersonRow, personStateInWords } from '../../contract/people.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import table from '../part/table.module.css';
import { Tag } from '../part/tag.tsx';
import { momentInWords } from '../part/words.ts';
import { ChangeDialog } from './person-dialog.tsx';
import { type Question, QuestionDialog } from './person-question.tsx';
import styles from './person-table.module.css';
import { departmentInWords, rolesInWords } from './person-words.ts';

export interface PersonTableProps {
  readonly rows: readonly PersonRow[];
  readonly onChanged: (row: PersonRow) => void;
  readonly onInvited: (invitation: Invitation) => void;
}

type Asked = { readonly row: PersonRow; readonly what: 'change' | Question };

/** Each person, and what an administrator can do about their account. */
export function PersonTable({ rows, onChanged, onInvited }: PersonTableProps) {
  const asked = useSignal<Asked | null>(null);
  const close = (): void => {
    asked.value = null;
  };
  const changed = (row: PersonRow): void => {
    close();
    onChanged(row);
  };
  const { value: it } = asked;
  return (
    <>
      <table class={table.table} aria-label="账号">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">岗位</th>
            <th scope="col">科室</th>
            <th scope="col">状态</th>
            <th scope="col" class={table.end}>
              管理
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PersonLine
              key={row.id}
              row={row}
              onAsk={(what) => {
                asked.value = { row, what };
              }}
            />
          ))}
        </tbody>
      </table>
      {it?.what === 'change' && <ChangeDialog person={it.row} onChanged={changed} onClose={close} />}
      {it !== null && it.what !== 'change' && (
        <QuestionDialog
          person={it.row}
          question={it.what}
          onChanged={changed}
          onInvited={(invitation) => {
            close();
            onInvited(invitation);
          }}
          onClose={close}
        />
      )}
    </>
  );
}

interface PersonLineProps {
  readonly row: PersonRow;
  readonly onAsk: (what: Asked['what']) => void;
}

function PersonLine({ row, onAsk }: PersonLineProps) {
  const { session, hall } = useDesk();
  return (
    <tr>
      <th scope="row" class={table.tight}>
        {row.name}
        <small>{row.login}</small>
      </th>
      <td>{rolesInWords(row.roles)}</td>
      <td class={table.tight}>{departmentInWords(row.department, hall.value)}</td>
      <td class={table.tight}>
        <State row={row} />
      </td>
      <td class={`${table.end} ${table.tight}`}>
        {row.id === session.value?.staff.id ? '您自己' : <Acts row={row} onAsk={onAsk} />}
      </td>
    </tr>
  );
}

function Acts({ row, onAsk }: PersonLineProps) {
  const act = (what: Asked['what'], label: string, says: string) => (
    <Button isSmall kind={what === 'disable' ? 'quiet' : 'second'} onPress={() => onAsk(what)} says={says}>
      {label}
    </Button>
  );
  const { name } = row;
  return (
    <span class={styles.buttons}>
      {act('change', '岗位', `改${name}的岗位和科室`)}
      {row.state === 'disabled' ? (
        act('enable', '恢复', `恢复${name}的账号`)
      ) : (
        <>
          {act('invite', '邀请码', `给${name}新的邀请码`)}
          {row.sessions > 0 && act('end-sessions', '退出', `让${name}在各处都退出`)}
          {act('disable', '停用', `停用${name}的账号`)}
        </>
      )}
    </span>
  );
}

function State({ row }: { readonly row: PersonRow }) {
  const { clock } = useDesk();
  const words = personStateInWords[row.state];
  if (row.state === 'disabled') return <Tag tone="bad">{words}</Tag>;
  if (row.state === 'active')
    return (
      <>
        <Tag tone="good">{words}</Tag>
        {row.sessions > 0 && <small>现在登录 {row.sessions} 处</small>}
      </>
    );
  const isOver = row.invitedUntil !== null && Date.parse(row.invitedUntil) <= clock();
  return (
    <>
      <Tag tone="warn">{isOver ? '邀请码过期了' : words}</Tag>
      {!isOver && row.invitedUntil && <small>{momentInWords(row.invitedUntil, clock())} 前有效</small>}
    </>
  );
}
