import type { ComponentChildren } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { aloud, type Reader, reader } from '../../session/aloud.ts';
import { t } from '../../t.ts';
import styles from './reading-bar.module.css';

export interface ReadingBarProps {
  readonly voice: Reader;
  /** Where the foot, which has it else, cannot be touched. */
  readonly stop?: ComponentChildren;
}

/** Above the foot while a page is read aloud: what goes on, and how to have it otherwise. */
export function ReadingBar({ voice, stop }: ReadingBarProps) {
  switch (aloud.value) {
    case 'silent':
      return null;
    case 'asking':
      return (
        <Bar words={t('这一页有您自己的内容，旁边的人会听见。')}>
          <Small onPress={() => voice.readWith('own-too')}>{t('都念')}</Small>
          <Small onPress={() => voice.readWith('not-own')}>{t('只念别的')}</Small>
          <Small onPress={voice.stop}>{t('不念了')}</Small>
        </Bar>
      );
    case 'mute':
      return (
        <Bar words={t('念不出声音。请叫工作人员念给您听。')}>
          <Small onPress={voice.stop}>{t('知道了')}</Small>
        </Bar>
      );
    case 'reading':
      return (
        <Bar words={t('正在念。')}>
          <Small icon="pause" onPress={voice.pause}>
            {t('停一下')}
          </Small>
          {stop}
        </Bar>
      );
    case 'paused':
      return (
        <Bar words={t('停下了。')}>
          <Small icon="play" onPress={voice.goOn}>
            {t('接着念')}
          </Small>
          {stop}
        </Bar>
      );
  }
}

/**
 * In a dialog, whose page behind cannot be touched: the same button that stands at the foot, and what goes on once it is read. None of it
 * is read aloud itself.
 */
export function DialogReading() {
  const voice = reader.value;
  if (voice === null) return null;
  return (
    <div class={styles.over} data-unread="">
      {aloud.value === 'silent' ? (
        <Small icon="volume-2" onPress={voice.read}>
          {t('念给我听')}
        </Small>
      ) : (
        <ReadingBar
          voice={voice}
          stop={
            <Small icon="square" onPress={voice.stop}>
              {t('不念了')}
            </Small>
          }
        />
      )}
    </div>
  );
}

interface BarProps {
  readonly words: string;
  readonly children: ComponentChildren;
}

const Bar = ({ words, children }: BarProps) => (
  <section class={styles.bar} aria-label={t('念给我听')}>
    {/* No live region: a reader of the screen that speaks as well would talk over it. */}
    <p>{words}</p>
    <div class={styles.buttons}>{children}</div>
  </section>
);

interface SmallProps {
  readonly children: ComponentChildren;
  readonly icon?: 'pause' | 'play' | 'square' | 'volume-2';
  readonly onPress: () => void;
}

const Small = (props: SmallProps) => <Button kind="secondary" size="small" {...props} />;
