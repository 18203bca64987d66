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

export const makePlace = (): Place => {
  const route = signal(here());
  const turn = (href: string): void => {
    if (href !== location.pathname + location.search) history.pushState(null, '', href);
    route.value = here();
    scrollTo(0, 0);
  };
  addEventListener('popstate', () => {
    route.value = here();
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
