import { useSignal } from '@preact/signals';
import type { EntryId } from '../../../contract/id.ts';
import type { Block } from '../../../contract/text.ts';
import { Button } from '../../../ui/button.tsx';
import { t } from '../../t.ts';
import styles from './figure-view.module.css';
import { PictureView } from './picture-view.tsx';
import { ZoomButtons, ZoomPicture, zoomBy } from './zoom-picture.tsx';

export interface FigureViewProps {
  readonly entry: EntryId;
  readonly image: Extract<Block, { type: 'image' }>;
}

/** A picture among the words: never wider than they are, nor than itself. A touch makes room to look closely. */
export function FigureView({ entry, image: { picture, alt, caption } }: FigureViewProps) {
  // null: as it stands in the text
  const zoom = useSignal<number | null>(null);
  const shown = { entry, picture, alt, called: t('这张图') };
  return (
    <figure class={styles.figure} style={{ '--own': `${picture.width}px` }}>
      {zoom.value === null ? (
        <button
          type="button"
          class={styles.small}
          aria-label={t('放大看：{what}', { what: alt })}
          onClick={() => {
            zoom.value = 1;
          }}
        >
          <PictureView {...shown} />
        </button>
      ) : (
        <>
          <ZoomPicture {...shown} zoom={zoom.value} />
          <ZoomButtons
            zoom={zoom.value}
            onStep={(by) => {
              zoom.value = zoomBy(zoom.peek() ?? 0, by);
            }}
          >
            <Button
              kind="secondary"
              size="small"
              onPress={() => {
                zoom.value = null;
              }}
            >
              {t('收起')}
            </Button>
          </ZoomButtons>
        </>
      )}
      <figcaption>{caption ?? (zoom.value === null ? t('点图可以放大看') : '')}</figcaption>
    </figure>
  );
}
