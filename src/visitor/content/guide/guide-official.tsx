import { dayInWords } from '../../../contract/day.ts';
import { durationInWords } from '../../../contract/deadline.ts';
import type { Guide } from '../../../contract/guide.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { isSample } from './guide-words.ts';

interface Line {
  readonly term: string;
  readonly detail: string;
}

const joined = (list: readonly string[] | undefined): string => (list ?? []).join('、');

const feeLines = ({ fee }: Guide): readonly Line[] =>
  fee.charged
    ? fee.items.flatMap((item) => [
        {
          term: `收费：${item.name}`,
          detail: [item.standard, item.basis, item.reduction].filter(Boolean).join('；'),
        },
      ])
    : [];

const timeLines = ({ time }: Guide): readonly Line[] => [
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

const handlerLines = (guide: Guide): readonly Line[] => {
  const mark = isSample(guide, 'handler') ? '（示例）' : '';
  const { handler } = guide;
  return [
    { term: '实施主体', detail: `${handler.name}（${handler.nature}，${handler.level}）${mark}` },
    { term: '受理机构', detail: handler.acceptedBy + mark },
    { term: '决定机构', detail: handler.decidedBy + mark },
    { term: '联办机构', detail: joined(handler.jointly) },
  ];
};

/** The elements of GB/T 39554.2-2020 that a visitor rarely asks for. */
export const officialLines = (guide: Guide): readonly Line[] =>
  [
    { term: '事项名称', detail: guide.officialName },
    { term: '事项类型', detail: guide.taskType },
    { term: '办件类型', detail: guide.handling },
    { term: '服务对象', detail: joined(guide.clientTypes) },
    ...handlerLines(guide),
    { term: '办理形式', detail: joined(guide.channels) },
    { term: '通办范围', detail: guide.scope ?? '' },
    ...timeLines(guide),
    ...feeLines(guide),
    { term: '到现场的原因', detail: guide.visits.reason ?? '' },
    { term: '结果类型', detail: guide.result.type },
    ...(guide.forms ?? []).map((form) => ({
      term: '表格',
      detail: [form.name, form.note].filter(Boolean).join('，'),
    })),
    ...(guide.rights ?? []).map((detail) => ({ term: '您的权利', detail })),
    ...(guide.duties ?? []).map((detail) => ({ term: '您的义务', detail })),
    { term: '基本编码', detail: guide.codes?.catalog ?? '' },
    { term: '实施编码', detail: guide.codes?.task ?? '' },
    { term: '办理项编码', detail: guide.codes?.handling ?? '' },
    { term: '更新日期', detail: dayInWords(guide.updatedOn) },
    { term: '来源', detail: guide.source ?? '' },
  ].filter((line) => line.detail !== '');

export function GuideOfficial({ guide }: { guide: Guide }) {
  return <DefinitionList isRuled rows={officialLines(guide)} />;
}
