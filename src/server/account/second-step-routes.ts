import { Hono } from 'hono';
import { routes } from '../../contract/routes.ts';
import { ConfirmSecondStep, WithPassword } from '../../contract/second-step.ts';
import type { Deps } from '../deps.ts';
import { readJson } from '../http/body.ts';
import { type DeskEnv, needs } from '../http/guard.ts';
import { answer, refuse, respond } from '../http/respond.ts';
import { makeSecondStep } from './second-step.ts';

/** One's own 两步验证; everybody may, whatever their role. */
export function secondStepRoutes(deps: Deps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const anybody = needs(deps, 'any');
  const desk = makeSecondStep(deps);
  const { secondStep, secondStepSecret, secondStepConfirmation, secondStepEnd } = routes.staff;

  app.get(secondStep, anybody, async (c) => respond(c, await desk.show(c.var.staff)));

  app.post(secondStepSecret, anybody, async (c) => {
    const asked = await readJson(c, WithPassword, 2_000);
    return asked.ok ? answer(c, await desk.begin(c.var.staff, asked.value)) : refuse(c, asked.problem);
  });

  app.post(secondStepConfirmation, anybody, async (c) => {
    const asked = await readJson(c, ConfirmSecondStep, 2_000);
    return asked.ok ? answer(c, await desk.confirm(c.var.staff, asked.value)) : refuse(c, asked.problem);
  });

  app.post(secondStepEnd, anybody, async (c) => {
    const asked = await readJson(c, WithPassword, 2_000);
    return asked.ok ? answer(c, await desk.end(c.var.staff, asked.value)) : refuse(c, asked.problem);
  });
  return app;
}
