import { describe, expect, it } from 'vitest';
import type { MachineId, MachinePrefix } from '../../contract/id.ts';
import { receiptNo } from '../../contract/receipt-no.ts';
import { json, portal, problem } from './fixture-hall.ts';
import { openHttp } from './http.ts';
import { lookUpProgress } from './progress.ts';

const no = receiptNo('A7' as MachinePrefix, 128);
const progress = {
  receiptNo: no,
  formTitle: '提意见',
  purpose: 'opinion',
  filedOn: '2026-11-24',
  state: 'inHand',
  limits: {
    promised: {
      lasts: { n: 5, unit: 'workday' },
      due: { is: 'day', on: '2026-12-01', left: 5 },
      does: null,
    },
    statutory: null,
    supplement: null,
  },
  supplementBy: null,
  repliedOn: null,
  steps: [{ state: 'received', on: '2026-11-24' }],
};

const look = async (
  answer: () => Response,
  receiptNo: string = no,
  code = 'ABCD2345',
  machine: MachineId | null = null,
) => {
  const asked: string[] = [];
  const http = openHttp({
    fetch: async (path, init) => {
      asked.push(`${path} ${init?.body}`);
      return answer();
    },
    onContact: () => undefined,
  });
  return { found: await lookUpProgress(http, { receiptNo, code, machine }), asked };
};

describe('looking up progress', () => {
  it('asks with number and code in the body, however they were typed', async () => {
    const { found, asked } = await look(() => json(progress), ` ａ７ ${no.slice(3)} `, 'abcd 2345');
    expect(found).toEqual({ ok: true, value: progress });
    expect(asked).toEqual([`/api/progress {"receiptNo":"${no}","code":"ABCD2345"}`]);
  });

  it('names the machine that asks, so that it is counted for itself', async () => {
    const { asked } = await look(() => json(progress), no, 'ABCD2345', 'm-0123456789abcdef' as MachineId);
    expect(asked).toEqual([
      `/api/progress {"receiptNo":"${no}","code":"ABCD2345","machine":"m-0123456789abcdef"}`,
    ]);
  });

  it('does not ask for what cannot be right', async () => {
    const wrong = { ok: false, problem: { code: 'wrong-number-or-code' } };
    expect(await look(() => json(progress), 'A7-000128-0')).toEqual({ found: wrong, asked: [] });
    expect(await look(() => json(progress), no, 'ABC')).toEqual({ found: wrong, asked: [] });
  });

  it('hands on what the server says, and believes nobody else', async () => {
    const said = async (answer: () => Response) => (await look(answer)).found;
    expect(await said(() => problem(429, { code: 'too-many-tries', seconds: 60 }))).toMatchObject({
      problem: { code: 'too-many-tries', seconds: 60 },
    });
    expect(await said(portal)).toMatchObject({ problem: { code: 'not-our-server' } });
    expect(await said(() => json({}))).toMatchObject({ problem: { code: 'not-our-server' } });
    expect(await said(() => Response.error())).toMatchObject({ problem: { code: 'not-our-server' } });
  });
});
