import type { Item } from '../../../contract/item.ts';
import { language } from '../../../ui/words/words.ts';
import styles from './figures.module.css';

const plain = (value: number): string =>
  new Intl.NumberFormat(language.value, { maximumFractionDigits: 4 }).format(value);

/** Numbers large, what they count beneath. */
export function Figures({ figures }: { figures: Item['figures'] }) {
  return (
    <dl class={styles.figures}>
      {figures.map(({ label, value, unit }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {plain(value)}
            <small>{unit}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
