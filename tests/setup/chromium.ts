import { existsSync } from 'node:fs';

/** Tests need a browser without a sandbox (they may run as root) that never talks to anyone but the hall. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** The machine's own Chromium: the one that halls run, not a download. CHROMIUM names another. */
export function chromiumPath(): string {
  const named = process.env.CHROMIUM;
  if (named) return named;
  return (
    ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path)) ?? '/usr/bin/chromium'
  );
}
