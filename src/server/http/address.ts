import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Deps } from '../deps.ts';

/** The sender's address, for limits only. A forwarded one counts only when a proxy of ours wrote it. */
export function addressOf(c: Context, { isBehindProxy }: Pick<Deps, 'isBehindProxy'>): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (isBehindProxy && forwarded) return networkOf(forwarded);
  try {
    return networkOf(getConnInfo(c).remote.address ?? 'unknown');
  } catch {
    // A request that came through no socket (a test).
    return 'unknown';
  }
}

/** Whether the request was made on the machine that the server runs on. A header of somebody else's proxy says that it was not. */
export function isOwnMachine(c: Context, deps: Pick<Deps, 'isBehindProxy'>): boolean {
  if (!deps.isBehindProxy && c.req.header('x-forwarded-for') !== undefined) return false;
  return isLoopback(addressOf(c, deps));
}

/** As `networkOf` writes 127.0.0.0/8 and ::1. */
const isLoopback = (network: string): boolean =>
  /^127\.\d+\.\d+\.\d+$/.test(network) || network === '0:0:0:0::/64';

/** One household has 2^64 addresses of IPv6: they count as one. IPv4 inside IPv6 is IPv4. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = [], tail = []] = address
    .toLowerCase()
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  const groups = [...head, ...zeros, ...tail].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}
