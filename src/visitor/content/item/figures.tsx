import type { Item } from '../../../contract/item.ts';
import styles from './figures.module.css';

const plain = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 });

/** Numbers large, what they count beneath. */
export function Figures({ figures }: { figures: Item['figures'] }) {
  return (
    <dl class={styles.figures}>
      {figures.map(({ label, value, unit }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {plain.format(value)}
            <small>{unit}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
