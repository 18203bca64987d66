import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type Attract, isNight } from '../../../contract/attract.ts';
import { minuteAtHall } from '../../../contract/office-hours.ts';
import { Icon } from '../../../ui/icon.tsx';
import { momentInShort, now } from '../../clock.ts';
import { type Clock, isResting } from '../../session/idle-watch.ts';
import { spoken } from '../../store/content.ts';
import type { Current } from '../../store/content-db.ts';
import { t, type Word } from '../../t.ts';
import styles from './attract-view.module.css';
import type { Slide } from './slide.ts';
import { SlideView } from './slide-view.tsx';

export interface AttractViewProps {
  readonly slides: ReadonlySignal<readonly Slide[]>;
  readonly clock: Clock;
}

/** Over the untouched home screen. It has nothing to press: the watch of the idle time hears any touch, wherever it falls. */
export function AttractView({ slides, clock }: AttractViewProps) {
  const held = spoken.value;
  const attract = held?.hall.attract;
  if (!isResting.value || !held || attract === undefined || slides.value.length === 0) return null;
  return <Loop held={held} attract={attract} slides={slides.value} clock={clock} />;
}

const TICK_MS = 250;
/** The words stand now here, now there, so that none burn into the glass. A prime number: no slide keeps a place of its own. */
const PLACES = 7;

/** How many slides have been shown before this one. */
const useTurn = (clock: Clock, secondsEach: number): number => {
  const turn = useSignal(0);
  useEffect(() => {
    const beganAt = clock.now();
    return clock.every(TICK_MS, () => {
      turn.value = Math.floor((clock.now() - beganAt) / (secondsEach * 1_000));
    });
  }, [secondsEach]);
  return turn.value;
};

const BEGIN: Word = '点一下屏幕开始';

interface LoopProps {
  readonly held: Current;
  readonly attract: Attract;
  readonly slides: readonly Slide[];
  readonly clock: Clock;
}

function Loop({ held, attract, slides, clock }: LoopProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const turn = useTurn(clock, attract.secondsEach);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const slide = slides[turn % slides.length];
  return (
    // Called by the words to begin, and no live region: a reader of the screen says them once, however many slides go by.
    <dialog
      ref={dialog}
      class={styles.glass}
      aria-label={t(BEGIN)}
      data-dim={isNight(attract, minuteAtHall(now.value)) ? '' : undefined}
    >
      <div class={styles.sheet} data-place={turn % PLACES}>
        <p class={styles.head}>
          <b>{held.hall.hallName}</b>
          <span>{momentInShort.value}</span>
        </p>
        {slide && (
          <div
            key={slides.length > 1 ? turn : slide.key}
            class={styles.slide}
            data-alone={slides.length > 1 ? undefined : ''}
            style={{ '--each': `${attract.secondsEach}s` }}
          >
            <SlideView slide={slide} held={held} />
          </div>
        )}
        <p class={styles.begin}>
          <Icon name="pointer" />
          <span>
            <b>{t(BEGIN)}</b>
            <span lang="en">Touch to begin</span>
          </span>
        </p>
      </div>
    </dialog>
  );
}
