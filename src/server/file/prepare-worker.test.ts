import { fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { docx } from './test-file.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A process that nobody has taken note of yet is dead all the same. */
const isAlive = (pid: number): boolean => {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
};

it.runIf(existsSync('/proc/self/stat'))(
  'dies with its server, and what it started and wrote goes with it',
  { timeout: 60_000 },
  async () => {
    const place = mkdtempSync(join(tmpdir(), 'bianminping-office-'));
    const folder = join(place, 'work');
    mkdirSync(folder);
    // A converter that never comes to an end.
    const office = `#!/bin/sh\necho $$ > "${place}/pid"\nexec sleep 600\n`;
    writeFileSync(join(place, 'soffice'), office, { mode: 0o755 });
    const worker = fork(fileURLToPath(new URL('prepare-worker.ts', import.meta.url)), {
      detached: true,
      serialization: 'advanced',
      execArgv: ['--import', 'tsx'],
      env: { PATH: `${place}:${process.env.PATH ?? ''}` },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    worker.send({ type: WORD, bytes: docx(), folder });
    const pid = await vi.waitFor(() => {
      const said = Number(readFileSync(join(place, 'pid'), 'utf8'));
      expect(said).toBeGreaterThan(0);
      return said;
    }, 40_000);
    try {
      // What a kill of the server looks like from here.
      worker.disconnect();
      await vi.waitFor(() => expect([isAlive(pid), existsSync(folder)]).toEqual([false, false]), 20_000);
    } finally {
      if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    }
  },
);
