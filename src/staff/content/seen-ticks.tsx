import type { Signal } from '@preact/signals';
import type { EntryDetail } from '../../contract/desk.ts';
import { findingKey, findingKinds } from '../../contract/finding.ts';
import { TickField } from '../part/field.tsx';
import { placeInWords } from './editor/fault.ts';
import styles from './sign-panel.module.css';
import { branchOfEntry } from './writing.ts';

/** What the scan points out does not hold up a signature; that the signer has seen it, place by place, is recorded. */

const keysOf = ({ findings }: EntryDetail): readonly string[] => [...new Set(findings.map(findingKey))];

export const isAllSeen = (detail: EntryDetail, seen: readonly string[]): boolean =>
  keysOf(detail).every((key) => seen.includes(key));

/** What goes with the signature; nothing where there was nothing to see. */
export const seenIn = (seen: readonly string[]): { seen?: string[] } =>
  seen.length === 0 ? {} : { seen: [...seen] };

export interface SeenTicksProps {
  readonly detail: EntryDetail;
  readonly seen: Signal<readonly string[]>;
  readonly isTried: boolean;
}

export function SeenTicks({ detail, seen, isTried }: SeenTicksProps) {
  const keys = keysOf(detail);
  if (keys.length === 0) return null;
  const open = keys.filter((key) => !seen.value.includes(key)).length;
  return (
    <fieldset class={styles.checks}>
      <legend>自动检查指出的</legend>
      {keys.map((key) => (
        <TickField
          key={key}
          label={labelOf(detail, key)}
          isOn={seen.value.includes(key)}
          onTurn={(turned) => {
            const rest = seen.value.filter((each) => each !== key);
            seen.value = turned ? [...rest, key] : rest;
          }}
        />
      ))}
      <p class={styles.fault} aria-live="polite">
        {isTried && open > 0 && `还有 ${open} 处没有确认。逐处看过、认为可以的再勾；不可以的请退回。`}
      </p>
    </fieldset>
  );
}

const labelOf = (detail: EntryDetail, key: string): string => {
  const same = detail.findings.filter((each) => findingKey(each) === key);
  const [first] = same;
  if (first === undefined) return key;
  const place = placeInWords(detail.kind, branchOfEntry(detail.entry), first.path);
  return `看过，可以：${findingKinds[first.kind]}“${same.map((each) => each.word).join('、')}”（${place}）`;
};
