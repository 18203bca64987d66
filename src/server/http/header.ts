import type { MiddlewareHandler } from 'hono';

/** What every answer bears, whatever it is. A route that knows better (pages, immutable objects) sets its own first. */

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000',
  'permissions-policy':
    'camera=(self), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), payment=(), display-capture=(), local-fonts=()',
} as const;

const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** One Trusted Types policy, for the service worker's address; no inline script or style anywhere. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "media-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types bianminping',
  'report-to csp',
].join('; ');

export const REPORTING = 'csp="/api/report"';

export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    for (const [name, value] of Object.entries(EVERYWHERE)) headers.set(name, value);
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', DATA_POLICY);
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  };
}
