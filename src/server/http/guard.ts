import type { MiddlewareHandler } from 'hono';
import { mayRoles, type Permission } from '../../contract/account.ts';
import type { Deps, Staff } from '../deps.ts';
import { refuse } from './respond.ts';

/** Who may: each desk route names a permission; without one there is no route. */

export interface DeskEnv {
  Variables: { staff: Staff };
}

/** `app.get(path, needs(deps, 'content.read'), handler)`; the handler finds the person in `c.var.staff`. */
export function needs(deps: Deps, permission: Permission | 'any'): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    if (!isSafe(c.req.method) && !isOwnPage(c.req.raw.headers)) return refuse(c, { code: 'wrong-origin' });
    const staff = await deps.whoIs(c.req.raw.headers);
    if (staff === null) return refuse(c, { code: 'not-logged-in' });
    if (permission !== 'any' && !mayRoles(staff.roles, permission)) return refuse(c, { code: 'not-allowed' });
    c.set('staff', staff);
    return next();
  };
}

/** Forged requests (CSRF): a browser says where a changing request comes from, and only our own page will do. */
export function isOwnPage(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  if (origin === null) return site === 'same-origin';
  try {
    return new URL(origin).host === headers.get('host');
  } catch {
    return false;
  }
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}
