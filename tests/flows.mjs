/** `npm run flows [-- NAME…]`: builds what is stale, then runs the flows, all or those whose file or title bears a name. */
import { isBuilt } from '../src/server/setup/freshness.mjs';
import { Stopped } from '../src/server/setup/say.mjs';
import { ensureTestNeeds } from './setup/need.mjs';
import { printSummary, runStep, steps } from './setup/step.mjs';

try {
  await ensureTestNeeds();
  const outcomes = isBuilt() ? [] : [await runStep(steps.build)];
  if (outcomes.every(({ isOk }) => isOk)) {
    const args = [...steps.flows.args, ...process.argv.slice(2)];
    outcomes.push(await runStep({ ...steps.flows, args }));
  }
  printSummary(outcomes);
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  process.exitCode = error.code;
}
