import { useSignal } from '@preact/signals';
import { roles } from '../../contract/account.ts';
import { type PracticeRole, practiceRoles } from '../../contract/practice.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import styles from './practice-banner.module.css';

/** Above every page while one practises: that it is practice, which part one plays, and the way out. */
export function PracticeBanner() {
  const { practice, practise, practiceAnew, pending } = useDesk();
  const isBusy = useSignal(false);
  const role = practice.value;
  if (role === null) return null;
  const unsaved = pending.value;
  const anew = async (): Promise<void> => {
    isBusy.value = true;
    await practiceAnew();
    isBusy.value = false;
  };
  return (
    <section class={styles.banner} aria-label="练习">
      <p class={styles.words}>
        <b>练习</b>
        步骤和真的一样，但不会到屏幕上，也不进登记和台账。
      </p>
      <label class={styles.part}>
        现在当
        <select
          value={role}
          disabled={unsaved > 0}
          onChange={(event) => practise(event.currentTarget.value as PracticeRole)}
        >
          {practiceRoles.map((each) => (
            <option key={each} value={each}>
              {roles[each]}
            </option>
          ))}
        </select>
      </label>
      <Button isSmall busy={isBusy.value ? '正在重新开始……' : undefined} onPress={anew}>
        从头再来
      </Button>
      <Button isSmall isDisabled={unsaved > 0} onPress={() => practise(null)}>
        结束练习
      </Button>
      <p class={styles.unsaved} role="status">
        {unsaved > 0 && `有 ${unsaved} 处写了没保存。先保存或放弃，再换身份或结束练习。`}
      </p>
    </section>
  );
}
