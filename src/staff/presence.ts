/** Which pages of the desk are open in this browser. The browser lets go of a page's name when the page is gone, also by a crash. */
export interface Presence {
  /** Says that the page of this name is open, as long as it is. */
  readonly stay: (name: string) => void;
  readonly present: () => Promise<ReadonlySet<string>>;
}

const PREFIX = 'bianminping/page/';

export const makePresence = (locks: LockManager | undefined = navigator.locks): Presence => ({
  stay(name) {
    void locks?.request(PREFIX + name, () => new Promise(() => undefined)).catch(() => undefined);
  },
  async present() {
    const { held = [] } = (await locks?.query()) ?? {};
    return new Set(
      held.flatMap(({ name = '' }) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])),
    );
  },
});
