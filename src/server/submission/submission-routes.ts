import type { Context } from 'hono';
import { Hono } from 'hono';
import * as v from 'valibot';
import { MoveSubmission } from '../../contract/desk-submission.ts';
import { MAX_ENVELOPE_BYTES } from '../../contract/envelope.ts';
import { SubmissionId } from '../../contract/id.ts';
import { DecideProposal, proposalActs, TakeBackProposal } from '../../contract/proposal.ts';
import { routes } from '../../contract/routes.ts';
import type { Deps } from '../deps.ts';
import { addressOf } from '../http/address.ts';
import { readJson, readText } from '../http/body.ts';
import { type DeskEnv, needs } from '../http/guard.ts';
import { answer, refuse, respond } from '../http/respond.ts';
import { findSubmission } from '../store/submission.ts';
import { makeCommit } from './commit-queue.ts';
import { makeDefinitions } from './definition.ts';
import { moveOn } from './move.ts';
import { open } from './open.ts';
import { makeLookUp, ProgressQuery } from './progress.ts';
import { type Asked, settle, TAKE_BACK } from './proposal.ts';
import { makeQuota } from './quota.ts';
import { receive } from './receive.ts';
import { detailOf, listRows } from './row.ts';
import { today } from './today.ts';

const MAX_QUERY_BYTES = 2_000;

/** What visitors file: from the screen's upload to the officer's reply, and the visitor's look at how far it is. */
export function submissionRoutes(deps: Deps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const inner = { ...deps, definitions: makeDefinitions(deps) };
  visitorRoutes(app, inner);
  deskRoutes(app, inner);
  return app;
}

type Inner = Deps & { readonly definitions: ReturnType<typeof makeDefinitions> };

function visitorRoutes(app: Hono<DeskEnv>, deps: Inner): void {
  const quota = makeQuota(deps.clock);
  const lookUp = makeLookUp(deps);
  const receiving = { ...deps, quota: quota.ofMachine, commit: makeCommit(deps) };

  app.put(routes.submission(':id'), async (c) => {
    const seconds = quota.ofAddress(addressOf(c, deps));
    if (seconds > 0) return refuse(c, { code: 'too-many-tries', seconds });
    const text = await readText(c, MAX_ENVELOPE_BYTES);
    if (!text.ok) return refuse(c, text.problem);
    const received = await receive(receiving, c.req.param('id') ?? '', text.value);
    if (!received.ok) return refuse(c, received.problem);
    return respond(c, received.value.receipt, received.value.isNew ? 201 : 200);
  });

  app.post(routes.progress, async (c) => {
    const query = await readJson(c, ProgressQuery, MAX_QUERY_BYTES);
    return query.ok ? answer(c, await lookUp(query.value, addressOf(c, deps))) : refuse(c, query.problem);
  });
}

function deskRoutes(app: Hono<DeskEnv>, deps: Inner): void {
  const { staff } = routes;

  app.get(staff.today, needs(deps, 'any'), async (c) => respond(c, await today(deps, c.var.staff)));

  app.get(staff.submissions, needs(deps, 'submission.list'), async (c) => respond(c, await listRows(deps)));

  app.get(staff.submission(':id'), needs(deps, 'submission.list'), (c) => detail(c, deps));

  app.post(staff.opening(':id'), needs(deps, 'submission.open'), async (c) => {
    const id = idOf(c);
    return id ? answer(c, await open(deps, id, c.var.staff)) : refuse(c, { code: 'no-such-thing' });
  });

  app.post(staff.submissionMove(':id'), needs(deps, 'submission.move'), async (c) => {
    const id = idOf(c);
    if (!id) return refuse(c, { code: 'no-such-thing' });
    const move = await readJson(c, MoveSubmission);
    if (!move.ok) return refuse(c, move.problem);
    const moved = await moveOn(deps, id, { move: move.value, by: c.var.staff });
    return moved.ok ? detail(c, deps) : refuse(c, moved.problem);
  });

  app.post(staff.proposalDecision(':id'), needs(deps, proposalActs.approve.needs), async (c) => {
    const decide = await readJson(c, DecideProposal);
    return decide.ok ? settleIn(c, deps, decide.value) : refuse(c, decide.problem);
  });

  app.post(staff.proposalTakeBack(':id'), needs(deps, proposalActs['take-back'].needs), async (c) => {
    const take = await readJson(c, TakeBackProposal);
    return take.ok ? settleIn(c, deps, { ...take.value, act: TAKE_BACK }) : refuse(c, take.problem);
  });
}

async function settleIn(c: Context<DeskEnv>, deps: Inner, asked: Asked): Promise<Response> {
  const id = idOf(c);
  if (!id) return refuse(c, { code: 'no-such-thing' });
  const done = await settle(deps, id, { asked, by: c.var.staff });
  return done.ok ? detail(c, deps) : refuse(c, done.problem);
}

function idOf(c: Context): SubmissionId | null {
  const id = v.safeParse(SubmissionId, c.req.param('id'));
  return id.success ? id.output : null;
}

async function detail(c: Context, deps: Inner): Promise<Response> {
  const id = idOf(c);
  const row = id ? await findSubmission(deps.store.db, id) : null;
  return row ? respond(c, await detailOf(deps, row)) : refuse(c, { code: 'no-such-thing' });
}
