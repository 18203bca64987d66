import { type Advice, type Half, halfOf, listIn, textIn } from './advice.ts';

/**
 * Where a guide is weaker than it could be: the checks that provinces run over their lists of services, and 要素完整率. Hard faults
 * (承诺 longer than 法定, a fee without its basis) are the schema's.
 */

const SHORT_LANDLINE = /^[2-8]\d{6,7}$/;
const isSaid = (value: unknown): boolean => textIn(value) !== '' || listIn(value).length > 0;

const handlingAdvice = ({ handling, time }: Half): readonly Advice[] => {
  const isAtOnce = halfOf(halfOf(time).promised).unit === 'immediate';
  if (handling === '即办件' && !isAtOnce)
    return [{ path: 'time.promised', say: '办件类型是即办件，承诺时限却不是当场办好。请把两处改成一致。' }];
  if (handling !== '即办件' && isAtOnce)
    return [{ path: 'handling', say: '承诺当场办好，办件类型就是即办件。请把两处改成一致。' }];
  return [];
};

const visitAdvice = ({ visits, channels, result }: Half): readonly Advice[] => {
  if (halfOf(visits).count !== 0) return [];
  const ways = [...listIn(channels), ...listIn(halfOf(result).delivery)];
  const isFar = ways.some((way) => ['网上办理', '快递申请', '邮寄送达'].includes(String(way)));
  return isFar
    ? []
    : [{ path: 'channels', say: '写的是一次都不用来，却不能网上办，也不能寄。请加上网上办理或者邮寄。' }];
};

const phoneAdvice = ({ consult, complaint }: Half): readonly Advice[] => {
  const [ask, complain] = [textIn(halfOf(consult).phone), textIn(halfOf(complaint).phone)];
  const short = [
    ['consult.phone', ask],
    ['complaint.phone', complain],
  ] as const;
  return [
    ...(ask !== '' && ask === complain
      ? [{ path: 'complaint.phone', say: '投诉电话和咨询电话一样。请写另一个，投诉的人不用找被投诉的人。' }]
      : []),
    ...short
      .filter(([, phone]) => SHORT_LANDLINE.test(phone))
      .map(([path]) => ({ path, say: '没有区号，外地打不通。请写成 0436-7861003 的样子。' })),
  ];
};

const materialAdvice = ({ materials }: Half): readonly Advice[] =>
  listIn(materials).flatMap((each, at) => {
    const { name, kind, necessity, condition, basis } = halfOf(each);
    const path = `materials.${at}`;
    return [
      ...(/其他|有关|相关/.test(textIn(name))
        ? [{ path: `${path}.name`, say: '这个名称不知道要带什么。请写出每一样的名字。' }]
        : []),
      ...(kind === '证明' && !isSaid(basis)
        ? [{ path: `${path}.basis`, say: '要证明，请写明依据；没有依据的证明不能要。' }]
        : []),
      ...(necessity === '非必要' && !isSaid(condition)
        ? [{ path: `${path}.condition`, say: '不是人人都要。请写明什么情况才要。' }]
        : []),
    ];
  });

const placeAdvice = ({ places }: Half): readonly Advice[] =>
  listIn(places).flatMap((each, at) => {
    const { phone, hours, kind } = halfOf(each);
    return [
      ...(SHORT_LANDLINE.test(textIn(phone))
        ? [{ path: `places.${at}.phone`, say: '没有区号，外地打不通。请写成 0436-7861003 的样子。' }]
        : []),
      ...(kind === '便民服务中心' && isSaid(hours) && !/[0-9０-９一二三四五六七八九十]/.test(textIn(hours))
        ? [{ path: `places.${at}.hours`, say: '没有写几点到几点。请写明钟点，免得白跑。' }]
        : []),
    ];
  });

/** The number of copies to bring, where copies are asked for. */
const copiesAdvice = ({ materials }: Half): readonly Advice[] =>
  listIn(materials).flatMap((each, at) => {
    const { type, copies, necessity } = halfOf(each);
    return textIn(type).includes('复印件') && copies === undefined && necessity !== '免提交'
      ? [{ path: `materials.${at}.copies`, say: '要复印件，没写几份。请写份数，免得再跑一趟。' }]
      : [];
  });

/** 服务对象 against 给谁看. A shop's owner is a person too: a guide for businesses may be for persons alone. */
const clientAdvice = ({ clientTypes, audiences }: Half): readonly Advice[] => {
  const [types, people] = [listIn(clientTypes), listIn(audiences)];
  if (types.length === 0 || types.includes('自然人')) return [];
  return people.some((each) => each !== 'business' && each !== 'everyone')
    ? [{ path: 'clientTypes', say: '给谁看里有个人，服务对象没有自然人。请把两处改成一致。' }]
    : [];
};

const DAYS: Readonly<Record<string, number>> = { immediate: 0, day: 1, workday: 1.4, month: 30 };

/** 承诺 against 法定 where their units differ; where they are the same it is a fault. */
const limitAdvice = ({ time }: Half): readonly Advice[] => {
  const [promised, legal] = [halfOf(halfOf(time).promised), halfOf(halfOf(time).legal)];
  if (promised.unit === legal.unit) return [];
  const daysOf = ({ n, unit }: Half): number => Number(n) * (DAYS[textIn(unit)] ?? Number.NaN);
  return daysOf(promised) > daysOf(legal)
    ? [{ path: 'time.promised', say: '承诺时限看来比法定时限长。请核对两个数和单位。' }]
    : [];
};

export const lintGuide = (guide: Half): readonly Advice[] => [
  ...handlingAdvice(guide),
  ...visitAdvice(guide),
  ...phoneAdvice(guide),
  ...materialAdvice(guide),
  ...copiesAdvice(guide),
  ...placeAdvice(guide),
  ...clientAdvice(guide),
  ...limitAdvice(guide),
];

/** What a whole guide has, beyond what it cannot be saved without. */
const elements: readonly (readonly [path: string, label: string, isThere: (guide: Half) => boolean])[] = [
  ['summary', '一句话说明', ({ summary }) => isSaid(summary)],
  ['aliases', '别的叫法', ({ aliases }) => isSaid(aliases)],
  ['conditions', '条件', ({ conditions }) => listIn(conditions).some(isSaid)],
  ['materials', '材料', ({ materials }) => isSaid(materials)],
  [
    'places',
    '地点、办公时间和电话',
    ({ places }) =>
      isSaid(places) &&
      listIn(places).some((place) => isSaid(halfOf(place).phone) && isSaid(halfOf(place).hours)),
  ],
  ['time.promised', '承诺时限', ({ time }) => halfOf(time).promised !== undefined],
  ['time.legal', '法定时限', ({ time }) => halfOf(time).legal !== undefined],
  ['fee', '收费', ({ fee }) => halfOf(fee).charged !== undefined],
  ['chart', '流程图', ({ chart }) => isSaid(chart)],
  ['result.name', '结果', ({ result }) => isSaid(halfOf(result).name)],
  ['result.validity', '结果的有效期', ({ result }) => isSaid(halfOf(result).validity)],
  [
    'legalBasis',
    '依据到条款',
    ({ legalBasis }) => listIn(legalBasis).some((basis) => isSaid(halfOf(basis).article)),
  ],
  ['faq', '常见问题', ({ faq }) => listIn(faq).some((each) => isSaid(halfOf(each).answer))],
  ['consult.phone', '咨询电话', ({ consult }) => isSaid(halfOf(consult).phone)],
  ['complaint.phone', '投诉电话', ({ complaint }) => isSaid(halfOf(complaint).phone)],
  ['remedy.review', '行政复议', ({ remedy }) => isSaid(halfOf(remedy).review)],
  ['remedy.court', '行政诉讼', ({ remedy }) => isSaid(halfOf(remedy).court)],
];

export interface Completeness {
  /** 0 to 100. */
  readonly percent: number;
  readonly missing: readonly { readonly path: string; readonly label: string }[];
}

/** 要素完整率. */
export const completenessOf = (guide: Half): Completeness => {
  const missing = elements.filter(([, , isThere]) => !isThere(guide));
  return {
    percent: Math.round((100 * (elements.length - missing.length)) / elements.length),
    missing: missing.map(([path, label]) => ({ path, label })),
  };
};
