/**
 * A preview has a database of its own, made for this one page and deleted with it: what the machine holds for visitors is not
 * opened, and no draft stays behind. A name is held by a lock, so that a page that crashed is cleared away by the next one.
 */

const PREFIX = 'bianminping-preview-';

const heldNames = async (): Promise<ReadonlySet<string>> => {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name === undefined ? [] : [name])));
};

/** Those of pages that are gone. Browsers without a list of databases keep them until their site data are cleared. */
const clearAway = async (): Promise<void> => {
  const [all, held] = await Promise.all([indexedDB.databases?.() ?? [], heldNames()]);
  for (const { name } of all) if (name?.startsWith(PREFIX) && !held.has(name)) indexedDB.deleteDatabase(name);
};

/** Resolves when the name is held and stands where the content store looks for it. */
export const claimOwnDatabase = async (root: HTMLElement): Promise<void> => {
  const name = PREFIX + Array.from(crypto.getRandomValues(new Uint32Array(2)), String).join('-');
  await new Promise<void>((resolve) => {
    void navigator.locks.request(name, () => {
      resolve();
      return new Promise<never>(() => undefined);
    });
  });
  root.dataset.database = name;
  window.addEventListener('pagehide', () => indexedDB.deleteDatabase(name));
  await clearAway().catch(() => undefined);
};
