import { describe, expect, test } from 'vitest';
import { MEDIA_TYPE, routes } from '../../contract/routes.ts';
import { makeApi } from './api.ts';
import type { Ask } from './call.ts';

const session = {
  staff: { id: 's-abcdef', name: '王晓梅（示例）' },
  roles: ['editor'],
  department: null,
  hallName: '嘎什根乡便民服务大厅',
  expiresAt: '2026-11-24T10:00:00.000Z',
};
const json = (body: unknown, status = 200, type: string = MEDIA_TYPE): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
const answering = (response: () => Response | Promise<Response>) => makeApi(async () => response());

describe('an answer counts only when it is ours', () => {
  test('fits its schema', async () => {
    expect(await answering(() => json(session)).session()).toEqual({ ok: true, value: session });
    expect(await answering(() => json(session, 200, `${MEDIA_TYPE}; charset=utf-8`)).session()).toMatchObject(
      { ok: true },
    );
  });

  test.each([
    [
      'a log-in page of the network',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'not-our-server',
    ],
    ['plain JSON of somebody', () => json(session, 200, 'application/json'), 'not-our-server'],
    ['a proxy’s error page', () => new Response('Bad gateway', { status: 502 }), 'not-our-server'],
    [
      'half an answer',
      () => new Response('{"staff":', { headers: { 'content-type': MEDIA_TYPE } }),
      'not-our-server',
    ],
    ['silence', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
    ['a waiting that was broken off', () => Promise.reject(new DOMException('', 'TimeoutError')), 'offline'],
    ['another shape', () => json({ ...session, roles: ['king'] }), 'unexpected'],
    ['a problem that nobody knows', () => json({ problem: { code: 'new-one' } }, 400), 'unexpected'],
    [
      'a problem without what its sentence needs',
      () => json({ problem: { code: 'bad-input' } }, 400),
      'unexpected',
    ],
    ['a problem', () => json({ problem: { code: 'not-logged-in' }, say: '' }, 401), 'not-logged-in'],
  ])('%s', async (_, response, code) => {
    expect(await answering(response).session()).toMatchObject({ ok: false, problem: { code } });
  });

  test('a problem keeps its fields', async () => {
    const problem = { code: 'edited-meanwhile', by: '李国强（示例）', revision: 5 };
    const saved = await answering(() => json({ problem, say: '' }, 409)).save('guide/a' as never, {
      basedOn: 4,
      entry: {},
    });
    expect(saved).toEqual({ ok: false, problem });
  });
});

describe('what is asked', () => {
  test('method, address and body', async () => {
    const asked: unknown[] = [];
    const ask: Ask = async (path, init) => {
      asked.push([
        init.method,
        path,
        init.body ?? null,
        (init.headers as Record<string, string>)['content-type'] ?? null,
      ]);
      return new Response(null, { status: 204 });
    };
    const api = makeApi(ask);
    await api.logOut();
    await api.rollBack({ to: 3, reason: '写错了' });
    await api.moveEntry('guide/pension-claim' as never, { move: 'submit', revision: 2 });
    expect(asked).toEqual([
      ['DELETE', routes.staff.session, null, null],
      ['POST', routes.staff.rollback, '{"to":3,"reason":"写错了"}', 'application/json'],
      [
        'POST',
        '/api/staff/entry/guide/pension-claim/move',
        '{"move":"submit","revision":2}',
        'application/json',
      ],
    ]);
  });
});
