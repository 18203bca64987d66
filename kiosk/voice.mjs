import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What Debian's Chromium reads aloud with, each package with a file that tells of it. espeak-ng brings the Mandarin voice. */
const NEEDS = [
  { debian: 'speech-dispatcher', files: ['usr/bin/speech-dispatcher'] },
  {
    debian: 'speech-dispatcher-espeak-ng',
    files: [
      'usr/lib/speech-dispatcher-modules/sd_espeak-ng',
      'usr/libexec/speech-dispatcher-modules/sd_espeak-ng',
    ],
  },
  { debian: 'espeak-ng', files: ['usr/bin/espeak-ng'] },
];

/**
 * Debian's packages that a Mandarin voice of this machine's own still needs.
 *
 * @param {string} [root] another folder that stands for the machine
 * @returns {string[]}
 */
export function missingForVoice(root = '/') {
  const isThere = (/** @type {string[]} */ files) => files.some((file) => existsSync(join(root, file)));
  return NEEDS.filter(({ files }) => !isThere(files)).map(({ debian }) => debian);
}

/**
 * The line on the screen's health that tells of its voice.
 *
 * @param {string[]} missing
 * @returns {[zh: string, en: string]}
 */
export function voiceInWords(missing) {
  if (missing.length === 0) return ['有本机的普通话语音，屏上有“念给我听”', 'a Mandarin voice is here'];
  const command = `apt-get install ${missing.join(' ')}`;
  return [
    `没有普通话语音，屏上没有“念给我听”；要它就安装：${command}`,
    'no Mandarin voice: nothing is read aloud',
  ];
}
