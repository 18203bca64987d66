import type { Hall } from '../contract/hall.ts';

const LOOPBACK = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/** This page was loaded from its own machine. */
export const isLoopback = (host: string = location.hostname): boolean => LOOPBACK.test(host);

/**
 * Where a phone finds a path of this hall: what codes on glass and paper lead to. Null while the hall has no address of its own and
 * this page came from its own machine: that address would lead a phone to itself.
 */
export const publicAddress = (
  hall: Pick<Hall, 'publicUrl'> | undefined,
  path: string,
  here: Pick<Location, 'origin' | 'hostname'> = location,
): string | null => {
  if (hall?.publicUrl !== undefined) return new URL(path, hall.publicUrl).href;
  return isLoopback(here.hostname) ? null : new URL(path, here.origin).href;
};
