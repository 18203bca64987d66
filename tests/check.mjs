/** `npm run check`: what can be said without running the program: types, lint, boundaries. Half a minute. */
import { Stopped } from '../src/server/setup/say.mjs';
import { ensureTestNeeds } from './setup/need.mjs';
import { printSummary, runStep, steps } from './setup/step.mjs';

try {
  await ensureTestNeeds();
  printSummary([await runStep(steps.types), await runStep(steps.lint), await runStep(steps.boundaries)]);
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
  process.exitCode = error.code;
}
