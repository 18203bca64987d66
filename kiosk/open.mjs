/**
 * `npm run kiosk`: what a visitor stands before, on any Debian desktop or under Xvfb: the running hall in full-screen Chromium,
 * with the flags and managed policies of a real screen.
 *
 *   HALL_URL       the hall (default http://127.0.0.1:8080)
 *   KIOSK_PROFILE  the browser's folder (default ~/.local/share/bianminping/profile)
 *   KIOSK_SIZE     e.g. 1080x1920, where the screen cannot be asked
 *   npm run kiosk -- FLAG…   more flags for Chromium, e.g. --force-device-scale-factor=1.5
 *
 * Ends with Ctrl+C; a Chromium that ends by itself is started again.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { keepRunning } from './browser.mjs';
import { commandLine } from './flags.mjs';
import {
  cacheFolder,
  chromiumProgram,
  displayPlatform,
  displaySize,
  freeProfile,
  hasProgram,
  profileFolder,
} from './machine.mjs';
import { arePoliciesInstalled, CHROMIUM_ETC, makeEtc, policiesFor, underEtc } from './policies.mjs';
import { missingForVoice, voiceInWords } from './voice.mjs';

const url = process.env.HALL_URL ?? 'http://127.0.0.1:8080';
const isRoot = process.getuid?.() === 0;
const ending = new AbortController();
process.once('SIGINT', () => ending.abort());
process.once('SIGTERM', () => ending.abort());

process.exitCode = await main();

async function main() {
  const program = chromiumProgram();
  const platform = displayPlatform();
  if (!URL.canParse(url) || !/^https?:/.test(url))
    return refuse(`HALL_URL 不是网址：${url}`, 'HALL_URL is no web address');
  if (!program) return refuse('没有找到 Chromium：apt-get install chromium', 'Chromium is not installed');
  if (!platform)
    return refuse(
      '没有图形界面（DISPLAY、WAYLAND_DISPLAY 都没有设置）',
      'there is no display; under Xvfb set DISPLAY',
    );

  const profile = profileFolder();
  const holder = freeProfile(profile);
  if (holder)
    return refuse(`这个屏已经开着（进程 ${holder}）`, `this screen is open already (process ${holder})`);

  say(...voiceInWords(missingForVoice()));
  await waitForHall(profile);
  if (ending.signal.aborted) return 0;
  const size = platform === 'x11' ? displaySize() : undefined;
  const more = process.argv.slice(2);
  const line = commandLine({ url, profile, cacheDir: cacheFolder(), platform, size, isRoot, more });
  await keepOpen(profile, [program, ...line]);
  say('已关闭', 'closed');
  return 0;
}

/** @param {string} profile @param {string[]} command */
async function keepOpen(profile, command) {
  const etc = policyFolder();
  try {
    await keepRunning({
      command: etc ? underEtc(etc, command) : command,
      logFile: join(dirname(profile), 'chromium.log'),
      signal: ending.signal,
      beforeStart() {
        freeProfile(profile);
        say(`全屏打开 ${url}，按 Ctrl+C 结束`, 'opened in full screen, Ctrl+C ends');
      },
      onEnd({ livedMs, pauseMs }) {
        say(
          `浏览器 ${seconds(livedMs)} 秒后退出，${seconds(pauseMs)} 秒后重开`,
          'the browser ended, it is started again',
        );
      },
    });
  } finally {
    if (etc) rmSync(etc, { recursive: true, force: true });
  }
}

/** Says which of the three ways the policies take here. @returns {string | undefined} a folder to lay over /etc/chromium */
function policyFolder() {
  if (isRoot)
    say('以 root 运行：关闭了浏览器沙盒，只可用于试验', 'as root: the sandbox is off, for trials only');
  if (arePoliciesInstalled(url)) {
    say('本机已装好管理策略', 'the managed policies are installed on this machine');
    return undefined;
  }
  if (isRoot && hasProgram('unshare') && existsSync(CHROMIUM_ETC)) {
    say(
      '管理策略只用于这一个浏览器，不改动本机',
      'managed policies for this browser only; the machine is not changed',
    );
    return makeEtc(policiesFor(url));
  }
  say(
    '没有管理策略：普通用户不能设置，可以逃出全屏',
    'WITHOUT managed policies: they need root; the screen can be escaped',
  );
  return undefined;
}

/** A screen that has shown the hall once starts from what it keeps, hall or no hall; a new one has nothing to show yet. */
/** @param {string} profile */
async function waitForHall(profile) {
  const mark = join(profile, 'hall-seen');
  if (await answers()) return writeFileSync(mark, `${url}\n`);
  if (existsSync(mark))
    return say(
      '连不上大厅服务，用屏上保存的内容',
      'the hall cannot be reached; the screen shows what it keeps',
    );
  for (let tries = 0; !ending.signal.aborted; tries += 1) {
    if (tries % 30 === 0) say(`等待大厅服务 ${url}（npm start）……`, 'waiting for the hall…');
    await wait(1000, undefined, { signal: ending.signal }).catch(() => {});
    if (await answers()) return writeFileSync(mark, `${url}\n`);
  }
}

async function answers() {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

/** @param {number} ms */
function seconds(ms) {
  return Math.round(ms / 1000);
}

/** @param {string} zh @param {string} en */
function say(zh, en) {
  console.log(`便民屏 · ${zh} / ${en}`);
}

/** @param {string} zh @param {string} en */
function refuse(zh, en) {
  console.error(`便民屏 · ${zh} / ${en}`);
  return 1;
}
