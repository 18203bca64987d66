import type { TargetedPointerEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { touchFeedback } from '../touch-feedback.ts';
import styles from './keyboard.module.css';
import type { Cap } from './keyboard-layout.ts';
import type { Key } from './keyboard-state.ts';

const REPEAT_AFTER_MS = 450;
const REPEAT_EVERY_MS = 90;

export interface KeyCapProps {
  readonly cap: Cap;
  readonly onPress: (key: Key) => void;
}

/** A key answers when the finger comes down, not when it leaves; held, 退格 repeats. */
export function KeyCap({ cap, onPress }: KeyCapProps) {
  const repeat = useRepeat(() => onPress(cap.key));
  const release = (event: TargetedPointerEvent<HTMLButtonElement>) => {
    touchFeedback.onPointerUp(event);
    repeat.stop();
  };
  return (
    <button
      type="button"
      class={styles.cap}
      data-look={cap.look ?? 'plain'}
      style={{ gridColumn: `span ${cap.span ?? 2}` }}
      aria-label={cap.says}
      aria-pressed={cap.key.kind === 'shift' ? cap.look === 'on' : undefined}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        touchFeedback.onPointerDown(event);
        onPress(cap.key);
        if (cap.key.kind === 'backspace') repeat.start();
      }}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      // A click without a pointer comes from Enter, a switch or a screen reader.
      onClick={(event) => event.detail === 0 && onPress(cap.key)}
    >
      {cap.label}
    </button>
  );
}

function useRepeat(act: () => void) {
  const latest = useRef(act);
  latest.current = act;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = () => clearTimeout(timer.current);
  const again = () => {
    latest.current();
    timer.current = setTimeout(again, REPEAT_EVERY_MS);
  };
  const start = () => {
    stop();
    timer.current = setTimeout(again, REPEAT_AFTER_MS);
  };
  useEffect(() => stop, []);
  return { start, stop };
}
