import { describe, expect, test } from 'vitest';
import { headingIds, headingLabel, headings, headingsOf } from './standard-catalogue.ts';

const item = { title: '通知', keywords: [] };

describe('headings of the standard catalogue', () => {
  test('fourteen of Art. 20, eight of Art. 21, twenty-six fields, each named once', () => {
    const count = (list: string) => headings.filter((each) => each.list === list).length;
    expect([count('clause20'), count('clause21'), count('field')]).toEqual([14, 8, 26]);
    expect(new Set(headingIds).size).toBe(48);
  });

  test.each(['第二十条第七项', '第二十条第（七）项', '条例第20条第7项', '第二十条（七）'])(
    'a clause as people write it: %s',
    (legalClause) => {
      expect(headingsOf({ ...item, legalClause }).map(headingLabel)).toEqual(['（七）财政预算、决算']);
    },
  );

  test('the twelfth is not the second', () => {
    expect(headingsOf({ ...item, legalClause: '第二十条第十二项' })).toEqual(['20-12']);
    expect(headingsOf({ ...item, legalClause: '第二十条第十五项' })).toEqual([]);
  });

  test('Art. 21 is told apart by words; Art. 20 alone never counts for it', () => {
    const aid = { ...item, title: '10月新增农村低保对象公布', standardField: '社会救助' };
    expect(headingsOf({ ...aid, legalClause: '第二十一条' }).map(headingLabel)).toEqual([
      '社会救助',
      '社会救助',
    ]);
    expect(headingsOf({ ...aid, legalClause: '第二十条第十一项' })).toEqual(['20-11', 'field-19']);
    expect(headingsOf({ ...item, title: '宅基地审批结果', legalClause: '第二十一条' })).toEqual(['21-4']);
  });

  test('what names neither stands under none', () => {
    expect(headingsOf(item)).toEqual([]);
    expect(headingsOf({ ...item, standardField: '乡村振兴' }).map(headingLabel)).toEqual(['扶贫']);
  });
});
