import { durationInWords } from '../../../contract/deadline.ts';
import type { Guide, GuideElement, Material } from '../../../contract/guide.ts';
import { t } from '../../t.ts';

/** A guide's data as sentences that people say. */

export const isSample = (guide: Guide, element: GuideElement): boolean => guide.sample.includes(element);

export interface GuideFact {
  readonly element: GuideElement;
  readonly value: string;
  readonly note: string;
}

const timeFact = (guide: Guide): GuideFact => {
  const { promised, legal } = guide.time;
  const words = legal ? t('承诺；法定 {limit}', { limit: durationInWords(legal, t) }) : t('本乡承诺');
  return { element: 'time', value: durationInWords(promised, t), note: words };
};

const feeFact = (guide: Guide): GuideFact => {
  const { fee } = guide;
  if (!fee.charged) return { element: 'fee', value: t('不收费'), note: fee.note ?? t('任何环节都不收') };
  const [first, ...rest] = fee.items;
  const words = `${first?.name ?? ''} ${first?.standard ?? ''}`;
  return {
    element: 'fee',
    value: t('要收费'),
    note: rest.length > 0 ? t('{fee} 等', { fee: words }) : words,
  };
};

const visitsFact = (guide: Guide): GuideFact => {
  const { count, note } = guide.visits;
  const value = count === 0 ? t('不用跑') : t('跑 {count} 次', { count });
  return { element: 'visits', value, note: note ?? (count === 0 ? t('可以不到现场') : '') };
};

/** How long, how much, how many visits. */
export const factsOf = (guide: Guide): readonly GuideFact[] => [
  timeFact(guide),
  feeFact(guide),
  visitsFact(guide),
];

const copyWords = ({ type, copies }: Material): string => {
  switch (type) {
    case '原件':
      return t('原件');
    case '复印件':
      return copies ? t('复印件 {count} 份', { count: copies }) : t('复印件');
    case '原件和复印件':
      return copies ? t('原件，复印 {count} 份', { count: copies }) : t('原件和复印件');
    case '原件或复印件':
      return t('原件或复印件都行');
  }
};

/** What stands beside a material: `原件，看后退还`. */
export const materialNote = (material: Material): string =>
  [material.note ?? copyWords(material), ...(material.necessity === '容缺后补' ? [t('可以后补')] : [])].join(
    t('，'),
  );

export interface MaterialGroup {
  /** In which case they are needed; absent for what everybody brings. */
  readonly condition?: string;
  /** With the place of each in the guide's own list, by which ticks are kept. */
  readonly materials: readonly { readonly at: number; readonly material: Material }[];
}

/** First what everybody brings, then each case with its own; what the offices look up themselves is left out. */
export const materialGroups = (guide: Guide): readonly MaterialGroup[] => {
  const groups = new Map<string | undefined, { at: number; material: Material }[]>([[undefined, []]]);
  guide.materials.forEach((material, at) => {
    if (material.necessity === '免提交') return;
    const group = groups.get(material.condition) ?? [];
    group.push({ at, material });
    groups.set(material.condition, group);
  });
  return [...groups]
    .filter(([, materials]) => materials.length > 0)
    .map(([condition, materials]) => ({ ...(condition !== undefined && { condition }), materials }));
};

export const sparedMaterials = (guide: Guide): readonly string[] =>
  guide.materials.filter((each) => each.necessity === '免提交').map((each) => each.name);
