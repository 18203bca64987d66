import { type ChartStep, isVisitors } from '../../../contract/chart.ts';
import { t } from '../../t.ts';
import styles from './chart-reading.module.css';
import { type ReadStep, readingOf } from './reading.ts';

export interface ChartReadingProps {
  readonly title: string;
  readonly steps: readonly ChartStep[];
}

/** The steps one beneath another: at any text size, on any width, and to the ear. */
export function ChartReading({ title, steps }: ChartReadingProps) {
  return (
    <ol class={styles.steps} aria-label={t('{title}的步骤', { title })}>
      {readingOf(steps).map((read) => (
        <StepLine key={read.step.id} read={read} />
      ))}
    </ol>
  );
}

function StepLine({ read: { no, step, ways } }: { read: ReadStep }) {
  const about = [step.who === '您' ? undefined : step.who, step.limit].filter(Boolean).join(' · ');
  return (
    <li class={styles.step} data-shape={step.shape} data-yours={isVisitors(step) ? '' : undefined}>
      <b class={styles.no} aria-hidden="true">
        {no}
      </b>
      <div>
        <p class={styles.label}>{step.label}</p>
        {about && <p class={styles.about}>{about}</p>}
        {step.note && <p class={styles.about}>{step.note}</p>}
        {ways.map((way) => (
          <p key={`${way.no}${way.label}`} class={styles.way}>
            {way.label ? <b>{way.label}</b> : t('接着')}
            {` → ${t('第 {no} 步 {step}', { no: way.no, step: way.toLabel })}`}
          </p>
        ))}
      </div>
    </li>
  );
}
