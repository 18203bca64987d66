import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import type { KeyboardProps } from '../../ui/keyboard/keyboard.tsx';
import { mode } from '../session/mode.ts';
import { putKeyboardAway, typing } from '../typing.ts';
import styles from './keyboard-host.module.css';

/** The one on-screen keyboard, for whichever field asks. Its code comes with the first field. */
export function KeyboardHost() {
  const Keyboard = useSignal<ComponentType<KeyboardProps> | null>(null);
  const asked = mode.value === 'screen' ? typing.value : null;
  const isAsked = asked !== null;
  useEffect(() => {
    if (!isAsked || Keyboard.peek() !== null) return;
    void import('../../ui/keyboard/keyboard.tsx').then((module) => {
      Keyboard.value = module.Keyboard;
    });
  }, [isAsked]);
  if (asked === null) return null;
  const Loaded = Keyboard.value;
  return (
    <div class={styles.host}>
      <div class={styles.away}>
        <Button kind="quiet" size="small" icon="chevron-down" onPress={putKeyboardAway}>
          收起键盘
        </Button>
      </div>
      {Loaded ? <Loaded {...asked} /> : <p role="status">正在打开键盘…</p>}
    </div>
  );
}
