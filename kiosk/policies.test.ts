import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { policiesFor, underEtc } from './policies.mjs';

const text = readFileSync(fileURLToPath(new URL('./policies/bianminping.json', import.meta.url)), 'utf8');

test('each policy is named once', () => {
  const names = [...text.matchAll(/^ {2}"(\w+)":/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(60);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(policiesFor('http://127.0.0.1:8080')).sort()).toEqual([...names].sort());
});

test('the hall is the only address that opens', () => {
  const policies = policiesFor('https://hall.example.cn/some/page?x=1');
  expect(policies.URLAllowlist).toEqual(['https://hall.example.cn']);
  expect(policies.LoopbackNetworkAllowedForUrls).toEqual(['https://hall.example.cn']);
  expect(policies.URLBlocklist).toContain('*');
  expect(JSON.stringify(policies)).not.toContain('HALL_ORIGIN');
});

test('what a shortcut opens is named too: "*" alone does not stop it', () => {
  expect(policiesFor('http://127.0.0.1:8080').URLBlocklist).toEqual(
    expect.arrayContaining([
      'chrome://*',
      'chrome-untrusted://*',
      'devtools://*',
      'view-source:*',
      'file://*',
      'data:*',
    ]),
  );
});

test('no policy that Chromium calls deprecated, replaced or unknown', () => {
  for (const dead of [
    'AutofillAddressEnabled',
    'AutofillCreditCardEnabled',
    'LensRegionSearchEnabled',
    'LensOverlaySettings',
    'GenAiDefaultSettings',
    'PromotionalTabsEnabled',
    'InsecurePrivateNetworkRequestsAllowed',
    'CloudPrintProxyEnabled',
    'SharedClipboardEnabled',
    'DefaultKeyboardLockSetting',
  ]) {
    expect(text).not.toContain(dead);
  }
});

test('the folder is laid over /etc/chromium for one process only', () => {
  const [program, flag, , , script, , ...rest] = underEtc('/tmp/etc', ['chromium', '--kiosk']);
  expect([program, flag]).toEqual(['unshare', '-m']);
  expect(script).toContain('mount --bind');
  expect(rest).toEqual(['/tmp/etc', '/etc/chromium', 'chromium', '--kiosk']);
});
