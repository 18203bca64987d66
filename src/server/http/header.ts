import type { MiddlewareHandler } from 'hono';

/** What every answer bears, whatever it is. A route that knows better (pages, immutable objects) sets its own in its place. */

const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const EVERYWHERE = {
  'content-security-policy': DATA_POLICY,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000',
  'permissions-policy':
    'camera=(self), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), payment=(), display-capture=(), local-fonts=()',
} as const;

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

/**
 * The desk shows drafts in the visitor's app at a real screen's size, which no window has: hence a frame. Of all pages only the desk
 * may hold one, only one page may be held, and both only within our own origin.
 */
export const DESK_POLICY = `${PAGE_POLICY}; frame-src 'self'`;
export const PREVIEW_POLICY = PAGE_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'");

export const REPORTING = 'csp="/api/report"';

/** Set before the route runs: to touch an answer afterwards makes a whole Response of what could go out as it is. */
export function securityHeaders(): MiddlewareHandler {
  return (c, next) => {
    for (const [name, value] of Object.entries(EVERYWHERE)) c.header(name, value);
    return next();
  };
}
