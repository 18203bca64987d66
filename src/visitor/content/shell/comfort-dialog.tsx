import { Button } from '../../../ui/button.tsx';
import { ChoiceTiles } from '../../../ui/choice-tiles.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { languageIds, languages } from '../../../words/language.ts';
import { type Comfort, comfort, makeComfortable } from '../../session/memory.ts';
import { mode } from '../../session/mode.ts';
import { type Sentence, t } from '../../t.ts';
import styles from './comfort-dialog.module.css';

/** How a visitor would have the screen: each choice is so at once, and lies over what was being read, which stays. */
export function ComfortDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      isOpen
      isLight
      title={t('怎样看着舒服')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('好了')}</Button>}
    >
      <div class={styles.groups}>
        <TextSizes />
        <Contrasts />
        <Languages />
        <Reaches />
      </div>
    </Dialog>
  );
}

const SIZES = ['0', '1', '2'] as const;
const SIZE_WORDS = { 0: '平常', 1: '大字', 2: '特大字' } as const satisfies Record<number, Sentence>;

function TextSizes() {
  return (
    <ChoiceTiles
      label={t('字的大小')}
      tiles={SIZES.map((value) => ({
        value,
        label: t(SIZE_WORDS[value]),
        sample: (
          <b class={styles.letter} data-size={value}>
            {t('字')}
          </b>
        ),
      }))}
      chosen={`${comfort.value.textSize}`}
      onChoose={(value) => makeComfortable({ textSize: Number(value) as Comfort['textSize'] })}
    />
  );
}

const CONTRAST_WORDS = { plain: '平常', high: '黑白分明', dark: '深色底' } as const satisfies Record<
  Comfort['contrast'],
  Sentence
>;
const CONTRASTS = ['plain', 'high', 'dark'] as const satisfies readonly Comfort['contrast'][];

function Contrasts() {
  return (
    <ChoiceTiles
      label={t('颜色')}
      tiles={CONTRASTS.map((value) => ({
        value,
        label: t(CONTRAST_WORDS[value]),
        sample: (
          <span class={styles.theme} data-contrast={value}>
            <b>{t('文字')}</b>
            <i />
          </span>
        ),
      }))}
      chosen={comfort.value.contrast}
      onChoose={(contrast) => makeComfortable({ contrast })}
    />
  );
}

function Languages() {
  return (
    <ChoiceTiles
      label={t('语言')}
      tiles={languageIds.map((id) => ({ value: id, label: languages[id], lang: id }))}
      chosen={comfort.value.language}
      onChoose={(language) => makeComfortable({ language })}
    />
  );
}

/** On a tall screen, for who sits. */
function Reaches() {
  if (mode.value !== 'screen') return null;
  return (
    <div class={styles.tall}>
      <ChoiceTiles
        label={t('按钮的位置')}
        tiles={[
          { value: 'full', label: t('平常') },
          { value: 'low', label: t('往下移') },
        ]}
        chosen={comfort.value.reach}
        onChoose={(reach) => makeComfortable({ reach })}
      />
    </div>
  );
}
