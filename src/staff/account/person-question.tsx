import { useSignal } from '@preact/signals';
import { INVITATION_HOURS, type Invitation, type PersonRow } from '../../contract/people.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Api } from '../api/api.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { Modal } from '../part/modal.tsx';
import { ProblemNote } from '../part/note.tsx';

/** What an administrator is asked before something happens to another's account: what follows, in words. */

export type Question = 'disable' | 'enable' | 'invite' | 'end-sessions';

interface Words {
  readonly title: string;
  readonly follows: string;
  readonly act: string;
  readonly busy: string;
  readonly failed: string;
}

const wordsOf = (question: Question, { name, state }: PersonRow): Words => {
  switch (question) {
    case 'disable':
      return {
        title: `停用${name}的账号？`,
        follows: `停用后马上退出，不能再登录。${name}写过、签过的都还在，名字不变。以后可以恢复。`,
        act: '停用',
        busy: '正在停用……',
        failed: '没有停用。',
      };
    case 'end-sessions':
      return {
        title: `让${name}在各处都退出？`,
        follows: '例如电脑丢了，或者忘了退出。本人要重新登录，密码不变。',
        act: '全部退出',
        busy: '正在退出……',
        failed: '没有退出。',
      };
    case 'enable':
      return {
        title: `恢复${name}的账号？`,
        follows: '恢复后用原来的密码登录，岗位和科室不变。',
        act: '恢复',
        busy: '正在恢复……',
        failed: '没有恢复。',
      };
    case 'invite':
      return {
        title: `给${name}新的邀请码？`,
        follows:
          state === 'invited'
            ? `新的邀请码 ${INVITATION_HOURS} 小时内有效，原来的马上作废。`
            : `忘了密码时用。${name}现在的密码马上作废，登录的地方全部退出，两步验证也关掉，要用新的邀请码另设密码。`,
        act: '生成邀请码',
        busy: '正在生成……',
        failed: '没有生成。',
      };
  }
};

const askOf = (api: Api, question: Exclude<Question, 'invite'>) =>
  ({ disable: api.disablePerson, enable: api.enablePerson, 'end-sessions': api.endSessionsOf })[question];

export interface QuestionDialogProps {
  readonly person: PersonRow;
  readonly question: Question;
  readonly onChanged: (person: PersonRow) => void;
  readonly onInvited: (invitation: Invitation) => void;
  readonly onClose: () => void;
}

export function QuestionDialog({ person, question, onChanged, onInvited, onClose }: QuestionDialogProps) {
  const { api } = useDesk();
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const words = wordsOf(question, person);
  const act = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    if (question === 'invite') {
      const invited = await api.inviteAgain(person.id);
      if (invited.ok) onInvited(invited.value);
      else problem.value = invited.problem;
    } else {
      const done = await askOf(api, question)(person.id);
      if (done.ok) onChanged(done.value);
      else problem.value = done.problem;
    }
    isBusy.value = false;
  };
  return (
    <Modal
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button
            kind={question === 'disable' ? 'danger' : 'primary'}
            onPress={() => void act()}
            busy={isBusy.value ? words.busy : undefined}
          >
            {words.act}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            先不
          </Button>
        </>
      }
    >
      <p>{words.follows}</p>
      {problem.value && <ProblemNote problem={problem.value} title={words.failed} />}
    </Modal>
  );
}
