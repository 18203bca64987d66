/*
 * The screen keyboard. It stands outside the first load: import it dynamically. It never looks for the field itself; the page
 * passes the target of the field that has the focus, and pressing keys never takes that focus away.
 */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { touchFeedback } from '../touch-feedback.ts';
import { type Sentence, t } from '../words/t.ts';
import { CandidatePanel } from './candidate-panel.tsx';
import { CandidateStrip } from './candidate-strip.tsx';
import { type Engine, noEngine } from './engine.ts';
import type { Recogniser } from './ink.ts';
import { InkPad } from './ink-pad.tsx';
import { KeyCap } from './key-cap.tsx';
import styles from './keyboard.module.css';
import { type Cap, layoutOf, MODE_LABELS, quickRowOf } from './keyboard-layout.ts';
import {
  candidatesIn,
  type Key,
  type KeyboardMode,
  type KeyboardState,
  openKeyboard,
  press,
} from './keyboard-state.ts';
import type { TextTarget } from './text-target.ts';

export interface KeyboardProps {
  /** Where the text goes: the target of the field that has the focus; null when none has. */
  readonly target: TextTarget | null;
  /** The modes offered, the first one open. A change opens the first again. */
  readonly modes?: readonly KeyboardMode[];
  /** Stands open instead of the first, where it is offered. */
  readonly opens?: KeyboardMode | undefined;
  readonly isMultiline?: boolean;
  /** The key at the bottom right, such as 下一题. Unfinished pinyin is written before it acts. */
  readonly action?:
    | { readonly label: string; readonly onPress: () => void; readonly disabled?: boolean }
    | undefined;
  /** Brings the engine when pinyin is first offered; a load that failed is tried again with the next field. */
  readonly loadEngine?: (() => Promise<Engine>) | undefined;
  /** Brings what reads the hand, when 手写 is first opened. */
  readonly loadRecogniser?: (() => Promise<Recogniser>) | undefined;
  /** For one hand: all keys gathered on this side of a wide screen. */
  readonly side?: 'left' | 'right' | undefined;
  /** What the page adds beside the ways to write: where the keyboard stands, and away with it. */
  readonly tools?: readonly KeyboardTool[];
  /** Told of every key press, after it acted. */
  readonly onKey?: (key: Key) => void;
}

export interface KeyboardTool {
  readonly label: string;
  readonly onPress: () => void;
}

const ALL_MODES: readonly KeyboardMode[] = ['pinyin', 'ink', 'digits', 'letters'];

export function Keyboard({
  modes = ALL_MODES,
  isMultiline = false,
  action,
  side,
  tools = [],
  loadRecogniser,
  ...rest
}: KeyboardProps) {
  const { target } = rest;
  const { state, engine, hint, pressKey } = useKeyboard({ ...rest, modes });
  const candidates = candidatesIn(state, engine);
  const rows = layoutOf(state, { isMultiline, hasAction: action !== undefined });
  const finish = () => {
    pressKey({ kind: 'finish' });
    action?.onPress();
  };
  const ways = (modes.length > 1 || tools.length > 0) && (
    <div class={styles.ways}>
      {modes.length > 1 && <Modes modes={modes} current={state.mode} onPress={pressKey} />}
      {tools.map((tool) => (
        <Tool key={tool.label} {...tool} />
      ))}
    </div>
  );
  return (
    // A mouse press would move the focus from the field to the key.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend and name itself a form part
    <div
      class={styles.keyboard}
      data-side={side}
      role="group"
      aria-label={t('屏幕键盘')}
      onMouseDown={(event) => event.preventDefault()}
    >
      {state.mode === 'ink' ? (
        <InkPad
          target={target}
          caps={rows}
          action={action}
          loadRecogniser={loadRecogniser}
          onPress={pressKey}
        >
          {ways}
        </InkPad>
      ) : (
        <>
          {state.mode === 'pinyin' ? (
            <CandidateStrip
              spelled={engine.spell(state.buffer)}
              candidates={candidates}
              hint={target === null ? t('先点一下要填的地方') : hint}
              isOpen={state.page !== null}
              onPress={pressKey}
            />
          ) : (
            modes.length > 1 && (
              <div class={styles.quick}>
                <Row caps={quickRowOf(state.mode)} onPress={pressKey} />
              </div>
            )
          )}
          {ways}
          {state.page !== null ? (
            <CandidatePanel candidates={candidates} page={state.page} onPress={pressKey} />
          ) : (
            <div class={styles.keys}>
              {rows.map((caps, at) => (
                <Row key={`${state.mode}${at}`} caps={caps} onPress={pressKey}>
                  {action && at === rows.length - 1 && (
                    <button
                      type="button"
                      class={styles.cap}
                      data-look="go"
                      disabled={action.disabled}
                      onClick={finish}
                    >
                      {action.label}
                    </button>
                  )}
                </Row>
              ))}
            </div>
          )}
        </>
      )}
    </div>
  );
}

const HINTS = {
  waiting: '正在准备拼音…',
  ready: '打拼音，例如 yang',
  out: '拼音现在用不了，请用数字或字母',
} as const satisfies Record<string, Sentence>;

interface KeyboardWish {
  readonly target: TextTarget | null;
  readonly modes: readonly KeyboardMode[];
  readonly opens?: KeyboardMode | undefined;
  readonly loadEngine?: (() => Promise<Engine>) | undefined;
  readonly onKey?: ((key: Key) => void) | undefined;
}

function useKeyboard({ target, modes, opens, loadEngine, onKey }: KeyboardWish) {
  const first = modes.find((mode) => mode === opens) ?? modes[0] ?? 'pinyin';
  const state = useSignal<KeyboardState>(openKeyboard(first));
  const engine = useSignal<Engine>(noEngine);
  const hint = useSignal<keyof typeof HINTS>('waiting');
  // A field of another kind opens its own first; a touch into the same field leaves open what is open.
  useLayoutEffect(() => {
    state.value = openKeyboard(first);
  }, [modes.join()]);
  // Letters meant for one field must not end in another.
  useLayoutEffect(() => {
    state.value = openKeyboard(state.peek().mode);
    target?.reveal();
  }, [target, modes.join()]);
  useEffect(() => {
    if (!modes.includes('pinyin') || loadEngine === undefined || engine.peek() !== noEngine) return;
    loadEngine().then(
      (loaded) => {
        engine.value = loaded;
        hint.value = 'ready';
      },
      () => {
        hint.value = 'out';
      },
    );
  }, [modes.includes('pinyin'), target]);
  const pressKey = (key: Key) => {
    const pressed = press(state.peek(), key, engine.peek());
    state.value = pressed.state;
    for (const effect of pressed.effects) {
      if ('insert' in effect) target?.insert(effect.insert);
      else if ('learn' in effect) engine.peek().learn(effect.learn.letters, effect.learn.text);
      else target?.backspace();
    }
    onKey?.(key);
  };
  return { state: state.value, engine: engine.value, hint: t(HINTS[hint.value]), pressKey };
}

interface ModesProps {
  readonly modes: readonly KeyboardMode[];
  readonly current: KeyboardMode;
  readonly onPress: (key: Key) => void;
}

function Modes({ modes, current, onPress }: ModesProps) {
  return (
    <div class={styles.modes}>
      {modes.map((mode) => (
        <button
          key={mode}
          type="button"
          class={styles.mode}
          {...touchFeedback}
          aria-pressed={mode === current}
          onClick={() => onPress({ kind: 'mode', mode })}
        >
          {t(MODE_LABELS[mode])}
        </button>
      ))}
    </div>
  );
}

const Tool = ({ label, onPress }: KeyboardTool) => (
  <button type="button" class={styles.tool} {...touchFeedback} onClick={onPress}>
    {label}
  </button>
);

interface RowProps {
  readonly caps: readonly Cap[];
  readonly onPress: (key: Key) => void;
  readonly children?: ComponentChildren;
}

/** Rows shorter than 20 half keys stand in the middle, as on every keyboard. */
function Row({ caps, onPress, children }: RowProps) {
  const half = caps.reduce((sum, cap) => sum + (cap.span ?? 2), children ? 4 : 0);
  return (
    <div
      class={styles.row}
      style={{
        gridTemplateColumns: `repeat(${half}, minmax(0, 1fr))`,
        paddingInline: `${(20 - half) * 2.5}%`,
      }}
    >
      {caps.map((cap) => (
        <KeyCap key={cap.label} cap={cap} onPress={onPress} />
      ))}
      {children}
    </div>
  );
}
