import { describe, expect, test } from 'vitest';
import type { Attract } from '../../../contract/attract.ts';
import { day } from '../../../contract/day-schema.ts';
import type { EntryId } from '../../../contract/id.ts';
import type { Counts, Current, Row, TimedItem } from '../../store/content-db.ts';
import { oneSentence, slidesOf } from './slide.ts';

const guide = { kind: 'guide', id: 'guide/pension-claim', title: '领取养老金' } as Row;
const list = { kind: 'item', id: 'item/aid-list', title: '低保公示' } as Row;
const attract: Attract = {
  isOn: true,
  afterSeconds: 120,
  secondsEach: 10,
  shows: ['notices', 'hall'],
  entries: [guide.id, list.id],
};
const notices = [
  { text: '明天停电。', from: day('2026-11-24'), until: day('2026-11-25') },
  { text: '已经过去了。', from: day('2026-11-01'), until: day('2026-11-23') },
  { text: '还没到。', from: day('2026-11-25'), until: day('2026-11-30') },
];
const timed = [{ id: list.id, until: day('2026-11-24') }] as unknown as readonly TimedItem[];
const held = (change: Partial<Attract> | null): Current =>
  ({
    hall: { notices, ...(change && { attract: { ...attract, ...change } }) },
    counts: { timed } as Counts,
  }) as Current;
const keys = (of: Current, rows: readonly Row[] = [guide, list], on = '2026-11-24'): readonly string[] =>
  slidesOf(of, rows, day(on)).map(({ key }) => key);

describe('what an untouched screen shows', () => {
  test("today's notices, the chosen entries in their order, the hall", () => {
    expect(keys(held({}))).toEqual(['明天停电。', guide.id, list.id, 'hall']);
    expect(keys(held({ shows: ['hall'] }))).toEqual([guide.id, list.id, 'hall']);
    expect(keys(held({ shows: ['notices'] }), [])).toEqual(['明天停电。']);
  });

  test('nothing that is over, and nothing that was withdrawn', () => {
    expect(keys(held({}), [guide, list], '2026-11-26')).toEqual(['还没到。', guide.id, 'hall']);
    expect(keys(held({}), [list])).toEqual(['明天停电。', list.id, 'hall']);
  });

  test('nothing at all where the hall has switched it off, or never on', () => {
    expect(keys(held({ isOn: false }))).toEqual([]);
    expect(keys(held(null))).toEqual([]);
    expect(keys(held({ shows: ['notices'] }), [], '2027-01-01')).toEqual([]);
  });
});

test.each([
  ['满 60 周岁可以领。要带身份证。', '满 60 周岁可以领。'],
  ['没有句号', '没有句号'],
  ['第一行\n第二行', '第一行'],
  ['', ''],
  ['长'.repeat(70), `${'长'.repeat(59)}…`],
  [`${'长'.repeat(40)}，${'短'.repeat(30)}。`, `${'长'.repeat(40)}…`],
  [`短，${'长'.repeat(70)}。`, `短，${'长'.repeat(57)}…`],
])('%j is said in one sentence', (text, said) => {
  expect(oneSentence(text)).toBe(said);
});

test('the id of an entry is never taken for another’s', () => {
  expect(keys(held({ entries: ['guide/none' as EntryId] }), [])).toEqual(['明天停电。', 'hall']);
});
