import type { LinkRow } from '../../../ui/link-list.tsx';
import type { Counts, FormRow } from '../../store/content-db.ts';
import { t } from '../../t.ts';

/** The four ways on from home that are not services. A door without anything behind it is not shown. */
export type Door = 'open' | 'request' | 'progress' | 'say';

export const requestForm = (forms: readonly FormRow[]): FormRow | undefined =>
  forms.find((form) => form.purpose === 'disclosure-request');

export const sayingForms = (forms: readonly FormRow[]): readonly FormRow[] =>
  forms.filter((form) => form.purpose !== 'disclosure-request');

export const doors = (counts: Counts, forms: readonly FormRow[]): readonly (LinkRow & { key: Door })[] => {
  const request = requestForm(forms);
  return [
    {
      key: 'open',
      label: t('查政府公开的信息'),
      note: t('指南、目录、{count} 条', { count: counts.kinds.item }),
    },
    ...(request
      ? [
          {
            key: 'request' as const,
            label: t('申请公开一份信息'),
            note: t('约 {minutes} 分钟，一次问一题', { minutes: request.minutes }),
          },
        ]
      : []),
    ...(forms.length > 0
      ? [{ key: 'progress' as const, label: t('查我交的申请办到哪了'), note: t('凭回执编号和查询码') }]
      : []),
    ...(sayingForms(forms).length > 0
      ? [{ key: 'say' as const, label: t('投诉、建议、评价'), note: t('可以不留姓名') }]
      : []),
  ];
};
