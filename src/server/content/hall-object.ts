import type { Hall } from '../../contract/hall.ts';
import type { NewObject } from '../store/snapshot.ts';
import { makeObject } from './object.ts';
import { departmentSounds } from './search-keys.ts';

/** The hall's settings as they are published: with how its departments sound, so that no screen carries a dictionary. */
export const hallObject = async (hall: Hall): Promise<NewObject> =>
  makeObject({ v: 1, type: 'hall', hall, sounds: await departmentSounds(hall) });
