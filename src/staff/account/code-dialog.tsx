import type { Invitation } from '../../contract/people.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { Facts } from '../part/facts.tsx';
import { Modal } from '../part/modal.tsx';
import { Note } from '../part/note.tsx';
import { momentInWords } from '../part/words.ts';
import { hrefOf } from '../route/route.ts';
import styles from './person-dialog.module.css';

export interface CodeDialogProps {
  readonly invitation: Invitation;
  readonly onClose: () => void;
}

/** The one time that an invitation code can be read. */
export function CodeDialog({ invitation: { person, code, until }, onClose }: CodeDialogProps) {
  const { clock } = useDesk();
  return (
    <Modal
      title={`${person.name}的邀请码`}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          记下了
        </Button>
      }
    >
      <Facts
        isSingle
        rows={[
          ['账号', person.login],
          ['邀请码', <b class={styles.code}>{code}</b>],
          ['在哪儿用', `${location.origin}${hrefOf({ page: 'welcome' })}`],
          ['有效期', `到${momentInWords(until, clock())}，只能用一次`],
        ]}
      />
      <Note kind="warn" title="只显示这一次。">
        请当面或打电话告诉本人，不要发在群里。没记下也不要紧，可以再生成一个。
      </Note>
    </Modal>
  );
}
