import { afterEach, describe, expect, it } from 'vitest';
import type { Digest, EntryId } from '../../contract/id.ts';
import { form } from '../sync/fixture-content.ts';
import {
  answer,
  answers,
  beginFiling,
  comfort,
  dropReceipt,
  filing,
  forget,
  type GivenReceipt,
  isBlank,
  keepReceipt,
  keepTyped,
  leaveFiling,
  makeComfortable,
  memory,
  moveInFiling,
  receipt,
  searchText,
  ticksOf,
  toggleTick,
  typeSearch,
} from './memory.ts';

const guide = 'guide/pension' as EntryId;
const digest = 'd'.repeat(43) as Digest;

afterEach(forget);

describe('the memory of a visit', () => {
  it('holds ticks, answers, search, receipt and comfort, and forgets all of them at once', () => {
    expect(isBlank.value).toBe(true);
    toggleTick(guide, 2);
    toggleTick(guide, 0);
    beginFiling(form, digest);
    answer('text', '秘密');
    typeSearch('张三');
    keepTyped({ zhangsan: ['张三'] });
    makeComfortable({ textSize: 2 });
    expect(ticksOf(guide)).toEqual([2, 0]);
    expect([answers.value, searchText.value, comfort.value.textSize]).toEqual([{ text: '秘密' }, '张三', 2]);
    expect(isBlank.value).toBe(false);
    const before = memory.value;
    forget();
    expect(isBlank.value).toBe(true);
    expect(memory.value).not.toBe(before);
    expect(JSON.stringify(memory.value)).not.toMatch(/秘密|张三/);
    expect(ticksOf(guide)).toEqual([]);
  });

  it('unticks', () => {
    toggleTick(guide, 1);
    toggleTick(guide, 1);
    expect(ticksOf(guide)).toEqual([]);
  });

  it('keeps the definition that the visitor saw with the answers, and takes answers back', () => {
    beginFiling(form, digest);
    answer('text', 'a');
    answer('answer-wanted', 'yes');
    answer('text', undefined);
    moveInFiling({ question: 'text' });
    expect(filing.value).toEqual({
      form,
      digest,
      answers: { 'answer-wanted': 'yes' },
      at: { question: 'text' },
    });
    leaveFiling();
    expect(filing.value).toBeNull();
  });

  it('has no answers without a form', () => {
    answer('text', 'a');
    moveInFiling('check');
    expect([filing.value, answers.value]).toEqual([null, {}]);
  });

  it('drops the answers in the step in which the receipt comes, and the receipt when another form begins', () => {
    const given = { receiptNo: 'A7-000001-1' } as GivenReceipt;
    beginFiling(form, digest);
    answer('text', 'a');
    const seen: unknown[] = [];
    const stop = memory.subscribe(({ filing: held, receipt: shown }) =>
      seen.push([held === null, shown !== null]),
    );
    keepReceipt(given);
    stop();
    expect(seen).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(receipt.value).toBe(given);
    beginFiling(form, digest);
    expect(receipt.value).toBeNull();
    keepReceipt(given);
    dropReceipt();
    expect(receipt.value).toBeNull();
  });
});
