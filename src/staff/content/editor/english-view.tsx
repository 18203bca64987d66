import { useSignal } from '@preact/signals';
import { dayAtHall } from '../../../contract/day.ts';
import { followed } from '../../../contract/english-follow.ts';
import type { EnglishTexts } from '../../../contract/english-texts.ts';
import { useDesk } from '../../desk.ts';
import { Button } from '../../part/button.tsx';
import { TickField } from '../../part/field.tsx';
import {
  countEnglish,
  type EnglishPart,
  englishCountInWords,
  englishParts,
  isToDo,
} from '../field/english-part.ts';
import { hallSections } from '../field/hall-table.ts';
import { sectionsOf } from '../field/section-of.ts';
import type { Field } from '../field/spec.ts';
import { type Branch, branchOf, type Tree } from '../field/tree.ts';
import { idAt, useEditing } from './editing.ts';
import { EnglishRowView } from './english-row.tsx';
import styles from './english-view.module.css';
import { RowsFrame } from './rows-frame.tsx';

export interface EnglishViewProps {
  readonly field: Field;
  readonly value: Tree | undefined;
  /** The whole entry: its Chinese stands beside the English. */
  readonly beside: Branch;
  readonly path: string;
  readonly onChange: (value: Tree | undefined) => void;
}

const NOTHING: EnglishTexts = {};

/** English as it will be saved: with its Chinese where that went to. */
const useEnglish = (entry: Branch): EnglishTexts => {
  const { base } = useEditing();
  const { clock } = useDesk();
  const before = base as { readonly en?: EnglishTexts };
  const now = entry as { readonly en?: EnglishTexts };
  return followed(before, now, dayAtHall(clock())).en ?? NOTHING;
};

/** What a hall writes in English too, beside the Chinese that it stands for. Nothing of it must be written. */
export function EnglishView({ field, value, beside, path, onChange }: EnglishViewProps) {
  const { kind, hall, touch, hasFaultUnder } = useEditing();
  const isOpen = useSignal(false);
  // Those that were to be done when the list was made short: a row that is being written does not go away under the hands.
  const only = useSignal<ReadonlySet<string> | null>(null);
  const en = useEnglish(beside);
  const parts = englishParts({
    sections: kind === 'hall' ? hallSections : sectionsOf[kind],
    entry: beside,
    en,
    hall: kind === 'hall' ? NOTHING : (hall?.en ?? NOTHING),
    leftOver: kind === 'hall' ? '各处都用的话' : '中文已经没有了的（存稿时一起删去）',
  });
  const count = countEnglish(parts);
  const set = (chinese: string, english: string): void => {
    touch(path);
    const { [chinese]: _, ...rest } = en;
    const next = english.trim() === '' ? rest : { ...rest, [chinese]: english };
    onChange(Object.keys(next).length === 0 ? undefined : (next as unknown as Branch));
  };
  const isShown = isOpen.value || hasFaultUnder(path);
  return (
    <RowsFrame field={field} path={path}>
      <div class={styles.head}>
        <p>
          {englishCountInWords(count)}
          {count.written < count.all && '没有英文的，屏幕上显示中文，并说明只有中文。'}
        </p>
        <Button
          isSmall
          id={`${idAt(path)}-open`}
          isPressed={isShown}
          onPress={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {isShown ? '收起英文' : Object.keys(branchOf(value)).length === 0 ? '写英文' : '看、改英文'}
        </Button>
      </div>
      {isShown && (
        <>
          <TickField
            id={`${idAt(path)}-only`}
            label="只列没有写的、要看看的"
            isOn={only.value !== null}
            onTurn={(isOn) => {
              only.value = isOn ? toDoOf(parts) : null;
            }}
          />
          {parts.map((part) => (
            <Part key={part.id} part={part} only={only.value} path={path} onWrite={set} />
          ))}
        </>
      )}
    </RowsFrame>
  );
}

const toDoOf = (parts: readonly EnglishPart[]): ReadonlySet<string> =>
  new Set(parts.flatMap(({ rows }) => rows.filter(isToDo).map(({ chinese }) => chinese)));

interface PartProps {
  readonly part: EnglishPart;
  readonly only: ReadonlySet<string> | null;
  readonly path: string;
  readonly onWrite: (chinese: string, english: string) => void;
}

function Part({ part, only, path, onWrite }: PartProps) {
  const rows = part.rows.filter(({ chinese }) => only === null || only.has(chinese));
  if (rows.length === 0) return null;
  return (
    // No landmark: the part of the editor that asks the Chinese bears the same name.
    <div class={styles.part}>
      <h3>{part.title}</h3>
      <ul>
        {rows.map((row) => (
          <EnglishRowView
            key={row.chinese}
            row={row}
            part={part.id}
            path={path}
            onWrite={(english) => onWrite(row.chinese, english)}
          />
        ))}
      </ul>
    </div>
  );
}
