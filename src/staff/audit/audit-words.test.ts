import { expect, test } from 'vitest';
import { detailInWords, objectInWords } from './audit-words.ts';

test.each([
  ['guide/pension-claim', '领养老金', '办事指南 领养老金'],
  ['guide/gone', null, '办事指南 guide/gone'],
  ['s-abcdef', '王芳', '账号 王芳'],
  ['m-a2a2a2a2', 'A2', '机器 A2'],
  ['01890a5d-ac96-774b-bcce-b302099a8057', 'A2-000128-4', '收件 A2-000128-4'],
  ['snapshot/48', null, '第 48 版'],
  ['incident-7', null, '屏幕报告的事 incident-7'],
  ['unknown', null, '没有这个账号'],
  ['something new', null, 'something new'],
])('%s (%s) is %s', (object, name, words) => {
  expect(objectInWords({ object, name })).toBe(words);
});

test.each([
  [{}, ''],
  [{ secrecyChecked: true, revision: 3 }, '第 3 稿，做了保密审查'],
  [{ secrecyChecked: false, revision: 3 }, '第 3 稿'],
  [{ from: 'received', move: 'register', to: 'registered' }, '登记，从“已收到，等待登记”，到“已登记”'],
  [{ from: 12, to: 9, shownAgain: 0 }, '从第 12 版，内容同第 9 版'],
  [
    {
      department: null,
      departmentBefore: 'minzheng',
      renamed: false,
      roles: 'editor',
      rolesBefore: 'admin king',
    },
    '岗位：信息员，原来：系统管理员、king，科室：全大厅，原来：minzheng',
  ],
  [{ endAt: '2026-11-24T16:00:00.000Z', revision: 2 }, '第 2 稿，2026-11-25 00:00 撤下'],
  [{ digest: 'x', code: 'receipt-number-taken', new: 7 }, '回执编号重复，new：7'],
])('%o', (detail, words) => {
  expect(detailInWords(detail, null)).toBe(words);
});
