import { signal } from '@preact/signals';
import { Button } from '../../ui/button.tsx';
import { Keyboard } from '../../ui/keyboard/keyboard.tsx';
import type { Key, KeyboardMode } from '../../ui/keyboard/keyboard-state.ts';
import { language } from '../../ui/words/words.ts';
import { mode } from '../session/mode.ts';
import { type Sentence, t } from '../t.ts';
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

const NEXT_SIDE = { wide: 'left', left: 'right', right: undefined } as const;
const SIDE_WORDS = { wide: '键盘靠左', left: '键盘靠右', right: '键盘放宽' } as const satisfies Record<
  string,
  Sentence
>;

/** Who reads English writes letters first; everything else stays within reach. */
const inOrder = ({ modes }: TypingWish): Pick<TypingWish, 'modes'> =>
  language.value === 'en' && modes?.[0] === 'pinyin' && modes.includes('letters')
    ? { modes: ['letters', ...modes.filter((each) => each !== 'letters')] }
    : {};

/** The one on-screen keyboard, for whichever field asks. It comes with the first field, the words of its pinyin too. */
export function KeyboardHost() {
  const asked = typing.value;
  if (asked === null) return null;
  const now = side.value ?? 'wide';
  return (
    <div class={styles.host}>
      <div class={styles.away}>
        {mode.value === 'screen' && (
          <Button
            kind="quiet"
            size="small"
            onPress={() => {
              side.value = NEXT_SIDE[now];
            }}
          >
            {t(SIDE_WORDS[now])}
          </Button>
        )}
        <Button kind="quiet" size="small" icon="chevron-down" onPress={putKeyboardAway}>
          {t('收起键盘')}
        </Button>
      </div>
      <Keyboard
        {...asked}
        {...inOrder(asked)}
        opens={hanziBy.value}
        side={side.value}
        onKey={keepChoice}
        loadEngine={loadEngine}
        loadRecogniser={loadRecogniser}
      />
    </div>
  );
}
