import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/server/setup/root.mjs';
import { runAloud } from '../../src/server/setup/run.mjs';
import { say } from '../../src/server/setup/say.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, zh: string, command: string, args: string[], count?: () => Count, env?: NodeJS.ProcessEnv }} Step
 * @typedef {{ name: string, isOk: boolean, seconds: number, passed: number, failed: number }} Outcome
 */

const results = join(root, 'test-results');

/** @param {string} name */
const bin = (name) => join(root, 'node_modules/.bin', name);

/** @param {string} name @param {string} zh @param {string[]} args @returns {Step} */
function vitest(name, zh, args) {
  const file = join(results, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return {
    name,
    zh,
    command: bin('vitest'),
    args: ['run', ...reporters, ...args],
    count: () => countVitest(file),
  };
}

const BOUNDARIES = 'tests/boundaries.test.ts';

/** Every check there is, in the order in which a fault is cheapest to find. @satisfies {Record<string, Step>} */
export const steps = {
  types: { name: 'types', zh: '类型', command: bin('tsc'), args: ['-b'] },
  lint: { name: 'lint', zh: '代码规范', command: bin('biome'), args: ['check', '--error-on-warnings'] },
  boundaries: vitest('boundaries', '模块边界', ['--project', 'node', BOUNDARIES]),
  unit: vitest('unit', '单元测试', ['--project', 'node', '--exclude', BOUNDARIES]),
  web: vitest('web', '浏览器内单元测试', ['--project', 'web']),
  build: { name: 'build', zh: '构建', command: process.execPath, args: ['src/server/build.mjs'] },
  flows: /** @type {Step} */ ({
    name: 'flows',
    zh: '整套流程（真实浏览器与服务器）',
    command: bin('playwright'),
    args: ['test', '-c', 'tests/playwright.config.ts'],
    count: () => countPlaywright(join(results, 'flows.json')),
  }),
};

/** No flow is written yet: the only emptiness that is forgiven. */
export function hasFlows() {
  const folder = join(root, 'tests/flows');
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.spec.ts'));
}

/** @param {Step} step @returns {Promise<Outcome>} */
export async function runStep({ name, zh, command, args, count, env }) {
  mkdirSync(results, { recursive: true });
  if (count) rmSync(join(results, `${name}.json`), { force: true });
  say(`${zh}……`, `${name}…`);
  const startedAt = Date.now();
  const code = await runAloud(command, args, { cwd: root, ...(env ? { env } : {}) });
  const seconds = (Date.now() - startedAt) / 1000;
  const { passed, failed } = code === 127 || !count ? { passed: 0, failed: 0 } : count();
  // Whatever ends badly has failed at least once, also when no single test can be named.
  return { name, isOk: code === 0, seconds, passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

/** @param {Outcome[]} outcomes */
export function printSummary(outcomes) {
  console.log('');
  for (const { name, isOk, seconds, passed, failed } of outcomes) {
    const tests = passed + failed > 0 ? `${passed} passed${failed ? `, ${failed} failed` : ''}` : '';
    console.log(`${isOk ? 'ok  ' : 'FAIL'} ${name.padEnd(11)} ${seconds.toFixed(1).padStart(6)} s  ${tests}`);
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = outcomes.every(({ isOk }) => isOk) && failed === 0 ? 0 : 1;
}

/** @param {string} file @returns {Count} */
function countVitest(file) {
  const report = read(file);
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

/** @param {string} file @returns {Count} */
function countPlaywright(file) {
  const stats = read(file)?.stats;
  return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) };
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
