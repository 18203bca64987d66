import { durationInWords } from '../../../contract/deadline.ts';
import type { Guide, GuideElement } from '../../../contract/guide.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { type MarkedLine, markedRow } from '../../sample-mark.tsx';
import { isSample } from './guide-words.ts';

const joined = (list: readonly string[] | undefined): string => (list ?? []).join('、');

const feeLines = ({ fee }: Guide) =>
  fee.charged
    ? fee.items.map((item) => ({
        term: `收费：${item.name}`,
        detail: [item.standard, item.basis, item.reduction].filter(Boolean).join('；'),
      }))
    : [];

const timeLines = ({ time }: Guide) => [
  {
    term: '承诺时限',
    detail: [durationInWords(time.promised), time.promised.note].filter(Boolean).join('，'),
  },
  {
    term: '法定时限',
    detail: time.legal ? [durationInWords(time.legal), time.legal.note].filter(Boolean).join('，') : '',
  },
  ...(time.special ?? []).map((each) => ({
    term: each.name,
    detail: [each.days, each.counted ? '算在时限内' : '不算在时限内', each.basis].filter(Boolean).join('，'),
  })),
];

const handlerLines = ({ handler }: Guide) => [
  { term: '实施主体', detail: `${handler.name}（${handler.nature}，${handler.level}）` },
  { term: '受理机构', detail: handler.acceptedBy },
  { term: '决定机构', detail: handler.decidedBy },
  { term: '联办机构', detail: joined(handler.jointly) },
];

const codeLines = ({ codes }: Guide) => [
  { term: '基本编码', detail: codes?.catalog ?? '' },
  { term: '实施编码', detail: codes?.task ?? '' },
  { term: '办理项编码', detail: codes?.handling ?? '' },
];

type Plain = Omit<MarkedLine, 'isSample'>;

/** The elements of GB/T 39554.2-2020 that a visitor rarely asks for. */
export const officialLines = (guide: Guide): readonly MarkedLine[] => {
  const of = (element: GuideElement, lines: readonly Plain[]): readonly MarkedLine[] =>
    lines.map((line) => ({ ...line, isSample: isSample(guide, element) }));
  return [
    { term: '事项名称', detail: guide.officialName },
    { term: '事项类型', detail: guide.taskType },
    { term: '办件类型', detail: guide.handling },
    { term: '审查类型', detail: guide.examination ?? '' },
    { term: '服务对象', detail: joined(guide.clientTypes) },
    ...of('handler', handlerLines(guide)),
    { term: '办理形式', detail: joined(guide.channels) },
    { term: '通办范围', detail: guide.scope ?? '' },
    ...of('time', timeLines(guide)),
    ...of('fee', feeLines(guide)),
    ...of('visits', [{ term: '到现场的原因', detail: guide.visits.reason ?? '' }]),
    ...of('result', [{ term: '结果类型', detail: guide.result.type }]),
    ...(guide.rights ?? []).map((detail) => ({ term: '您的权利', detail })),
    ...(guide.duties ?? []).map((detail) => ({ term: '您的义务', detail })),
    ...of('codes', codeLines(guide)),
  ].filter((line) => line.detail !== '');
};

export function GuideOfficial({ guide }: { guide: Guide }) {
  return <DefinitionList isRuled rows={officialLines(guide).map(markedRow)} />;
}
