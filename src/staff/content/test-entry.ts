import { bianji } from '../test-desk.tsx';

/** Entries for tests of the desk's content pages, as the server would send them. */

export const promise = {
  kind: 'page',
  id: 'page/service-promise',
  title: '服务承诺',
  section: '制度',
  summary: '我们答应您的事。',
  body: [{ type: 'paragraph', content: [{ type: 'text', text: '先审核，后公开。' }] }],
  sample: true,
  updatedOn: '2026-11-20',
};

/** Published as it is, in its fourth revision. */
export const promiseDetail = (part: object = {}) => ({
  id: promise.id,
  kind: 'page',
  title: promise.title,
  revision: 4,
  state: 'published',
  author: bianji,
  editedAt: '2026-11-23T02:00:00.000Z',
  publishedRevision: 4,
  indexNo: null,
  entry: promise,
  published: promise,
  history: [],
  ...part,
});

export const helpCard = {
  kind: 'card',
  id: 'card/village-help',
  title: '村里代办',
  bring: ['身份证'],
  where: '村部',
  when: '工作日',
  howLong: '当天',
  cost: '不收费',
  phone: '0436-786 1003',
  sample: true,
  updatedOn: '2026-11-20',
};
