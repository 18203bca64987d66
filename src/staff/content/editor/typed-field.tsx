import { useRef } from 'preact/hooks';
import { adviceBeside } from '../../../contract/text-lint.ts';
import { TextField } from '../../part/field.tsx';
import type { Field } from '../field/spec.ts';
import { isSame, listOf, type Tree, textOf } from '../field/tree.ts';
import { idAt, useEditing } from './editing.ts';
import { FieldRules } from './field-rules.tsx';
import styles from './field-view.module.css';

type Typed = Extract<Field, { as: 'line' | 'prose' | 'number' | 'day' | 'words' }>;

export interface TypedFieldProps {
  readonly field: Typed;
  readonly value: Tree | undefined;
  readonly path: string;
  readonly onChange: (value: Tree | undefined) => void;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** What stands in the field for a value. */
export const typedText = ({ as }: Pick<Typed, 'as'>, value: Tree | undefined): string =>
  as === 'words' ? listOf(value).map(textOf).join('\n') : textOf(value);

/** The value of what stands in the field. A number half typed stays text, which the schema then finds at fault. */
export const typedValue = (
  { as, isOptional }: Pick<Typed, 'as' | 'isOptional'>,
  text: string,
): Tree | undefined => {
  if (as === 'words') {
    const words = text
      .split('\n')
      .map((word) => word.trim())
      .filter((word) => word !== '');
    return words.length === 0 && isOptional ? undefined : words;
  }
  if (text === '' && isOptional) return undefined;
  const plain = text.normalize('NFKC').trim();
  return as === 'number' && NUMBER.test(plain) ? Number(plain) : text;
};

/** Where typing and value are not letter by letter the same (an empty line, `3.`), what was typed stays in sight. */
export const useTyped = (
  value: Tree | undefined,
  toText: (value: Tree | undefined) => string,
  toValue: (text: string) => Tree | undefined,
): readonly [string, (text: string) => Tree | undefined] => {
  const typed = useRef<string | null>(null);
  if (typed.current !== null && !isSame(toValue(typed.current), value)) typed.current = null;
  return [
    typed.current ?? toText(value),
    (text) => {
      typed.current = text;
      return toValue(text);
    },
  ];
};

const LINES = { line: 0, number: 0, day: 0, prose: 2, words: 2 } as const;

export function TypedField({ field, value, path, onChange }: TypedFieldProps) {
  const { kind, faultAt, touch } = useEditing();
  const [text, type] = useTyped(
    value,
    (held) => typedText(field, held),
    (written) => typedValue(field, written),
  );
  const advice = field.as === 'prose' && kind !== 'hall' ? adviceBeside(text, { kind, path }) : null;
  const unit = field.as === 'number' ? field.unit : undefined;
  return (
    <>
      <TextField
        id={idAt(path)}
        label={unit ? `${field.label}（${unit}）` : field.label}
        hint={field.hint}
        mark={<FieldRules path={path} of={field.label} />}
        isOptional={field.isOptional}
        type={field.as === 'day' ? 'date' : 'text'}
        {...(field.as === 'number' ? { inputMode: 'numeric' as const } : {})}
        isNarrow={field.as === 'day' || field.as === 'number'}
        lines={field.as === 'prose' ? (field.lines ?? LINES.prose) : LINES[field.as]}
        max={'max' in field ? field.max : undefined}
        value={text}
        fault={faultAt(path)}
        onInput={(written) => {
          touch(path);
          onChange(type(written));
        }}
        onLeave={() => touch(path)}
      />
      {field.as === 'prose' && (
        <p class={styles.advice} aria-live="polite">
          {advice}
        </p>
      )}
    </>
  );
}
