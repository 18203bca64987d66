import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { today } from '../../clock.ts';
import { NEVER_MS } from '../../session/idle.ts';
import { type Clock, restAfterMs, wallClock } from '../../session/idle-watch.ts';
import { mode } from '../../session/mode.ts';
import { current } from '../../store/content.ts';
import type { Row } from '../../store/content-db.ts';
import { rowsById } from '../../store/rows-by-id.ts';
import { AttractView } from './attract-view.tsx';
import { slidesOf } from './slide.ts';

/** Loaded where a hall's screen has something to show while nobody is there. From then on it follows what is published. */
export const startAttract = (body: HTMLElement, clock: Clock = wallClock): (() => void) => {
  const rows = signal<readonly Row[]>([]);
  const slides = computed(() => (current.value ? slidesOf(current.value, rows.value, today.value) : []));
  const stopReading = effect(() => {
    const held = current.value;
    void rowsById(held?.hall.attract?.entries ?? []).then(
      (found) => {
        if (current.peek() === held) rows.value = found;
      },
      // Its pictures are left out; notices and the hall's own need no database.
      () => {
        rows.value = [];
      },
    );
  });
  const stopWaiting = effect(() => {
    const after = current.value?.hall.attract?.afterSeconds;
    const isWanted = mode.value === 'screen' && after !== undefined && slides.value.length > 0;
    restAfterMs.value = isWanted ? after * 1_000 : NEVER_MS;
  });
  const root = document.createElement('div');
  body.append(root);
  render(<AttractView slides={slides} clock={clock} />, root);
  return () => {
    stopReading();
    stopWaiting();
    render(null, root);
    root.remove();
    restAfterMs.value = NEVER_MS;
  };
};
