/**
 * `npm test`: everything that says whether this tree is good, on a machine where nothing was installed beforehand.
 * Ends with one line, "N passed, N failed". A step that fails does not hide the next ones; flows need a build.
 */
import { Stopped } from '../src/server/setup/say.mjs';
import { ensureTestNeeds } from './setup/need.mjs';
import { hasFlows, printSummary, runStep, steps } from './setup/step.mjs';

try {
  await ensureTestNeeds();
  const outcomes = [];
  const { flows, ...before } = steps;
  for (const step of Object.values(before)) outcomes.push(await runStep(step));
  const isBuilt = outcomes.at(-1)?.isOk;
  if (hasFlows() && isBuilt) outcomes.push(await runStep(flows));
  else if (hasFlows()) outcomes.push({ name: 'flows', isOk: false, seconds: 0, passed: 0, failed: 1 });
  printSummary(outcomes);
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  process.exitCode = error.code;
}
