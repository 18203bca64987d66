import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from 'playwright/test';
import { missingForVoice } from '../../kiosk/voice.mjs';
import { CHROMIUM_ARGS, chromiumPath } from '../setup/chromium.ts';
import { startHall } from '../setup/server.ts';
import { openHall } from '../setup/visitor.ts';

/**
 * The voice of a real machine: Chromium, speech-dispatcher and espeak-ng, with a sound device that swallows everything. `npm test`
 * installs Debian's packages; where that is not allowed it is left out.
 */

const missing = missingForVoice();

/** A home whose sound goes nowhere, and a place for the daemon's socket. */
function silentHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'voice-'));
  writeFileSync(join(home, '.asoundrc'), 'pcm.!default { type null }\nctl.!default { type null }\n');
  const settings = join(home, '.config/speech-dispatcher');
  mkdirSync(settings, { recursive: true });
  writeFileSync(
    join(settings, 'speechd.conf'),
    'AudioOutputMethod "alsa"\nAddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"\nDefaultModule espeak-ng\n',
  );
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  return home;
}

test('a machine with a Mandarin voice of its own reads home to its end, and marks it', async () => {
  test.skip(missing.length > 0, `没有装 / not installed: ${missing.join(' ')}`);
  const home = silentHome();
  const hall = await startHall();
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_ARGS, '--enable-speech-dispatcher'],
    env: {
      ...process.env,
      HOME: home,
      XDG_RUNTIME_DIR: join(home, 'run'),
      XDG_CONFIG_HOME: join(home, '.config'),
    },
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, locale: 'zh-CN' });
    await openHall(page, hall.url);
    await page.evaluate(() => {
      const marked = new Set<string>();
      Object.assign(window, { marked });
      const { highlights } = CSS;
      const set = highlights.set.bind(highlights);
      highlights.set = (name, highlight) => {
        for (const range of highlight) marked.add(String(range));
        return set(name, highlight);
      };
    });
    await page.getByRole('button', { name: '念给我听' }).click();
    await expect(page.getByRole('button', { name: '停一下' })).toBeVisible();
    await expect(page.getByRole('button', { name: '念给我听' })).toBeVisible();
    const read = await page.evaluate(() => [...(window as unknown as { marked: Set<string> }).marked]);
    expect(read[0]).toBe('您来办什么事？');
    expect(read.at(-1)).toContain('可以不留姓名');
  } finally {
    await browser.close();
    await hall.stop();
    rmSync(home, { recursive: true, force: true });
  }
});
