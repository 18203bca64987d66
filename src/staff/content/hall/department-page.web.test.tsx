import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { routes } from '../../../contract/routes.ts';
import { bianji, openTestDesk, sessionOf, type TestDesk, value } from '../../test-desk.tsx';

const hall = {
  code: '220821203',
  name: '试验乡',
  hallName: '试验乡便民服务大厅',
  place: '某县试验乡',
  government: '试验乡人民政府',
  countyGovernment: '某县人民政府',
  areaCode: '0436',
  hotline: '0436-7861003',
  superviseLine: '0436-7861003',
  helpAt: '1 号窗口',
  office: { name: '党政办公室', address: '政府院内', postcode: '137300', phone: '0436-7861003' },
  hours: [{ season: '全年', from: '01-01', until: '12-31', days: '周一至周五', times: '8:30–16:30' }],
  departments: [{ id: 'dangzheng', name: '党政办公室' }],
  categories: [{ id: 'work', label: '工作信息' }],
  homeTopics: ['old-age', 'medical'],
  accent: 'reed',
  indexTemplate: '{region}/{yyyy}-{seq:5}',
  notices: [],
  sample: [],
};
const digest = 'A'.repeat(43);
let open: TestDesk | undefined;
afterEach(() => open?.close());

test('who answers for a thing is found by duty, post, name and short word', async () => {
  const departments = [
    { id: 'minzheng', name: '民政办', window: '5 号窗口', duties: '低保、特困' },
    {
      ...{ id: 'yibao', name: '医疗保障服务窗口', phone: '0436-7861004', duties: '参保、报销' },
      people: [{ name: '赵某某', post: '经办员', duty: '异地备案' }],
    },
  ];
  const head = {
    ...{ v: 1, hall: hall.code, number: 3, previous: null, signedAt: '2026-11-24T01:00:00.000Z' },
    ...{ list: { digest, count: 1 }, keys: [] },
  };
  open = openTestDesk({
    at: { page: 'departments', q: '' },
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${routes.head}`]: () =>
        value({ head: JSON.stringify(head), signature: 'A'.repeat(86), keyId: 'K'.repeat(16), root: digest }),
      [`GET ${routes.change(0, 3)}`]: () =>
        value({ from: 0, to: 3, put: [['hall/settings', digest]], drop: [] }),
      [`GET ${routes.object(digest as never)}`]: () =>
        value({ v: 1, type: 'hall', hall: { ...hall, departments } }),
    },
  });
  const names = () =>
    page
      .getByRole('rowheader')
      .elements()
      .map((each) => each.textContent);
  await expect.poll(names).toEqual(['民政办', '医疗保障服务窗口']);
  for (const [query, name] of [
    ['低保', '民政办'],
    ['医保', '医疗保障服务窗口'],
    ['经办员', '医疗保障服务窗口'],
    ['赵某某', '医疗保障服务窗口'],
  ] as const) {
    await page.getByLabelText('找人、职务、管的事').fill(query);
    await expect.poll(names).toEqual([name]);
  }
  await expect.element(page.getByText('0436-786 1004')).toBeVisible();
  expect(open.href()).toBe(`/staff/departments?q=${encodeURIComponent('赵某某')}`);
});
