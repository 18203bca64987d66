/*
 * Data of the ways to write, kept for the time without network. They are one visitor's as much as another's: the wipe leaves them.
 */
const NAME = 'input-data';

/** Undefined over plain http from another machine: then there is no keeping. */
const open = async (): Promise<Cache | undefined> => globalThis.caches?.open(NAME);

export const isHeld = async (url: string): Promise<boolean> =>
  (await (await open())?.match(url)) !== undefined;

export const readHeld = async (url: string): Promise<ArrayBuffer | undefined> =>
  (await (await open())?.match(url))?.arrayBuffer();

export const dropHeld = async (url: string): Promise<void> => {
  await (await open())?.delete(url);
};

const unhashed = (url: string): string => url.slice(url.lastIndexOf('/')).replace(/-[\w-]{8}\.bin$/, '');

/** Takes the place of what an earlier version kept under another hash. */
export const hold = async (url: string, bytes: ArrayBuffer): Promise<void> => {
  const cache = await open();
  if (cache === undefined) return;
  for (const held of await cache.keys()) if (unhashed(held.url) === unhashed(url)) await cache.delete(held);
  await cache.put(url, new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } }));
};
