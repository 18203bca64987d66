import { deleteDB } from 'idb';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Day, Moment } from '../../contract/day.ts';
import type { Digest, EntryId, MachinePrefix, SubmissionId } from '../../contract/id.ts';
import type { ServerReceipt } from '../../contract/receipt.ts';
import { type QueryCode, receiptNo } from '../../contract/receipt-no.ts';
import { forget, type GivenReceipt, keepReceipt } from '../session/memory.ts';
import { current } from '../store/content.ts';
import type { Current } from '../store/content-db.ts';
import { acknowledge, commitFiling, setAside } from '../store/filed.ts';
import { outboxChanged, outboxDatabase } from '../store/outbox.ts';
import { OUTBOX_DB } from '../store/outbox-db.ts';
import { hall } from '../sync/fixture-content.ts';
import { holdDatabases } from '../sync/fixture-places.ts';
import { ReceiptScreen } from './receipt-screen.tsx';

const root = document.createElement('div');
document.body.append(root);
let letGo: () => void;

const noOf = (n: number) => receiptNo('A7' as MachinePrefix, n);
const idOf = (n: number) => `submission-${n}` as SubmissionId;
const at = '2026-11-24T03:00:00.000Z' as Moment;
const server = {} as ServerReceipt;

const file = (n: number): Promise<void> => {
  const row = { id: idOf(n), receiptNo: noOf(n), digest: `digest-${n}` as Digest };
  const receipt = { ...row, filedAt: at, server: null, isShown: false };
  return commitFiling(outboxDatabase, { ...row, bytes: new Uint8Array() }, receipt);
};
const given = (n: number): GivenReceipt => ({
  receiptNo: noOf(n),
  code: 'K4TM9R2X' as QueryCode,
  form: { id: 'form/opinion' as EntryId, title: '意见' },
  filedOn: '2026-11-24' as Day,
  limits: {
    promised: {
      lasts: { n: 7, unit: 'workday' },
      due: { is: 'day', on: '2026-12-03' as Day, left: 7 },
      does: null,
    },
    statutory: null,
    supplement: null,
  },
  nextSteps: ['工作人员会看您交的内容'],
});
const show = (n: number): void => {
  keepReceipt(given(n));
  render(<ReceiptScreen />, root);
};
const text = (): string => root.textContent ?? '';
const until = (words: string) => vi.waitFor(() => expect(text()).toContain(words));

beforeEach(async () => {
  letGo = await holdDatabases();
  current.value = { number: 1, signedAt: at, hall } as Current;
});
afterEach(async () => {
  render(null, root);
  forget();
  current.value = undefined;
  await outboxDatabase.close();
  await deleteDB(OUTBOX_DB);
  letGo();
});

describe('a receipt', () => {
  it('says in its first frame that it waits, and nothing else until the hall has signed', async () => {
    await file(1);
    show(1);
    expect(text()).toContain('正等着交到');
    await outboxChanged();
    await until('正等着交到');
    expect(text()).not.toContain('确认收到');
    await acknowledge(outboxDatabase, idOf(1), server);
    await outboxChanged();
    await until('确认收到');
    expect(text()).not.toContain('正等着交到');
  });

  it('without a sure clock says how long, not until when', async () => {
    keepReceipt({ ...given(1), filedOn: null });
    render(<ReceiptScreen />, root);
    expect(text()).toContain('7 个工作日内');
    expect(text()).toContain('时钟不准');
    expect(text()).not.toMatch(/\d月\d+日/);
  });

  it('bears a code only where a phone can get to', async () => {
    show(1);
    expect(root.querySelector('svg[role="img"]')).toBeNull();
    current.value = { ...current.peek()!, hall: { ...hall, publicUrl: 'https://bm.example.gov.cn' } };
    await vi.waitFor(() => expect(root.querySelector('svg[role="img"]')).not.toBeNull());
  });

  it('goes by its own filing, not by what else lies in the outbox', async () => {
    await file(1);
    await file(2);
    show(2);
    await acknowledge(outboxDatabase, idOf(2), server);
    await outboxChanged();
    await until('确认收到');
  });

  it('tells its visitor when the server will not take it, and promises no date then', async () => {
    await file(1);
    show(1);
    await until('12月3日');
    await setAside(outboxDatabase, idOf(1), { code: 'receipt-number-taken', at });
    await outboxChanged();
    await until('没有收下这一份');
    expect(text()).toContain(`到 ${hall.helpAt}`);
    for (const words of ['收到了', '确认收到', '正等着交到', '12月3日']) expect(text()).not.toContain(words);
    // The numbers stay: staff find the filing by them.
    expect(text()).toContain(noOf(1));
  });
});
