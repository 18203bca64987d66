import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { PREVIEW_PATH, PREVIEW_READY, type ShowDrafts } from '../../../contract/preview.ts';
import { Button } from '../../part/button.tsx';
import { type Look, looks } from './look.ts';
import styles from './preview-page.module.css';

export interface PreviewFrameProps {
  readonly look: Look;
  readonly message: ShowDrafts;
}

/** The page's head and the row of looks above the frame. */
const ABOVE_PX = 215;
const LEAST_HEIGHT_PX = 320;

/** The visitor's app at a real screen's size, made smaller as a whole so that it can be seen whole, or as wide as there is room. */
export function PreviewFrame({ look, message }: PreviewFrameProps) {
  const room = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const scale = useSignal(0.4);
  const isLarge = useSignal(false);
  const { width, height } = looks[look];
  useEffect(() => {
    const measure = (): void => {
      const wide = room.current?.clientWidth ?? width;
      const tall = Math.max(LEAST_HEIGHT_PX, window.innerHeight - ABOVE_PX);
      scale.value = Math.min(1, wide / width, isLarge.value ? 1 : tall / height);
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, [width, height, isLarge.value]);
  // At once: the frame asks as soon as it is there.
  useLayoutEffect(() => {
    const answer = (event: MessageEvent): void => {
      if (event.source !== frame.current?.contentWindow || event.origin !== location.origin) return;
      if (event.data === PREVIEW_READY) frame.current?.contentWindow?.postMessage(message, location.origin);
    };
    addEventListener('message', answer);
    return () => removeEventListener('message', answer);
  }, [message]);
  return (
    <div ref={room}>
      <p class={styles.caption}>
        <Button
          isSmall
          onPress={() => {
            isLarge.value = !isLarge.value;
          }}
        >
          {isLarge.value ? '看整屏' : '放大看字'}
        </Button>
        {`${looks[look].label}，${width}×${height}，按 ${Math.round(scale.value * 100)}% 显示。可以点进去看，表交不出去，也不打印。`}
      </p>
      <div
        class={styles.glass}
        style={{ width: `${width * scale.value}px`, height: `${height * scale.value}px` }}
      >
        <iframe
          ref={frame}
          title="访客会看到的样子"
          src={PREVIEW_PATH}
          width={width}
          height={height}
          style={{ transform: `scale(${scale.value})` }}
        />
      </div>
    </div>
  );
}
