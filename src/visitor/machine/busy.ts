/** Pages of ours know of each other whether one is in use, by a lock that a page in use shares; it goes with the page. */

const LOCK = 'bianminping-busy';

/** Call with whether this page is in use, whenever that changes. */
export const tellBusy = (): ((isBusy: boolean) => void) => {
  let letGo: (() => void) | null = null;
  return (isBusy) => {
    if (isBusy === (letGo !== null)) return;
    letGo?.();
    letGo = null;
    if (!isBusy) return;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    void navigator.locks.request(LOCK, { mode: 'shared' }, () => held);
  };
};

export const ifNobodyIsBusy = (call: () => void): void =>
  void navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock !== null) call();
  });
