import { Workbox } from 'workbox-window';
import { shellWorkerUrl } from './trusted.ts';

/**
 * The worker that keeps the app's own files, so that the page opens without network. A newer version is fetched and checked in the
 * background and takes over only when nobody uses the screen; then the page loads anew, so old pages never meet new files.
 */

export interface ShellParts {
  /** Is nobody using the screen just now? Asked when a new version is ready, and again whenever `onQuiet` calls. */
  readonly isQuiet: () => boolean;
  /** Registers a call for the moments when the screen falls quiet. */
  readonly onQuiet: (call: () => void) => void;
  readonly reload: () => void;
}

const CHECK_MS = 3_600_000;

export const keepShell = async ({ isQuiet, onQuiet, reload }: ShellParts): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  const shell = new Workbox(shellWorkerUrl(), { updateViaCache: 'none' });
  let isWaiting = false;
  const takeOver = (): void => {
    if (isWaiting && isQuiet()) shell.messageSkipWaiting();
  };
  shell.addEventListener('waiting', () => {
    isWaiting = true;
    takeOver();
  });
  // Fires for the first worker too, which has nothing to replace.
  shell.addEventListener('controlling', ({ isUpdate }) => {
    if (isUpdate) reload();
  });
  onQuiet(takeOver);
  const registration = await shell.register();
  // A worker that was already waiting when this page opened sends no event of its own to some browsers.
  if (registration?.waiting && navigator.serviceWorker.controller) {
    isWaiting = true;
    takeOver();
  }
  setInterval(() => void shell.update().catch(() => undefined), CHECK_MS);
};
