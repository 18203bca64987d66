import { afterEach, expect, it, vi } from 'vitest';
import { ensureVoice } from './need.mjs';

const path = process.env.PATH;
afterEach(() => {
  process.env.PATH = path;
  vi.restoreAllMocks();
});

it('says in words that the flow with a voice is left out where nothing can be installed, and goes on', async () => {
  const said: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => said.push(String(words)) > 0);
  // A machine without apt-get.
  process.env.PATH = '/nonexistent';
  await ensureVoice(['speech-dispatcher', 'espeak-ng']);
  expect(said.join()).toContain('会跳过');
  expect(said.join()).toContain('apt-get install -y --no-install-recommends speech-dispatcher espeak-ng');
  said.length = 0;
  await ensureVoice([]);
  expect(said).toEqual([]);
});
