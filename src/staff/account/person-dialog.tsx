import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import * as v from 'valibot';
import { type Role, roleIds, roles } from '../../contract/account.ts';
import { LoginName } from '../../contract/desk.ts';
import type { Invitation, PersonRow } from '../../contract/people.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Answer } from '../api/call.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { PickField, PicksField, TextField } from '../part/field.tsx';
import { goToFirstFault } from '../part/first-fault.ts';
import { Modal } from '../part/modal.tsx';
import { Note, ProblemNote } from '../part/note.tsx';
import styles from './person-dialog.module.css';

/** Name, roles and department of a person: at the invitation, and when they change. */

interface Duties {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Empty: the whole hall. */
  readonly department: string;
}

type Faults = Partial<Record<keyof Duties | 'login', string>>;

const faultsIn = ({ name, roles: held }: Duties): Faults => ({
  ...(name.trim() === '' && { name: '请写姓名。' }),
  ...(held.length === 0 && { roles: '至少选一个岗位。' }),
});

const sent = ({ name, roles: held, department }: Duties) => ({
  name: name.trim(),
  roles: [...held],
  department: department === '' ? null : department,
});

interface DialogProps {
  readonly onClose: () => void;
}

export interface InviteDialogProps extends DialogProps {
  readonly onInvited: (invitation: Invitation) => void;
}

export function InviteDialog({ onInvited, onClose }: InviteDialogProps) {
  const { api } = useDesk();
  const duties = useSignal<Duties>({ name: '', roles: [], department: '' });
  const login = useSignal('');
  const plain = login.value.normalize('NFKC').trim().toLowerCase();
  const said = v.safeParse(LoginName, plain);
  const faults: Faults = {
    ...faultsIn(duties.value),
    ...(!said.success && { login: said.issues[0].message }),
  };
  return (
    <PersonDialog
      title="请一位同事"
      duties={duties}
      faults={faults}
      act="生成邀请码"
      failed="没有生成邀请码。"
      onSend={() => api.invite({ login: plain, ...sent(duties.value) })}
      onDone={onInvited}
      onClose={onClose}
    >
      {(isTried) => (
        <TextField
          label="账号"
          hint="登录时填的，可以用姓名拼音，例如 wangxiaomei。定了就不改。"
          value={login.value}
          onInput={(text) => {
            login.value = text;
          }}
          max={40}
          fault={isTried ? faults.login : undefined}
        />
      )}
    </PersonDialog>
  );
}

export interface ChangeDialogProps extends DialogProps {
  readonly person: PersonRow;
  readonly onChanged: (person: PersonRow) => void;
}

export function ChangeDialog({ person, onChanged, onClose }: ChangeDialogProps) {
  const { api } = useDesk();
  const duties = useSignal<Duties>({ ...person, department: person.department ?? '' });
  return (
    <PersonDialog
      title={`${person.name}的岗位和科室`}
      duties={duties}
      faults={faultsIn(duties.value)}
      act="保存"
      failed="没有保存。"
      onSend={() => api.changePerson(person.id, sent(duties.value))}
      onDone={onChanged}
      onClose={onClose}
    />
  );
}

interface PersonDialogProps<T> extends DialogProps {
  readonly title: string;
  readonly duties: Signal<Duties>;
  readonly faults: Faults;
  readonly act: string;
  readonly failed: string;
  readonly onSend: () => Answer<T>;
  readonly onDone: (value: T) => void;
  readonly children?: (isTried: boolean) => ComponentChildren;
}

function PersonDialog<T>(props: PersonDialogProps<T>) {
  const { duties, faults, onClose } = props;
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const send = async (): Promise<void> => {
    isTried.value = true;
    goToFirstFault();
    if (isBusy.value || Object.keys(faults).length > 0) return;
    isBusy.value = true;
    const result = await props.onSend();
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (result.ok) props.onDone(result.value);
  };
  const shown = isTried.value ? faults : {};
  return (
    <Modal
      title={props.title}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={() => void send()} busy={isBusy.value ? '正在保存……' : undefined}>
            {props.act}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            先不
          </Button>
        </>
      }
    >
      {problem.value && <ProblemNote problem={problem.value} title={props.failed} />}
      <DutiesFields duties={duties} faults={shown}>
        {props.children?.(isTried.value)}
      </DutiesFields>
    </Modal>
  );
}

interface DutiesFieldsProps {
  readonly duties: Signal<Duties>;
  readonly faults: Faults;
  readonly children: ComponentChildren;
}

function DutiesFields({ duties, faults, children }: DutiesFieldsProps) {
  const { hall } = useDesk();
  const put = (change: Partial<Duties>): void => {
    duties.value = { ...duties.value, ...change };
  };
  const { name, roles: held, department } = duties.value;
  return (
    <div class={styles.fields}>
      <TextField
        label="姓名"
        value={name}
        max={40}
        onInput={(text) => put({ name: text })}
        fault={faults.name}
      />
      {children}
      <PicksField
        label="岗位"
        values={held}
        choices={roleIds.map((role) => [role, roles[role]])}
        onPick={(next) => put({ roles: roleIds.filter((role) => next.includes(role)) })}
        fault={faults.roles}
      />
      <MixedDuties held={held} />
      <PickField
        label="科室"
        hint="选了科室的信息员只写、科室负责人只复审这个科室的内容。其他岗位管全大厅，不受这里限制。"
        value={department}
        none="全大厅"
        choices={(hall.value?.departments ?? []).map((each) => [each.id, each.name])}
        onPick={(next) => put({ department: next })}
      />
    </div>
  );
}

/** Who keeps the accounts and who audits should have no hand in what they keep or audit (等级保护的三员分离). */
function MixedDuties({ held }: { readonly held: readonly Role[] }) {
  const apart = (['admin', 'auditor'] as const).filter((role) => held.includes(role));
  if (apart.length === 0 || held.length === 1) return null;
  return (
    <Note kind="warn">
      {apart.map((role) => roles[role]).join('、')}
      最好不兼别的岗位：管账号的人不管内容，查记录的人不做被查的事。
    </Note>
  );
}
