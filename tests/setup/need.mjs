import { existsSync } from 'node:fs';
import { missingForVoice } from '../../kiosk/voice.mjs';
import { debianCommand, hasProgram, installDebian } from '../../src/server/setup/debian.mjs';
import { ensurePackages } from '../../src/server/setup/packages.mjs';
import { say, stop } from '../../src/server/setup/say.mjs';

const CJK_FONTS = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk',
  '/System/Library/Fonts',
];

/** What the tests need beside npm's packages: a browser, letters for it to draw, and a reader for the paper it makes. */
const SYSTEM = [
  {
    debian: 'chromium',
    isThere: () => Boolean(process.env.CHROMIUM) || hasProgram('chromium') || hasProgram('chromium-browser'),
  },
  { debian: 'fonts-noto-cjk', isThere: () => CJK_FONTS.some((path) => existsSync(path)) },
  { debian: 'poppler-utils', isThere: () => hasProgram('pdftotext') },
  { debian: 'poppler-data', isThere: () => !hasProgram('apt-get') || existsSync('/usr/share/poppler/cMap') },
];

/** Brings here what is missing; where that is not allowed, says in one sentence what to type, and stops. */
export async function ensureTestNeeds() {
  // The compiler of the database driver and the download of a browser do not stand in each other's way.
  await Promise.all([ensurePackages(), ensureSystem()]);
}

async function ensureSystem() {
  const missing = SYSTEM.filter(({ isThere }) => !isThere()).map(({ debian }) => debian);
  if (missing.length === 0) return ensureVoice();
  say(`测试缺少：${missing.join(' ')}`, `the tests need: ${missing.join(' ')}`);
  if (await installDebian(missing)) return ensureVoice();
  stop(
    `请先安装测试所需的软件，再重新 npm test：${debianCommand(missing)}`,
    'install these first (elsewhere than on Debian, CHROMIUM=/path/to/chromium names a browser), then npm test again.',
  );
}

/** One flow alone needs a voice: where none can be installed it is left out, and that is said. */
export async function ensureVoice(missing = missingForVoice()) {
  if (missing.length === 0 || (await installDebian(missing))) return;
  say(
    `没有装上 ${missing.join(' ')}，“念给我听”的真声流程会跳过；要它也跑，请先执行：${debianCommand(missing)}`,
    'the flow that reads aloud with a real voice is left out; the command installs what it needs',
  );
}
