import { chartFaults, MANY_STEPS } from '../../../contract/chart.ts';
import { layOutChart } from '../../../contract/chart-layout.ts';
import { ChartPicture } from '../../../print/chart/chart-picture.tsx';
import { drawnSteps } from '../field/chart-steps.ts';
import type { Branch } from '../field/tree.ts';
import styles from './beside.module.css';

export interface ChartBesideProps {
  readonly chart: Branch;
}

/** The chart as the screen will draw it, at every key, and what is wrong with it in words. */
export function ChartBeside({ chart }: ChartBesideProps) {
  const steps = drawnSteps(chart);
  const faults = chartFaults(steps);
  const isDrawable = steps.some((step) => step.shape === 'start');
  return (
    <section class={styles.beside} aria-label="流程图的样子">
      <p class={styles.caption}>屏幕上的样子</p>
      {isDrawable && (
        <div class={styles.drawing}>
          <ChartPicture steps={steps} layout={layOutChart(steps)} />
        </div>
      )}
      <div aria-live="polite">
        {faults.length > 0 && (
          <ul class={styles.faults}>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        )}
        {steps.length > MANY_STEPS && (
          <p class={styles.advice}>
            {`有 ${steps.length} 步。站着看图，超过 ${MANY_STEPS} 步就难记住：可以把同一处办的合成一步。`}
          </p>
        )}
        {faults.length === 0 && <p class={styles.good}>每一步都走得到，每条路都走得完。</p>}
      </div>
    </section>
  );
}
