/** `npm run bench [-- 1 4 9]`: the benchmarks of that number, or all, against a build that is as the sources are. */
import { isBuilt } from '../../src/server/setup/freshness.mjs';
import { root } from '../../src/server/setup/root.mjs';
import { runAloud, runQuietly } from '../../src/server/setup/run.mjs';
import { Stopped, say, stop } from '../../src/server/setup/say.mjs';
import { ensureTestNeeds } from '../setup/need.mjs';

try {
  await ensureTestNeeds();
  if (!isBuilt()) {
    say('构建……', 'building…');
    const { code, output } = await runQuietly(process.execPath, ['src/server/build.mjs'], { cwd: root });
    if (code !== 0) stop('构建失败。', output);
  }
  const args = ['--import', 'tsx', 'tests/bench/bench.ts', ...process.argv.slice(2)];
  process.exitCode = await runAloud(process.execPath, args, { cwd: root });
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  process.exitCode = error.code;
}
