import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mayRoles, type Permission, type Role, roleIds } from '../contract/account.ts';
import { momentOf } from '../contract/day.ts';
import { StaffId, type SubmissionId } from '../contract/id.ts';
import { routes } from '../contract/routes.ts';
import { openSession } from './account/session.ts';
import { insertAccount } from './store/account.ts';
import { openTestHall, type TestHall } from './test-hall.ts';
import { enrolMachine, type TestMachine, upload } from './test-machine.ts';

// PBKDF2 and Argon2 are slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Every desk route × every role, alone: who may not is told so, who may gets through the door. */

let hall: TestHall;
let machine: TestMachine;
let id: SubmissionId;
const cookies = new Map<Role | 'none', string>();

const cookieOf = async (role: Role | 'none'): Promise<string> => {
  const staff = {
    id: v.parse(StaffId, `s-${role}0000000`),
    name: role,
    roles: role === 'none' ? [] : [role],
    department: null,
  };
  await hall.deps.store.transaction((trx) =>
    insertAccount(trx, {
      id: staff.id,
      login: role,
      name: role,
      password_hash: 'none',
      roles: JSON.stringify(staff.roles),
      created_at: momentOf(hall.deps.clock()),
      disabled_at: null,
    }),
  );
  return `desk=${(await openSession(hall.deps, staff)).token}`;
};

beforeAll(async () => {
  hall = await openTestHall();
  machine = await enrolMachine(hall);
  const envelope = await machine.seal();
  await upload(hall, envelope);
  id = envelope.submission;
  for (const role of [...roleIds, 'none'] as const) cookies.set(role, await cookieOf(role));
});
afterAll(() => hall.close());

interface Row {
  readonly method: string;
  readonly path: () => string;
  readonly needs: Permission | 'any';
  readonly body?: unknown;
}

const NOBODY = 's-nobody00';
const NO_BATCH = 'b-none00';

const rows: readonly Row[] = [
  { method: 'GET', path: () => routes.staff.today, needs: 'any' },
  { method: 'POST', path: () => routes.staff.password, needs: 'any', body: {} },
  { method: 'GET', path: () => routes.staff.secondStep, needs: 'any' },
  { method: 'POST', path: () => routes.staff.secondStepSecret, needs: 'any', body: {} },
  { method: 'POST', path: () => routes.staff.secondStepConfirmation, needs: 'any', body: {} },
  { method: 'POST', path: () => routes.staff.secondStepEnd, needs: 'any', body: {} },
  { method: 'GET', path: () => routes.staff.sessions, needs: 'any' },
  { method: 'POST', path: () => routes.staff.sessionsEnd, needs: 'any', body: {} },
  { method: 'POST', path: () => routes.staff.personSessionsEnd(NOBODY), needs: 'account.manage' },
  { method: 'GET', path: () => routes.staff.hall, needs: 'hall.read' },
  { method: 'GET', path: () => routes.staff.hallEntries, needs: 'hall.read' },
  { method: 'PUT', path: () => routes.staff.hall, needs: 'hall.edit', body: {} },
  { method: 'POST', path: () => routes.staff.hallDecision, needs: 'content.sign', body: {} },
  { method: 'GET', path: () => routes.staff.audit, needs: 'audit.read' },
  { method: 'GET', path: () => routes.staff.auditCheck, needs: 'audit.read' },
  { method: 'GET', path: () => routes.staff.people, needs: 'account.manage' },
  { method: 'POST', path: () => routes.staff.people, needs: 'account.manage', body: {} },
  { method: 'PUT', path: () => routes.staff.person(NOBODY), needs: 'account.manage', body: {} },
  { method: 'POST', path: () => routes.staff.personInvitation(NOBODY), needs: 'account.manage' },
  { method: 'POST', path: () => routes.staff.personDisabling(NOBODY), needs: 'account.manage' },
  { method: 'POST', path: () => routes.staff.personEnabling(NOBODY), needs: 'account.manage' },
  { method: 'GET', path: () => routes.staff.machines, needs: 'machine.read' },
  {
    method: 'POST',
    path: () => routes.staff.machineConfirmation(machine.enrolled.machine),
    needs: 'machine.manage',
    body: {},
  },
  {
    method: 'PUT',
    path: () => routes.staff.machinePlace(machine.enrolled.machine),
    needs: 'machine.manage',
    body: { place: '大厅东侧' },
  },
  // Without its reason, so that the machine serves the rows below.
  {
    method: 'POST',
    path: () => routes.staff.machineRevocation(machine.enrolled.machine),
    needs: 'machine.manage',
    body: {},
  },
  { method: 'GET', path: () => routes.staff.incidents, needs: 'machine.read' },
  { method: 'POST', path: () => routes.staff.incidentsSeen, needs: 'incident.settle', body: { ids: [1] } },
  { method: 'GET', path: () => routes.staff.entries, needs: 'content.read' },
  { method: 'GET', path: () => routes.staff.entry('guide/none'), needs: 'content.read' },
  { method: 'PUT', path: () => routes.staff.entry('guide/none'), needs: 'content.edit', body: {} },
  { method: 'POST', path: () => routes.staff.entryMove('guide/none'), needs: 'content.read', body: {} },
  { method: 'PUT', path: () => routes.staff.entryEnd('guide/none'), needs: 'content.publish', body: {} },
  { method: 'PUT', path: () => routes.staff.entrySheet('guide/none'), needs: 'content.edit', body: {} },
  { method: 'POST', path: () => routes.staff.entryMask('guide/none'), needs: 'content.mask', body: {} },
  { method: 'GET', path: () => routes.staff.entryNamedBy('guide/none'), needs: 'content.read' },
  // Who reads only says nothing: comment.ts asks that.
  { method: 'PUT', path: () => routes.staff.commentDone('guide/none', 1), needs: 'content.read', body: {} },
  { method: 'POST', path: () => routes.staff.entryComment('guide/none'), needs: 'content.read', body: {} },
  { method: 'GET', path: () => routes.staff.entryHistory('guide/none'), needs: 'content.read' },
  { method: 'GET', path: () => routes.staff.entryRevision('guide/none', 1), needs: 'content.read' },
  {
    method: 'POST',
    path: () => routes.staff.entryRestoration('guide/none'),
    needs: 'content.edit',
    body: { from: 1, basedOn: 2 },
  },
  { method: 'GET', path: () => routes.staff.pastWritings('guide/none'), needs: 'content.edit' },
  { method: 'GET', path: () => routes.staff.pastWriting('guide/none', 1), needs: 'content.edit' },
  { method: 'GET', path: () => routes.staff.hallHistory, needs: 'hall.read' },
  { method: 'GET', path: () => routes.staff.hallVersion('c1'), needs: 'hall.read' },
  { method: 'GET', path: () => routes.staff.reviewWay, needs: 'account.manage' },
  { method: 'PUT', path: () => routes.staff.reviewWay, needs: 'account.manage', body: {} },
  { method: 'GET', path: () => routes.staff.writings, needs: 'content.edit' },
  { method: 'GET', path: () => routes.staff.writing('guide/none'), needs: 'content.edit' },
  { method: 'PUT', path: () => routes.staff.writing('guide/none'), needs: 'content.edit', body: {} },
  { method: 'DELETE', path: () => routes.staff.writing('guide/none'), needs: 'content.edit' },
  { method: 'GET', path: () => routes.staff.exportList('none'), needs: 'content.read' },
  { method: 'POST', path: () => routes.staff.exportEntries, needs: 'content.read', body: {} },
  { method: 'GET', path: () => routes.staff.exportFiles, needs: 'content.read' },
  { method: 'GET', path: () => routes.staff.exportZip, needs: 'content.read' },
  { method: 'GET', path: () => routes.staff.template('none'), needs: 'content.edit' },
  { method: 'GET', path: () => routes.staff.batches, needs: 'content.edit' },
  { method: 'POST', path: () => routes.staff.batches, needs: 'content.edit', body: {} },
  { method: 'GET', path: () => routes.staff.batch(NO_BATCH), needs: 'content.edit' },
  { method: 'GET', path: () => routes.staff.batchRows(NO_BATCH), needs: 'content.edit' },
  { method: 'GET', path: () => routes.staff.batchReport(NO_BATCH), needs: 'content.edit' },
  { method: 'POST', path: () => routes.staff.batchStart(NO_BATCH), needs: 'content.edit', body: {} },
  { method: 'POST', path: () => routes.staff.batchStop(NO_BATCH), needs: 'content.edit', body: {} },
  { method: 'POST', path: () => routes.staff.batchUndo(NO_BATCH), needs: 'content.edit', body: {} },
  { method: 'POST', path: () => routes.staff.batchSend(NO_BATCH), needs: 'content.edit', body: {} },
  { method: 'DELETE', path: () => routes.staff.batch(NO_BATCH), needs: 'content.edit' },
  { method: 'POST', path: () => routes.staff.files, needs: 'content.edit', body: {} },
  { method: 'GET', path: () => routes.staff.file('none'), needs: 'content.read' },
  { method: 'GET', path: () => routes.staff.fileBytes('none'), needs: 'content.read' },
  { method: 'GET', path: () => routes.staff.publication, needs: 'content.read' },
  { method: 'POST', path: () => routes.staff.publication, needs: 'content.publish', body: {} },
  { method: 'GET', path: () => routes.staff.snapshots, needs: 'content.read' },
  { method: 'GET', path: () => routes.staff.rollbackPlan(1), needs: 'content.publish' },
  { method: 'POST', path: () => routes.staff.rollback, needs: 'content.publish', body: {} },
  { method: 'GET', path: () => routes.staff.timeliness, needs: 'content.read' },
  { method: 'GET', path: () => routes.staff.digest('2026-11-23'), needs: 'content.read' },
  {
    method: 'GET',
    path: () => routes.staff.accountability('2026-01-01', '2026-12-31'),
    needs: 'content.read',
  },
  { method: 'GET', path: () => routes.staff.dueItems, needs: 'content.read' },
  { method: 'POST', path: () => routes.staff.dueItems, needs: 'content.announce', body: {} },
  {
    method: 'POST',
    path: () => routes.staff.dueItemSettlement('d-none00'),
    needs: 'content.announce',
    body: { how: 'closed', reason: '不用公开' },
  },
  { method: 'GET', path: () => routes.staff.submissions, needs: 'submission.list' },
  { method: 'GET', path: () => routes.staff.submission(id), needs: 'submission.list' },
  { method: 'POST', path: () => routes.staff.opening(id), needs: 'submission.open' },
  {
    method: 'POST',
    path: () => routes.staff.submissionMove(id),
    needs: 'submission.move',
    // Never legal, so that each role finds the same state.
    body: { move: 'archive', from: 'received' },
  },
  {
    method: 'POST',
    path: () => routes.staff.proposalDecision(id),
    needs: 'submission.approve',
    body: { act: 'approve', n: 1 },
  },
  { method: 'POST', path: () => routes.staff.proposalTakeBack(id), needs: 'submission.move', body: { n: 1 } },
];

const isAllowed = (role: Role | 'none', needs: Permission | 'any'): boolean =>
  needs === 'any' || (role !== 'none' && mayRoles([role], needs));

describe.each(rows)('$method needs $needs', ({ method, path, needs, body }) => {
  const ask = (cookie?: string, headers = {}) =>
    hall.ask(method, path(), { ...(body === undefined ? {} : { body }), cookie, headers });

  it('turns away who has not logged in', async () => {
    expect((await ask()).status).toBe(401);
    expect((await ask(`desk=${'x'.repeat(43)}`)).status).toBe(401);
  });

  it.each([...roleIds, 'none'] as const)('judges %s by the table', async (role) => {
    const answer = await ask(cookies.get(role));
    // Through the door: done, or refused for what it asks, not for who asks.
    if (isAllowed(role, needs)) expect([200, 400, 404, 409, 422]).toContain(answer.status);
    else expect(answer.status).toBe(403);
  });

  it('does nothing for another site', async () => {
    if (method === 'GET') return;
    const headers = { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' };
    for (const role of roleIds) expect((await ask(cookies.get(role), headers)).status).toBe(403);
  });

  it('bears our media type and is kept by no cache', async () => {
    const answer = await ask(cookies.get('officer'));
    expect(answer.headers.get('content-type')).toBe('application/vnd.bianminping+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('the desk as a whole', () => {
  const paths = () => {
    // What is laid over all of them (`*`) is no route.
    const staff = hall.app.routes.filter(({ path }) => path.startsWith('/api/staff/') && !path.endsWith('*'));
    return [...new Set(staff.map(({ method, path }) => `${method} ${path}`))];
  };

  it('has no route that this table does not know', () => {
    const shape = (text: string) =>
      text
        .replace(id, ':id')
        .replace(machine.enrolled.machine, ':id')
        .replace(NOBODY, ':id')
        .replace(NO_BATCH, ':id')
        .replace('export/list/none', 'export/list/:kind')
        .replace('template/none', 'template/:kind')
        .replace('guide/none', ':kind/:name')
        .replace('rollback/1', 'rollback/:to')
        .replace('revision/1', 'revision/:revision')
        .replace('past/1', 'past/:n')
        .replace('comment/1', 'comment/:n')
        .replace('history/c1', 'history/:key')
        .replace('d-none00', ':id')
        .replace('file/none', 'file/:digest')
        .replace('digest/2026-11-23', 'digest/:from')
        .replace('2026-01-01/2026-12-31', ':from/:until');
    const known = rows.map(({ method, path }) => `${method} ${shape(path())}`);
    const session = ['POST', 'GET', 'DELETE'].map((method) => `${method} ${routes.staff.session}`);
    // Whoever was invited has no session yet: the code speaks for them.
    const door = [...session, `POST ${routes.staff.welcome}`];
    expect(paths().sort()).toEqual([...known, ...door].sort());
  });
});
