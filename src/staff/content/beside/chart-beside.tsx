import { chartFaults } from '../../../contract/chart.ts';
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
        {faults.length === 0 && <p class={styles.good}>每一步都走得到，每条路都走得完。</p>}
      </div>
    </section>
  );
}
