import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Keyboard } from '../../ui/keyboard/keyboard.tsx';
import type { Key, KeyboardMode } from '../../ui/keyboard/keyboard-state.ts';
import { language } from '../../ui/words/words.ts';
import { comfort } from '../session/memory.ts';
import { mode } from '../session/mode.ts';
import { t, type Word } from '../t.ts';
import { putKeyboardAway, type TypingWish, typing } from '../typing.ts';
import styles from './keyboard-host.module.css';

const loadEngine = () => import('./pinyin/engine.ts').then((it) => it.loadPinyinEngine());
const loadRecogniser = () => import('./handwriting/load.ts').then((it) => it.loadRecogniser());

/** For one hand: the keys gathered on one side. Goes with the page at the end of the visit. */
const side = signal<'left' | 'right' | undefined>(undefined);

/** Of the ways to write hanzi the one that was chosen last: fields of digits between do not change it. Goes like the side. */
const hanziBy = signal<KeyboardMode | undefined>(undefined);
const keepChoice = (key: Key): void => {
  if (key.kind === 'mode' && (key.mode === 'pinyin' || key.mode === 'ink')) hanziBy.value = key.mode;
};

const TURNS = {
  left: { words: '键盘靠左', to: 'left' },
  right: { words: '键盘靠右', to: 'right' },
  wide: { words: '键盘放宽', to: undefined },
} as const satisfies Record<string, { readonly words: Word; readonly to: string | undefined }>;
/** Beside the page, on a wide glass, it is on one side anyway. */
const nextTurn = () => {
  if (matchMedia('(orientation: landscape)').matches) return side.value === 'left' ? TURNS.right : TURNS.left;
  return { wide: TURNS.left, left: TURNS.right, right: TURNS.wide }[side.value ?? 'wide'];
};

/** Who reads English writes letters first; everything else stays within reach. */
const inOrder = ({ modes }: TypingWish): Pick<TypingWish, 'modes'> =>
  language.value === 'en' && modes?.[0] === 'pinyin' && modes.includes('letters')
    ? { modes: ['letters', ...modes.filter((each) => each !== 'letters')] }
    : {};

/** The one on-screen keyboard, for whichever field asks. It comes with the first field, the words of its pinyin too. */
export function KeyboardHost() {
  const asked = typing.value;
  const { textSize, reach } = comfort.value;
  // Page and keys have taken other heights: what is written stays in sight.
  useEffect(() => typing.peek()?.target.reveal(), [textSize, reach]);
  if (asked === null) return null;
  const turn = nextTurn();
  const tools = [
    {
      label: t(turn.words),
      onPress: () => {
        side.value = turn.to;
      },
    },
    { label: t('收起键盘'), onPress: putKeyboardAway },
  ];
  return (
    <div class={styles.host}>
      <Keyboard
        {...asked}
        {...inOrder(asked)}
        opens={hanziBy.value}
        side={side.value}
        onKey={keepChoice}
        tools={mode.value === 'screen' ? tools : tools.slice(1)}
        loadEngine={loadEngine}
        loadRecogniser={loadRecogniser}
      />
    </div>
  );
}
