import { type InputKind, ports } from '../session/port.ts';

const loading = new Map<InputKind, Promise<ArrayBuffer>>();

/**
 * The data of one way to write: asked for when it is first used, then in memory. A failed load can be tried again. Nobody
 * writes into the buffer: all who ask share it.
 */
export const loadInputData = (kind: InputKind): Promise<ArrayBuffer> => {
  const held = loading.get(kind);
  if (held !== undefined) return held;
  const asked = ports.inputData(kind);
  loading.set(kind, asked);
  asked.catch(() => loading.delete(kind));
  return asked;
};
