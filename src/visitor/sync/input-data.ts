import { inputData } from 'virtual:input-data';
import { digest } from '../../seal/digest.ts';
import type { InputKind } from '../session/port.ts';
import { dropHeld, hold, isHeld, readHeld } from '../store/input-cache.ts';

/** Data of the ways to write: from here, else from the hall. Promise: bytes that do not fit their digest are never kept and never used. */

const isRight = async (bytes: ArrayBuffer, right: string): Promise<boolean> =>
  (await digest(new Uint8Array(bytes))) === right;

export const inputDataNow = async (kind: InputKind): Promise<ArrayBuffer> => {
  const wanted = inputData[kind];
  if (wanted === undefined) throw new Error(`no data for ${kind}`);
  const held = await readHeld(wanted.url).catch(() => undefined);
  if (held !== undefined && (await isRight(held, wanted.digest))) return held;
  // `reload`: what a captive portal gave must not be met again in the browser's own cache.
  const response = await fetch(wanted.url, { credentials: 'omit', cache: held ? 'reload' : 'default' });
  const bytes = await response.arrayBuffer();
  if (!response.ok || !(await isRight(bytes, wanted.digest))) {
    await dropHeld(wanted.url).catch(() => undefined);
    throw new Error(`${kind}: not what was built`);
  }
  // Without room it is used all the same.
  await hold(wanted.url, bytes).catch(() => undefined);
  return bytes;
};

/** What a hall's screen lacks is brought before anybody asks. */
export const keepInputDataOnce = async (): Promise<'done' | 'failed'> => {
  for (const [kind, wanted] of Object.entries(inputData)) {
    if (await isHeld(wanted.url).catch(() => true)) continue;
    try {
      await inputDataNow(kind as InputKind);
    } catch {
      return 'failed';
    }
  }
  return 'done';
};
