import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Role } from '../../../contract/account.ts';
import type { EntryId } from '../../../contract/id.ts';
import { routes } from '../../../contract/routes.ts';
import { bianji, openTestDesk, sessionOf, type TestDesk, value } from '../../test-desk.tsx';

const digestOf = (letter: string): string => letter.repeat(43);
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
  hours: [
    { season: '夏季', from: '05-01', until: '09-30', days: '周一至周五', times: '8:30–11:30，13:30–17:00' },
    { season: '冬季', from: '10-01', until: '04-30', days: '周一至周五', times: '8:30–11:30，13:00–16:30' },
  ],
  departments: [{ id: 'dangzheng', name: '党政办公室' }],
  categories: [{ id: 'work', label: '工作信息' }],
  homeTopics: ['old-age'],
  indexTemplate: '{region}/{yyyy}-{seq:5}',
  notices: [],
  sample: [],
};
const calendar = { year: 2026, off: ['2026-10-01'], makeup: [], source: '通知' };
const head = {
  v: 1,
  hall: hall.code,
  number: 3,
  previous: digestOf('A'),
  signedAt: '2026-11-23T02:00:00.000Z',
  list: { digest: digestOf('A'), count: 2 },
  keys: [],
};

const id = 'page/guide' as EntryId;
const entry = (body: readonly unknown[]) => ({
  kind: 'page',
  id,
  title: '政府信息公开指南',
  summary: '怎么找，怎么申请。',
  section: '指南',
  body,
  sample: true,
  updatedOn: '2026-11-20',
});
const office = { type: 'generated', part: 'office' };

let open: TestDesk | undefined;
afterEach(() => open?.close());

const desk = (roles: readonly Role[], body: readonly unknown[], years: readonly unknown[] = [calendar]) => {
  const held = entry(body);
  open = openTestDesk({
    at: { page: 'entry', id },
    session: sessionOf(bianji, roles),
    wire: {
      [`GET ${routes.staff.entry(id)}`]: () =>
        value({
          id,
          kind: 'page',
          title: held.title,
          revision: 4,
          state: 'published',
          author: bianji,
          editedAt: '2026-11-23T02:00:00.000Z',
          publishedRevision: 4,
          indexNo: null,
          entry: held,
          published: held,
          history: [],
        }),
      [`GET ${routes.head}`]: () =>
        value({
          head: JSON.stringify(head),
          signature: 'A'.repeat(86),
          keyId: 'K'.repeat(16),
          root: digestOf('R'),
        }),
      [`GET ${routes.change(0, 3)}`]: () =>
        value({
          from: 0,
          to: 3,
          put: [...years.map(() => ['calendar/2026', digestOf('C')]), ['hall/settings', digestOf('H')]],
          drop: [],
        }),
      [`GET ${routes.object(digestOf('H') as never)}`]: () => value({ v: 1, type: 'hall', hall }),
      [`GET ${routes.object(digestOf('C') as never)}`]: () => value({ v: 1, type: 'calendar', calendar }),
    },
  });
  return open;
};
const note = () => page.getByRole('region', { name: '正文里的办公时间' });
const said = () =>
  [...document.querySelectorAll('section[aria-labelledby="hours-beside"] dt')].map((it) => it.textContent);

test('the hours in the text stand beside it as visitors read them, with who changes them', async () => {
  desk(['editor'], [office]);
  await expect.element(note()).toHaveTextContent('今天8:30–11:30，13:00–16:30，现在办公');
  expect(said()).toEqual(['今天', '冬季办公', '夏季办公']);
  await expect.element(note()).toHaveTextContent('由大厅管理员改。');
  expect(note().getByRole('link', { name: '看大厅设置' }).element().getAttribute('href')).toBe('/staff/hall');
});

test('who keeps the hall is led to its settings; without a calendar nothing is said of today', async () => {
  desk(['editor', 'hall'], [office], []);
  await expect.element(note().getByRole('link', { name: '到大厅设置改' })).toBeVisible();
  await expect.poll(said).toEqual(['冬季办公', '夏季办公']);
});

test('a page without that part asks for nothing', async () => {
  const it = desk(['editor'], [{ type: 'generated', part: 'catalogue' }]);
  await expect.element(page.getByRole('button', { name: '存成一稿', exact: true })).toBeVisible();
  await expect.element(note()).not.toBeInTheDocument();
  expect(it.sent('GET', routes.object(digestOf('C') as never))).toEqual([]);
});
