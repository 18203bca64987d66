import { durationInWords } from '../../../contract/deadline.ts';
import type { Guide, GuideElement } from '../../../contract/guide.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { type MarkedLine, markedRow } from '../../sample-mark.tsx';
import { t, type Word } from '../../t.ts';
import { isSample } from './guide-words.ts';

const joined = (list: readonly string[] | undefined): string => (list ?? []).join(t('、'));

const said = (list: readonly Word[]): string => joined(list.map((each) => t(each)));

const feeLines = ({ fee }: Guide) =>
  fee.charged
    ? fee.items.map((item) => ({
        term: t('收费：{name}', { name: item.name }),
        detail: [item.standard, item.basis, item.reduction].filter(Boolean).join(t('；')),
      }))
    : [];

const timeLines = ({ time }: Guide) => [
  {
    term: t('承诺时限'),
    detail: [durationInWords(time.promised, t), time.promised.note].filter(Boolean).join(t('，')),
  },
  {
    term: t('法定时限'),
    detail: time.legal ? [durationInWords(time.legal, t), time.legal.note].filter(Boolean).join(t('，')) : '',
  },
  ...(time.special ?? []).map((each) => ({
    term: each.name,
    detail: [each.days, each.counted ? t('算在时限内') : t('不算在时限内'), each.basis]
      .filter(Boolean)
      .join(t('，')),
  })),
];

const handlerLines = ({ handler }: Guide) => [
  {
    term: t('实施主体'),
    detail: t('{name}（{nature}，{level}）', {
      name: handler.name,
      nature: t(handler.nature),
      level: t(handler.level),
    }),
  },
  { term: t('受理机构'), detail: handler.acceptedBy },
  { term: t('决定机构'), detail: handler.decidedBy },
  { term: t('联办机构'), detail: joined(handler.jointly) },
];

const codeLines = ({ codes }: Guide) => [
  { term: t('基本编码'), detail: codes?.catalog ?? '' },
  { term: t('实施编码'), detail: codes?.task ?? '' },
  { term: t('办理项编码'), detail: codes?.handling ?? '' },
];

type Plain = Omit<MarkedLine, 'isSample'>;

/** The elements of GB/T 39554.2-2020 that a visitor rarely asks for. */
export const officialLines = (guide: Guide): readonly MarkedLine[] => {
  const of = (element: GuideElement, lines: readonly Plain[]): readonly MarkedLine[] =>
    lines.map((line) => ({ ...line, isSample: isSample(guide, element) }));
  return [
    { term: t('事项名称'), detail: guide.officialName },
    { term: t('事项类型'), detail: t(guide.taskType) },
    { term: t('办件类型'), detail: t(guide.handling) },
    { term: t('审查类型'), detail: guide.examination ? t(guide.examination) : '' },
    { term: t('服务对象'), detail: said(guide.clientTypes) },
    ...of('handler', handlerLines(guide)),
    { term: t('办理形式'), detail: said(guide.channels) },
    { term: t('通办范围'), detail: guide.scope ? t(guide.scope) : '' },
    ...of('time', timeLines(guide)),
    ...of('fee', feeLines(guide)),
    ...of('visits', [{ term: t('到现场的原因'), detail: guide.visits.reason ?? '' }]),
    ...of('result', [{ term: t('结果类型'), detail: t(guide.result.type) }]),
    ...(guide.rights ?? []).map((detail) => ({ term: t('您的权利'), detail })),
    ...(guide.duties ?? []).map((detail) => ({ term: t('您的义务'), detail })),
    ...of('codes', codeLines(guide)),
  ].filter((line) => line.detail !== '');
};

export function GuideOfficial({ guide }: { guide: Guide }) {
  return <DefinitionList isRuled rows={officialLines(guide).map((line) => markedRow(line))} />;
}
