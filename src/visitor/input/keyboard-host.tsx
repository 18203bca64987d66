import { Button } from '../../ui/button.tsx';
import { lazyScreen } from '../lazy-screen.tsx';
import { putKeyboardAway, typing } from '../typing.ts';
import styles from './keyboard-host.module.css';

const Keyboard = lazyScreen(() => import('../../ui/keyboard/keyboard.tsx').then((it) => it.Keyboard));

/** The one on-screen keyboard, for whichever field asks. Its code comes with the first field. */
export function KeyboardHost() {
  const asked = typing.value;
  if (asked === null) return null;
  return (
    <div class={styles.host}>
      <div class={styles.away}>
        <Button kind="quiet" size="small" icon="chevron-down" onPress={putKeyboardAway}>
          收起键盘
        </Button>
      </div>
      <Keyboard {...asked} />
    </div>
  );
}
