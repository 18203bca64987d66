import { useComputed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { touchFeedback } from '../touch-feedback.ts';
import { type Sentence, t } from '../words/t.ts';
import type { InkStroke, Recogniser } from './ink.ts';
import { InkCanvas } from './ink-canvas.tsx';
import styles from './ink-pad.module.css';
import { InkStrip } from './ink-strip.tsx';
import { KeyCap } from './key-cap.tsx';
import type { Cap } from './keyboard-layout.ts';
import type { Key } from './keyboard-state.ts';
import { LiftKey } from './lift-key.tsx';
import type { TextTarget } from './text-target.ts';

export interface InkPadProps {
  readonly target: TextTarget | null;
  /** Marks and what else stands beside the square. */
  readonly caps: readonly (readonly Cap[])[];
  readonly action?:
    | { readonly label: string; readonly onPress: () => void; readonly disabled?: boolean }
    | undefined;
  /** Brings what reads the hand, when the pad is first opened; a load that failed is tried again with the next field. */
  readonly loadRecogniser?: (() => Promise<Recogniser>) | undefined;
  readonly onPress: (key: Key) => void;
  /** The ways to write, which stand between the candidates and the square. */
  readonly children: ComponentChildren;
}

/** A phone, and one hand, have room for six of them. */
const STRIP = 8;

/**
 * Writing with the finger. A character goes into the field by a touch on it, never by itself: who writes slowly, or stops to think
 * in the middle of a character, would find a wrong one there and not know why. So a pause means nothing here.
 */
export function InkPad({ caps, action, onPress, children, ...rest }: InkPadProps) {
  const { strokes, candidates, hint, write, undo, clear, pick } = useInk(rest, onPress);
  const isEmpty = strokes.length === 0;
  return (
    <>
      <InkStrip candidates={candidates} hint={hint} onPick={pick} />
      {children}
      <div class={styles.pad}>
        <div class={styles.paper}>
          <InkCanvas strokes={strokes} onStroke={write} />
          {isEmpty && <p class={styles.invite}>{t('用手指在这里写一个字')}</p>}
        </div>
        <div class={styles.side}>
          <LiftKey class={styles.key} disabled={isEmpty} onPress={undo}>
            {t('擦掉一笔')}
          </LiftKey>
          <LiftKey class={styles.key} disabled={isEmpty} onPress={clear}>
            {t('重写')}
          </LiftKey>
          {caps.flat().map((cap) => (
            <KeyCap key={cap.label} cap={cap} onPress={onPress} />
          ))}
          {action && (
            <button
              type="button"
              {...touchFeedback}
              class={styles.key}
              data-look="go"
              disabled={action.disabled}
              onClick={action.onPress}
            >
              {action.label}
            </button>
          )}
        </div>
      </div>
    </>
  );
}

const HINTS = {
  waiting: '正在准备手写…',
  ready: '不会拼音就用手写：在下面写一个字',
  out: '手写现在用不了，请用拼音',
} as const satisfies Record<string, Sentence>;

type InkWish = Pick<InkPadProps, 'target' | 'loadRecogniser'>;

function useInk({ target, loadRecogniser }: InkWish, onPress: (key: Key) => void) {
  const strokes = useSignal<readonly InkStroke[]>([]);
  const recogniser = useSignal<Recogniser | null>(null);
  const hint = useSignal<keyof typeof HINTS>('waiting');
  const clear = () => {
    strokes.value = [];
  };
  // What was written for one field must not end in another.
  useLayoutEffect(clear, [target]);
  useEffect(() => {
    if (loadRecogniser === undefined || recogniser.peek() !== null) return;
    loadRecogniser().then(
      (loaded) => {
        recogniser.value = loaded;
        hint.value = 'ready';
      },
      () => {
        hint.value = 'out';
      },
    );
  }, [target]);
  const candidates = useComputed(() =>
    strokes.value.length === 0 ? [] : (recogniser.value?.(strokes.value).slice(0, STRIP) ?? []),
  );
  return {
    strokes: strokes.value,
    candidates: candidates.value,
    hint: target === null ? t('先点一下要填的地方') : t(HINTS[hint.value]),
    write: (stroke: InkStroke) => {
      strokes.value = [...strokes.value, stroke];
    },
    undo: () => {
      strokes.value = strokes.value.slice(0, -1);
    },
    clear,
    pick: (text: string) => {
      clear();
      onPress({ kind: 'char', char: text });
    },
  };
}
