import { type ReadonlySignal, signal } from '@preact/signals';
import { routeOf } from './read-route.ts';
import { hrefOf, type Route } from './route.ts';

/** Where the person is. The address is the only state of navigation: back, forward and a reload work as everywhere. */
export interface Place {
  readonly route: ReadonlySignal<Route>;
  readonly go: (route: Route) => void;
  /** The same page with another filter: typing in a search field leaves no trail in the history. */
  readonly refine: (route: Route) => void;
}

const here = (): Route => routeOf(location.pathname, location.search);

/** An unmodified click on a link of the desk; anything else is the browser's own business. */
const deskLink = (event: MouseEvent): string | null => {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (link === null || link.hasAttribute('target') || link.hasAttribute('download')) return null;
  const href = link.getAttribute('href') ?? '';
  return /^\/staff(?:[/?]|$)/.test(href) ? href : null;
};

/**
 * Back in a list means back at its row. A list comes from the server after the browser has tried to scroll, so the place waits
 * until the page is long enough again, or until the person goes somewhere by themselves.
 */
const scrollWhenThere = (top: number): (() => void) => {
  const moved = new AbortController();
  const root = document.documentElement;
  const look = new ResizeObserver(() => {
    if (root.scrollHeight - root.clientHeight < top) return;
    scrollTo(0, top);
    moved.abort();
  });
  moved.signal.addEventListener('abort', () => look.disconnect());
  for (const kind of ['wheel', 'pointerdown', 'keydown', 'popstate'] as const)
    addEventListener(kind, () => moved.abort(), { capture: true, signal: moved.signal });
  look.observe(document.body);
  return () => moved.abort();
};

const topIn = (state: unknown): number =>
  typeof state === 'object' && state !== null && 'top' in state && typeof state.top === 'number'
    ? state.top
    : 0;

export const makePlace = (): Place => {
  const route = signal(here());
  let stopScroll = (): void => {};
  const turn = (href: string): void => {
    stopScroll();
    if (href !== location.pathname + location.search) {
      history.replaceState({ top: scrollY }, '');
      history.pushState(null, '', href);
    }
    route.value = here();
    scrollTo(0, 0);
  };
  addEventListener('popstate', ({ state }) => {
    route.value = here();
    const top = topIn(state);
    if (top > 0) stopScroll = scrollWhenThere(top);
  });
  document.addEventListener('click', (event) => {
    const href = deskLink(event);
    if (href === null) return;
    event.preventDefault();
    turn(href);
  });
  return {
    route,
    go: (next) => turn(hrefOf(next)),
    refine: (next) => {
      history.replaceState(null, '', hrefOf(next));
      route.value = next;
    },
  };
};
