import { cut } from '../../../contract/cut.ts';
import type { Day } from '../../../contract/day.ts';
import type { Duration } from '../../../contract/deadline.ts';
import type { Guide, GuideElement } from '../../../contract/guide.ts';
import type { Hall } from '../../../contract/hall.ts';
import type { Fields } from './column.ts';

/**
 * A guide from what was understood of its row; over what it is already, where it is. What the row says nothing of is filled with the
 * township's usual answer and marked as sample (示例), so that screens say that it is not confirmed.
 */
export function guideOfRow(
  fields: Fields,
  base: Guide | null,
  hall: Hall,
  today: Day,
): Record<string, unknown> {
  const draft: Record<string, unknown> = { ...(base ?? usual(fields, hall)), updatedOn: today };
  for (const [key, value] of Object.entries(fields)) put(draft, key, value);
  for (const key of ['steps', 'feeNote', 'place']) delete draft[key];
  if (fields.feeNote !== undefined && isFree(fields.feeNote)) draft.fee = { charged: false };
  putPlace(draft, fields);
  return draft;
}

const FREE = /^(?:否|无|不收费|免费|0元?)$/;
const isFree = (note: unknown): boolean => FREE.test(String(note));

/** A fee needs its items and their basis, which no cell of a list can hold. */
export const feeFault = (fields: Fields): string | null =>
  fields.feeNote === undefined || isFree(fields.feeNote)
    ? null
    : '收费的事项要写明项目、标准和依据。这里请先写“否”，导入以后在编辑页改成收费并写全。';

function usual(fields: Fields, hall: Hall): Record<string, unknown> {
  const promised = fields['time.promised'] as Duration | undefined;
  const name = String(fields.title ?? fields.officialName ?? '');
  const visits = fields['visits.count'] ?? 1;
  return {
    title: name,
    aliases: [],
    audiences: ['everyone'],
    summary: summaryOf(fields, name),
    taskType: '公共服务',
    clientTypes: ['自然人'],
    handler: {
      name: hall.government,
      nature: '法定机关',
      level: '乡级',
      acceptedBy: hall.hallName,
      decidedBy: hall.government,
    },
    handling: promised?.unit === 'immediate' ? '即办件' : '承诺件',
    materials: [],
    places: [placeOf(hall)],
    channels: ['窗口办理'],
    time: {},
    fee: { charged: false },
    visits: { count: visits, ...(visits === 0 ? {} : { reason: '提交材料、核对身份' }) },
    result: { type: '其他', delivery: ['窗口领取'] },
    faq: [{ question: '办这件事要带什么？', answer: bringWords(fields) }],
    consult: { phone: hall.hotline },
    complaint: { phone: hall.superviseLine },
    remedy: { review: `对办理结果不服的，可以自知道之日起 60 日内向${hall.countyGovernment}申请行政复议。` },
    sample: notConfirmed(fields),
  };
}

function notConfirmed(fields: Fields): readonly GuideElement[] {
  const filled: readonly (readonly [GuideElement, string])[] = [
    ['materials', 'materials'],
    ['fee', 'feeNote'],
    ['visits', 'visits.count'],
    ['consult', 'consult.phone'],
    ['complaint', 'complaint.phone'],
  ];
  return [
    'faq',
    'remedy',
    ...filled.filter(([, key]) => fields[key] === undefined).map(([element]) => element),
  ];
}

function summaryOf({ conditions }: Fields, name: string): string {
  const first = Array.isArray(conditions) ? String(conditions[0] ?? '') : '';
  return first !== '' && first.length <= 60 ? first : name;
}

function bringWords({ materials }: Fields): string {
  const names = Array.isArray(materials) ? (materials as Guide['materials']).map((each) => each.name) : [];
  return names.length === 0 ? '请先打咨询电话问清楚再来。' : `${cut(names.join('、'), 280)}。`;
}

const placeOf = (hall: Hall): Record<string, unknown> => ({
  name: hall.hallName,
  kind: '便民服务中心',
  address: hall.office.address,
  hours: cut(hall.hours.map((each) => `${each.season}${each.days} ${each.times}`).join('；'), 120),
  phone: hall.hotline,
});

/** The first place is what a list speaks of; others stay as they are. */
function putPlace(draft: Record<string, unknown>, fields: Fields): void {
  const told = ['name', 'window', 'hours'].flatMap((key) =>
    fields[`place.${key}`] === undefined ? [] : [[key, fields[`place.${key}`]] as const],
  );
  if (told.length === 0) return;
  const [first, ...others] = draft.places as readonly Record<string, unknown>[];
  draft.places = [{ ...first, ...Object.fromEntries(told) }, ...others];
}

/** Sets `time.promised` without touching the object that it came from. */
function put(draft: Record<string, unknown>, key: string, value: unknown): void {
  const [head = '', rest] = key.split('.');
  draft[head] = rest === undefined ? value : { ...(draft[head] as object | undefined), [rest]: value };
}
