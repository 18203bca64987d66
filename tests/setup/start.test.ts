import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { debianCommand } from '../../src/server/setup/debian.mjs';
import { isInstalled, sourceStamp } from '../../src/server/setup/freshness.mjs';
import { lastLines, runQuietly } from '../../src/server/setup/run.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('a Node that is too old is told so in a sentence, before anything is loaded that it cannot read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'node-'));
  const older = join(folder, 'older.cjs');
  writeFileSync(
    older,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });`,
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-r', older, join(root, 'src/server/start.mjs')],
    {
      encoding: 'utf8',
    },
  );
  rmSync(folder, { recursive: true });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('需要 Node.js 20.19 或更新的版本，这里是 18.20.4');
  expect(stderr).not.toContain('    at ');
});

test('the stamp of the sources is the same until a source changes', () => {
  expect(sourceStamp()).toMatch(/^[0-9a-f]{32}$/);
  expect(sourceStamp()).toBe(sourceStamp());
  expect(isInstalled()).toBe(true);
});

test('a program that cannot be found or fails is a result, not a crash', async () => {
  expect((await runQuietly('no-such-program-here', [])).code).toBe(127);
  const failed = await runQuietly(process.execPath, [
    '-e',
    'console.log("a\\nb"); console.error("c"); process.exit(3)',
  ]);
  expect(failed.code).toBe(3);
  expect(lastLines(failed.output, 2)).toBe('b\nc');
});

test('what a person would type is what would be run', () => {
  expect(debianCommand(['make', 'g++'])).toMatch(
    /^(sudo )?apt-get install -y --no-install-recommends make g\+\+$/,
  );
});
