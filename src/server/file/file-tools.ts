import type { FileTools } from '../deps.ts';
import { typeOf } from './file-type.ts';
import { prepareNow } from './prepare-now.ts';

/** What reads pictures is loaded with the first of them. */
export const fileTools: FileTools = {
  typeOf,
  prepareNow,
  measurePicture: async (bytes) => (await import('./prepare/measure-picture.ts')).measurePicture(bytes),
};
