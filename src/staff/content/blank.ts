import type { Day } from '../../contract/day.ts';
import { type EntryKind, kindOf } from '../../contract/entry-name.ts';
import type { Hall } from '../../contract/hall.ts';
import type { EntryId } from '../../contract/id.ts';
import { tidyForm } from './field/form-questions.ts';
import { BLANK_QUESTION } from './field/form-table.ts';
import type { Branch } from './field/tree.ts';

/** What a new entry begins with: the usual answers of a township, the rest empty. */

const guide = (hall: Hall | null): Branch => ({
  officialName: '',
  aliases: [],
  topics: [],
  audiences: ['everyone'],
  summary: '',
  taskType: '公共服务',
  clientTypes: ['自然人'],
  handler: {
    department: '',
    name: hall?.government ?? '',
    nature: '法定机关',
    level: '乡级',
    acceptedBy: hall?.hallName ?? '',
    decidedBy: hall?.government ?? '',
  },
  handling: '承诺件',
  conditions: [''],
  materials: [],
  places: [
    {
      name: hall?.hallName ?? '',
      kind: '便民服务中心',
      address: hall?.office.address ?? '',
      hours: hall?.hours.map((each) => `${each.season}${each.days} ${each.times}`).join('；') ?? '',
      ...(hall ? { phone: hall.hotline } : {}),
    },
  ],
  channels: ['窗口办理'],
  time: { promised: { n: '', unit: 'workday' } },
  fee: { charged: false },
  visits: { count: 1, reason: '' },
  chart: '',
  result: { type: '其他', name: '', delivery: [] },
  legalBasis: [{ law: '' }],
  faq: [{ question: '', answer: '' }],
  consult: { phone: hall?.hotline ?? '' },
  complaint: { phone: hall?.superviseLine ?? '' },
  remedy: { review: '' },
  sample: [],
});

const item = (hall: Hall | null, today: Day): Branch => ({
  publisher: hall?.government ?? '',
  department: '',
  category: '',
  genre: '通知',
  formedOn: today,
  summary: '',
  figures: [],
  body: [{ type: 'paragraph', content: [] }],
  disclosureWay: '主动公开',
  scope: '全社会',
  validity: '有效',
  personalData: '无',
  keywords: [],
  sample: false,
});

const page: Branch = {
  section: '制度',
  summary: '',
  body: [{ type: 'paragraph', content: [] }],
  sample: false,
};

const card = (hall: Hall | null): Branch => ({
  bring: [''],
  where: hall?.hallName ?? '',
  when: '',
  howLong: '',
  cost: '不收费',
  phone: hall?.hotline ?? '',
  sample: false,
});

/** The shortest way through: from the visitor's first step to an end. */
const chart: Branch = {
  summary: '',
  steps: [
    { id: 'step-1', shape: 'start', label: '您提出申请', who: '您', next: 'step-2' },
    { id: 'step-2', shape: 'end', label: '办好' },
  ],
  sample: false,
};

/** One question; what must be told before it (个人信息保护法 Art. 17) waits to be written. */
const form = (hall: Hall | null, today: Day): Branch => ({
  purpose: 'opinion',
  intro: [''],
  minutes: 2,
  notice: {
    version: today,
    purpose: '',
    basis: '',
    kinds: '',
    retention: '',
    rights: '可以到大厅查阅、更正自己的信息。',
    contact: hall === null ? '' : `${hall.office.name}，电话 ${hall.office.phone}`,
  },
  questions: [{ id: 'question-1', ...BLANK_QUESTION }],
  clocks: [],
  nextSteps: [''],
  sample: false,
});

/** Kinds in the order in which they are offered. */
export const newKinds: readonly EntryKind[] = ['guide', 'chart', 'item', 'page', 'card', 'form'];

export const blankEntry = (id: EntryId, title: string, hall: Hall | null, today: Day): Branch => {
  const kind = kindOf(id);
  const own = { kind, id, title };
  switch (kind) {
    case 'guide':
      return { ...own, ...guide(hall), updatedOn: today };
    case 'item':
      return { ...own, ...item(hall, today) };
    case 'card':
      return { ...own, ...card(hall), updatedOn: today };
    case 'form':
      return tidyForm({ ...own, ...form(hall, today), updatedOn: today });
    case 'chart':
      return { ...own, ...chart, updatedOn: today };
    default:
      return { ...own, ...page, updatedOn: today };
  }
};

/** Who writes for one department begins in it. */
export const inDepartment = (entry: Branch, department: string | null): Branch => {
  if (department === null) return entry;
  if (entry.kind === 'item' || entry.kind === 'page' || entry.kind === 'form')
    return { ...entry, department };
  return entry.kind === 'guide' ? { ...entry, handler: { ...(entry.handler as Branch), department } } : entry;
};
