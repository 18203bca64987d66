import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysOf, type Typed } from './choosing.ts';

const SHARED = '/usr/share/rime-data';
const SCHEMA = 'luna_pinyin';

/** Debian's librime with its default schema, simplified, learning nothing, on the same phrases. */
export function typeInLibrime(phrases: readonly string[]): readonly Typed[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-rime-'));
  try {
    const program = join(folder, 'rime');
    execFileSync('cc', ['-O1', '-o', program, join(import.meta.dirname, 'rime.c'), '-lrime']);
    const user = join(folder, 'user');
    mkdirSync(user);
    writeFileSync(join(user, 'default.custom.yaml'), `patch:\n  schema_list:\n    - schema: ${SCHEMA}\n`);
    writeFileSync(join(user, `${SCHEMA}.custom.yaml`), 'patch:\n  translator/enable_user_dict: false\n');
    const input = phrases.map((phrase) => `${keysOf(phrase)}\t${phrase}\n`).join('');
    const output = execFileSync(program, [SHARED, user, SCHEMA], { input, encoding: 'utf8' });
    const lines = output.split('\n').filter((line) => line !== '');
    return phrases.map((phrase, at) => {
      const parts = (lines[at] ?? '').split('\t');
      return { phrase, keys: keysOf(phrase), five: parts.slice(0, 5), choices: Number(parts[5] ?? -1) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
