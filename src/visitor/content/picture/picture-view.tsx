import { helpAtInWords } from '../../sample-mark.tsx';
import type { NeededPicture } from '../../session/port.ts';
import { spoken } from '../../store/content.ts';
import { t } from '../../t.ts';
import styles from './picture-view.module.css';
import { type PictureState, usePicture } from './use-picture.ts';

export interface PictureViewProps extends NeededPicture {
  /** What it shows, for who cannot see it. */
  readonly alt: string;
  /** What it is called in a sentence: 这一页, 这张图. */
  readonly called: string;
}

/** A picture in the place that is kept for it from the start: nothing moves when it comes. Until then words stand there. */
export function PictureView({ entry, picture, alt, called }: PictureViewProps) {
  const shown = usePicture({ entry, picture });
  const { width, height } = picture;
  return (
    <div class={styles.place} style={{ aspectRatio: `${width} / ${height}` }}>
      {shown.state === 'here' ? (
        <img src={shown.url} alt={alt} width={width} height={height} draggable={false} />
      ) : (
        <p class={styles.words} role="status">
          {wordsOf(shown.state, called)}
        </p>
      )}
    </div>
  );
}

const wordsOf = (state: Exclude<PictureState['state'], 'here'>, called: string): string => {
  const hall = spoken.value?.hall;
  const ask = hall
    ? t('急着看，请到 {place} 问。', { place: helpAtInWords(hall) })
    : t('急着看，请问工作人员。');
  switch (state) {
    case 'coming':
      return t('正在取{called}……', { called });
    case 'offline':
      return `${t('{called}还没有存到这台机器上，联网后会自己出来。', { called })}${ask}`;
    case 'gone':
      return t('{called}已经撤下了。', { called });
    case 'wrong':
      return `${t('取来的{called}和发布的不一样，没有显示，会自己再取。', { called })}${ask}`;
  }
};
