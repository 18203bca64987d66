import styles from './countdown.module.css';
import { t } from './words/t.ts';

export interface CountdownProps {
  readonly secondsLeft: number;
  readonly seconds: number;
}

const RADIUS = 45;
const ROUND = 2 * Math.PI * RADIUS;

/** Time that runs out: the number says it, the ring shows it. The caller keeps the clock. */
export function Countdown({ secondsLeft, seconds }: CountdownProps) {
  const gone = ROUND * (1 - Math.max(0, Math.min(1, secondsLeft / seconds)));
  return (
    <div class={styles.countdown} role="timer" aria-label={t('还剩 {seconds} 秒', { seconds: secondsLeft })}>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r={RADIUS} class={styles.track} />
        <circle
          cx="50"
          cy="50"
          r={RADIUS}
          class={styles.left}
          stroke-dasharray={ROUND}
          stroke-dashoffset={gone}
        />
      </svg>
      <b>{secondsLeft}</b>
      <span>{t('秒')}</span>
    </div>
  );
}
