import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './choice-tiles.module.css';
import { Icon } from './icon.tsx';
import { touchFeedback } from './touch-feedback.ts';

export interface ChoiceTile<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Shows what one will get; never the only thing that tells. */
  readonly sample?: ComponentChildren;
  /** The language of the label, where it is not the page's own. */
  readonly lang?: string;
}

export interface ChoiceTilesProps<Value extends string> {
  readonly label: string;
  readonly tiles: readonly ChoiceTile<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** A few ways to have something, side by side; what is touched is so at once. */
export function ChoiceTiles<Value extends string>({
  label,
  tiles,
  chosen,
  onChoose,
}: ChoiceTilesProps<Value>) {
  const id = useId();
  return (
    <fieldset class={styles.group}>
      <legend>{label}</legend>
      <div class={styles.tiles}>
        {tiles.map((tile) => (
          <label key={tile.value} class={styles.tile} {...touchFeedback}>
            <input
              type="radio"
              name={id}
              value={tile.value}
              checked={tile.value === chosen}
              onChange={() => onChoose(tile.value)}
            />
            {tile.sample && (
              <span class={styles.sample} aria-hidden="true">
                {tile.sample}
              </span>
            )}
            <span class={styles.words} lang={tile.lang}>
              {tile.label}
            </span>
            <span class={styles.tick}>
              <Icon name="check" />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
