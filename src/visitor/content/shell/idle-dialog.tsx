import { Button } from '../../../ui/button.tsx';
import { Countdown } from '../../../ui/countdown.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { COUNTDOWN_MS } from '../../session/idle.ts';
import { idleQuestion } from '../../session/idle-watch.ts';
import { t } from '../../t.ts';
import styles from './idle-dialog.module.css';

const SECONDS = COUNTDOWN_MS / 1_000;

/** Asks whether anybody is still there. Any touch goes on; nobody's touch clears everything. */
export function IdleDialog() {
  const asked = idleQuestion.value;
  return (
    <Dialog
      isOpen={asked !== null}
      title={t('您还在吗？')}
      // The watch hears the touch itself, wherever it falls; this button says so.
      actions={<Button onPress={() => undefined}>{t('还在，接着看')}</Button>}
    >
      <div class={styles.question}>
        <Countdown seconds={SECONDS} secondsLeft={asked?.secondsLeft ?? SECONDS} />
        <p>{t('碰一下屏幕就接着看。没有人的话，时间一到就清除刚才看的和填的，回到首页，下一位看不到。')}</p>
      </div>
    </Dialog>
  );
}
