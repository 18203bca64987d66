import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { missingForVoice, voiceInWords } from './voice.mjs';

let machine: string;
beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'machine-'));
});
afterEach(() => rmSync(machine, { recursive: true, force: true }));

const has = (file: string): void => {
  mkdirSync(join(machine, dirname(file)), { recursive: true });
  writeFileSync(join(machine, file), '');
};

it('names what a bare machine needs before it can read aloud, and what to type', () => {
  const all = ['speech-dispatcher', 'speech-dispatcher-espeak-ng', 'espeak-ng'];
  expect(missingForVoice(machine)).toEqual(all);
  expect(voiceInWords(all)[0]).toContain(
    'apt-get install speech-dispatcher speech-dispatcher-espeak-ng espeak-ng',
  );
});

it('names only what is missing, wherever Debian keeps the module, and is content with all of it', () => {
  has('usr/bin/speech-dispatcher');
  has('usr/bin/espeak-ng');
  expect(missingForVoice(machine)).toEqual(['speech-dispatcher-espeak-ng']);
  has('usr/libexec/speech-dispatcher-modules/sd_espeak-ng');
  expect(missingForVoice(machine)).toEqual([]);
  expect(voiceInWords([])[0]).toContain('有“念给我听”');
});
