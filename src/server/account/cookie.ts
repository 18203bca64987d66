import type { Deps } from '../deps.ts';

/**
 * The session's cookie. Over https it is bound to this host alone (`__Host-`), and no other name is believed there, so that a
 * neighbour on a sub-domain cannot plant one. Plain http is for loopback and tests only.
 */

type Proxy = Pick<Deps, 'isBehindProxy'>;

const SECURE_NAME = '__Host-desk';
const PLAIN_NAME = 'desk';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** This server speaks plain http itself; https ends at a proxy of ours, which says so. */
export const isSecure = (headers: Headers, { isBehindProxy }: Proxy): boolean =>
  isBehindProxy && headers.get('x-forwarded-proto') === 'https';

const cookie = (headers: Headers, proxy: Proxy, value: string): string => {
  const bounds = 'Path=/; HttpOnly; SameSite=Strict';
  return isSecure(headers, proxy)
    ? `${SECURE_NAME}=${value}; ${bounds}; Secure`
    : `${PLAIN_NAME}=${value}; ${bounds}`;
};

/** Without a lifetime: closing the browser ends it there, the server ends it anyway. */
export const sessionCookie = (headers: Headers, proxy: Proxy, token: string): string =>
  cookie(headers, proxy, token);

export const expiredCookie = (headers: Headers, proxy: Proxy): string =>
  `${cookie(headers, proxy, '')}; Max-Age=0`;

export const tokenIn = (headers: Headers, proxy: Proxy): string | null => {
  const name = isSecure(headers, proxy) ? SECURE_NAME : PLAIN_NAME;
  const values = (headers.get('cookie') ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
  const [token] = values;
  // Two of one name: somebody planted one. Neither is believed.
  return values.length === 1 && token !== undefined && TOKEN.test(token) ? token : null;
};
