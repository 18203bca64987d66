import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Deps } from '../deps.ts';

/** The sender's address, for limits only. A forwarded one counts only when a proxy of ours wrote it. */
export function addressOf(c: Context, { isBehindProxy }: Pick<Deps, 'isBehindProxy'>): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (isBehindProxy && forwarded) return forwarded;
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    // A request that came through no socket (a test).
    return 'unknown';
  }
}
