import { useId } from 'preact/hooks';
import field from './field.module.css';
import { Beneath, type PickProps } from './field.tsx';
import styles from './swatch-field.module.css';

/** One of a few colours. Each is called by its name and shows what stands in it, on the screens' own tokens. */
export function SwatchField(props: Omit<PickProps, 'none'>) {
  const own = useId();
  const id = props.id ?? own;
  return (
    <fieldset
      class={field.frame}
      data-fault={props.fault ? '' : undefined}
      id={id}
      tabIndex={-1}
      aria-describedby={`${id}-about`}
    >
      <legend class={field.label}>{props.label}</legend>
      {props.mark && <div class={field.ruled}>{props.mark}</div>}
      <div class={styles.swatches}>
        {props.choices.map(([value, label]) => (
          <label key={value} class={styles.choice}>
            <input
              type="radio"
              name={id}
              checked={value === props.value}
              onChange={() => props.onPick(value)}
            />
            <span class={styles.swatch} data-accent={value}>
              <b aria-hidden="true">按钮</b>
              <i aria-hidden="true">能点的字</i>
            </span>
            <span class={styles.name}>{label}</span>
          </label>
        ))}
      </div>
      <Beneath {...props} id={id} />
    </fieldset>
  );
}
