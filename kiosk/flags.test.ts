import { expect, test } from 'vitest';
import { commandLine, FLAGS } from './flags.mjs';

const screen = {
  url: 'http://127.0.0.1:8080',
  profile: '/var/lib/bianminping/profile',
  cacheDir: undefined,
  platform: 'wayland',
  size: undefined,
  isRoot: false,
} as const;

test('each flag is there once and has a reason', () => {
  const names = FLAGS.map(({ flag }) => flag.split('=')[0]);
  expect(new Set(names).size).toBe(names.length);
  expect(FLAGS.filter(({ why }) => why.length < 5)).toEqual([]);
});

test('nothing that opens the browser, loses the outbox or is gone from it', () => {
  const line = commandLine({ ...screen, platform: 'x11', size: { width: 1080, height: 1920 } }).join(' ');
  for (const never of [
    '--incognito',
    '--disable-web-security',
    '--remote-debugging',
    '--no-sandbox',
    '--start-fullscreen',
    '--ozone-platform-hint',
    '--disable-session-crashed-bubble',
    '--temp-profile',
  ]) {
    expect(line).not.toContain(never);
  }
});

test('the profile stays where it was put and the address comes last, with the word that this is a screen', () => {
  const line = commandLine({ ...screen, more: ['--force-device-scale-factor=2'] });
  expect(line).toContain('--user-data-dir=/var/lib/bianminping/profile');
  expect(line).toContain('--ozone-platform=wayland');
  expect(line.slice(-2)).toEqual(['--force-device-scale-factor=2', 'http://127.0.0.1:8080/?screen=1']);
});

test('an X screen without a window manager is filled by size and place', () => {
  const line = commandLine({ ...screen, platform: 'x11', size: { width: 1080, height: 1920 } });
  expect(line).toContain('--window-size=1080,1920');
  expect(line).toContain('--window-position=0,0');
});

test('only root, for trials, goes without the sandbox', () => {
  expect(commandLine({ ...screen, isRoot: true })).toContain('--no-sandbox');
});
