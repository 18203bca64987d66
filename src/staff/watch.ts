import { idOfKey } from './content/writing.ts';
import type { Desk } from './desk.ts';

/** Counts stay true while somebody works here; a desk that nobody touches asks nothing, so that its session can end. */

const REFRESH_MS = 60_000;
/** Without a key or a click for so long, questions of the page's own stop. */
const AT_WORK_MS = 10 * 60_000;
/** As long as the server's own patience. */
const IDLE_MS = 30 * 60_000;

export const watchDesk = (desk: Desk): void => {
  let touchedAt = desk.clock();
  const touch = (): void => {
    touchedAt = desk.clock();
  };
  for (const kind of ['pointerdown', 'keydown'] as const) addEventListener(kind, touch, { capture: true });

  const look = (): void => {
    if (desk.session.peek() == null) return;
    const idle = desk.clock() - touchedAt;
    if (idle >= IDLE_MS) desk.expire();
    else if (idle < AT_WORK_MS && document.visibilityState === 'visible') void desk.refresh();
  };
  setInterval(look, REFRESH_MS);
  document.addEventListener('visibilitychange', look);
  addEventListener('online', look);

  const { autosave } = desk;
  for (const kind of ['pagehide', 'visibilitychange'])
    addEventListener(kind, autosave.shelve, { capture: true });
  addEventListener('online', () => void autosave.flush());

  // Closing the page would lose what lies nowhere else: the browser asks first.
  const isOnlyHere = (key: string): boolean => {
    const id = idOfKey(key);
    return id === null || autosave.states.peek().get(id)?.place === 'page';
  };
  addEventListener('beforeunload', (event) => {
    autosave.shelve();
    if (desk.memory.keys.peek().some(isOnlyHere)) event.preventDefault();
  });
};
