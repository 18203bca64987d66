import type { Workbox } from 'workbox-window';

/**
 * The worker that keeps the app's own files, so that the page opens without network. A newer version is fetched and checked in the
 * background and takes over only when nobody uses any page of ours; then the page loads anew, so old pages never meet new files.
 *
 * Workbox registers, asks for updates and tells the waiting worker; when, is decided here, because Workbox stops listening for
 * updates after the first that another page caused, and a hall's page stays open for months.
 */

export interface ShellParts {
  readonly workbox: Pick<Workbox, 'register' | 'update' | 'messageSkipWaiting'>;
  readonly container: Pick<ServiceWorkerContainer, 'controller' | 'addEventListener'>;
  /** Is nobody using this page just now? */
  readonly isQuiet: () => boolean;
  /** Registers a call for the moments when this page falls quiet. */
  readonly onQuiet: (call: () => void) => void;
  /** Runs the call if no other page of ours is in use. */
  readonly ifNobodyIsBusy: (call: () => void) => void;
  readonly reload: () => void;
  readonly every: (ms: number, call: () => void) => void;
}

const CHECK_MS = 3_600_000;
/** Asked again so often: another page may have fallen quiet, or this one's own lock was still on its way back. */
const TAKE_OVER_MS = 5_000;

export const keepShell = async (parts: ShellParts): Promise<void> => {
  const { workbox, container, isQuiet, onQuiet, ifNobodyIsBusy, reload, every } = parts;
  // The first worker replaces nothing; every later one does.
  let isControlled = container.controller !== null;
  let isReloadDue = false;
  const reloadWhenQuiet = (): void => {
    if (isReloadDue && isQuiet()) reload();
  };
  container.addEventListener('controllerchange', () => {
    isReloadDue = isControlled;
    isControlled = true;
    reloadWhenQuiet();
  });

  const registration = await workbox.register({ immediate: true });
  if (!registration) return;
  const takeOver = (): void => {
    if (!registration.waiting || !isQuiet()) return;
    ifNobodyIsBusy(() => workbox.messageSkipWaiting());
  };
  const watch = (): void => registration.installing?.addEventListener('statechange', takeOver);
  registration.addEventListener('updatefound', watch);
  // What happened before this page could listen: a worker may be installing, or waiting since yesterday.
  watch();
  takeOver();
  onQuiet(() => {
    reloadWhenQuiet();
    takeOver();
  });
  every(TAKE_OVER_MS, takeOver);
  // Without network there is nothing to fetch, and that is no fault.
  every(CHECK_MS, () => void workbox.update().catch(() => undefined));
};
