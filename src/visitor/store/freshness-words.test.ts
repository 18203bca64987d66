import { describe, expect, it } from 'vitest';
import type { Freshness } from './facts.ts';
import { freshnessInWords, momentInWords, waitingInWords } from './freshness-words.ts';

const now = Date.parse('2026-11-24T02:00:00.000Z');
const facts = (part: Partial<Freshness> = {}): Freshness => ({
  signedAt: '2026-11-24T00:30:00.000Z',
  number: 3,
  connection: 'connected',
  heardAt: now,
  ...part,
});

describe('how fresh the screen is, in words', () => {
  it('connected: only when the content is from', () => {
    expect(freshnessInWords(facts(), now)).toBe('内容更新到今天 08:30');
    expect(freshnessInWords(facts({ connection: 'unknown' }), now)).toBe('内容更新到今天 08:30');
  });

  it('not connected: that it does not matter', () => {
    expect(freshnessInWords(facts({ connection: 'offline' }), now)).toBe(
      '未联网，不影响使用。内容更新到今天 08:30',
    );
    expect(freshnessInWords(facts({ connection: 'blocked' }), now)).toBe(
      '网络要先登录，不影响使用。内容更新到今天 08:30',
    );
  });

  it('before the first snapshot', () => {
    expect(freshnessInWords(facts({ signedAt: null, connection: 'unknown' }), now)).toBe('正在取得内容');
    expect(freshnessInWords(facts({ signedAt: null, connection: 'offline' }), now)).toBe(
      '未联网，还没有取得内容',
    );
  });

  it('days by the clock of the hall, not by spans of 24 hours', () => {
    expect(momentInWords(Date.parse('2026-11-23T16:00:00.000Z'), now)).toBe('今天 00:00');
    expect(momentInWords(Date.parse('2026-11-23T15:59:00.000Z'), now)).toBe('昨天 23:59');
    expect(momentInWords(Date.parse('2026-11-22T15:00:00.000Z'), now)).toBe('11月22日');
    expect(momentInWords(Date.parse('2025-12-31T15:59:00.000Z'), now)).toBe('2025年12月31日');
    expect(momentInWords(Date.parse('2025-12-31T16:00:00.000Z'), now)).toBe('1月1日');
  });

  it('how many filings wait', () => {
    expect(waitingInWords(0, facts())).toBe('');
    expect(waitingInWords(2, facts())).toBe('2 份正在提交');
    expect(waitingInWords(2, facts({ connection: 'offline' }))).toBe('2 份已存好，联网后自动提交');
  });
});
