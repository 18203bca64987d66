import { existsSync } from 'node:fs';

/**
 * The address bar's list of suggestions is a page of its own in a process of its own, made at every start though nobody types an
 * address: it takes as long to start as the rest of the browser.
 */
const NO_SUGGESTIONS = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];
/** What Playwright switches off itself and we need off too; a second `--disable-features` replaces its own. */
const PLAYWRIGHTS = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** Tests need a browser without a sandbox (they may run as root) that never talks to anyone but the hall. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...PLAYWRIGHTS, ...NO_SUGGESTIONS].join(',')}`,
] as const;

/** The machine's own Chromium: the one that halls run, not a download. CHROMIUM names another. */
export function chromiumPath(): string {
  const named = process.env.CHROMIUM;
  if (named) return named;
  return (
    ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path)) ?? '/usr/bin/chromium'
  );
}
