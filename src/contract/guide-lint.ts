import { type Advice, type Half, halfOf, listIn, textIn } from './advice.ts';
import { missingProcedures } from './chart-lint.ts';
import { type TopicId, topics } from './topic.ts';

/**
 * Where a guide is weaker than it could be: the checks that provinces run over their lists of services, and 要素完整率. Hard faults
 * (承诺 longer than 法定, a fee without its basis) are the schema's.
 */

const SHORT_LANDLINE = /^[2-8]\d{6,7}$/;
const isSaid = (value: unknown): boolean => textIn(value) !== '' || listIn(value).length > 0;

const timeAdvice = ({ handling, time }: Half): readonly Advice[] => {
  const isAtOnce = halfOf(halfOf(time).promised).unit === 'immediate';
  if (handling === '即办件' && !isAtOnce)
    return [{ path: 'time.promised', say: '办件类型是即办件，承诺时限却不是当场办好。请把两处改成一致。' }];
  if (handling !== '即办件' && isAtOnce)
    return [{ path: 'handling', say: '承诺当场办好，办件类型就是即办件。请把两处改成一致。' }];
  return [];
};

/** 即办件 ⇔ 即审即办 */
const examinationAdvice = ({ handling, examination }: Half): readonly Advice[] => {
  if (handling === '即办件' && examination === '前审后批')
    return [{ path: 'examination', say: '即办件当场审、当场办，是即审即办。请把两处改成一致。' }];
  if (handling !== '即办件' && examination === '即审即办')
    return [{ path: 'handling', say: '写的是即审即办，办件类型就是即办件。请把两处改成一致。' }];
  return [];
};

const PAID_ONLINE = /(?:网上|在线|线上|手机|扫码|微信|支付宝).{0,4}(?:缴|交钱|付|收费)/;

/** No schema offers a way to pay where nothing is charged; words still can. */
const feeAdvice = ({ fee }: Half): readonly Advice[] => {
  const { charged, note } = halfOf(fee);
  return charged === false && PAID_ONLINE.test(textIn(note))
    ? [{ path: 'fee.note', say: '写的是不收费，说明里却写着网上交钱。请核对收不收费。' }]
    : [];
};

const FAR_WAYS: readonly string[] = ['网上办理', '快递申请', '邮寄送达', '帮办代办'];

const visitAdvice = ({ visits, channels, result }: Half): readonly Advice[] => {
  if (halfOf(visits).count !== 0) return [];
  const ways = [...listIn(channels), ...listIn(halfOf(result).delivery)];
  // Who is helped at home (帮办代办) does not come either.
  const isFar = ways.some((way) => FAR_WAYS.includes(String(way)));
  return isFar
    ? []
    : [{ path: 'channels', say: '写的是一次都不用来，却不能网上办、不能寄，也没有人代办。请加上一样。' }];
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

/** Matters of a person's life: nobody but a natural person grows old, is born or ill. */
const PERSONAL_TOPICS: readonly unknown[] = [
  'old-age',
  'medical',
  'aid',
  'disability',
  'birth',
  'veteran',
  'death',
] satisfies TopicId[];

/** 服务对象 against 给谁看 and 主题. A shop's owner is a person too: a guide for businesses may be for persons alone. */
const clientAdvice = ({ clientTypes, audiences, topics: its }: Half): readonly Advice[] => {
  const types = listIn(clientTypes);
  if (types.length === 0 || types.includes('自然人')) return [];
  if (listIn(audiences).some((each) => each !== 'business' && each !== 'everyone'))
    return [{ path: 'clientTypes', say: '给谁看里有个人，服务对象没有自然人。请把两处改成一致。' }];
  const personal = listIn(its).find((each) => PERSONAL_TOPICS.includes(each));
  return personal === undefined
    ? []
    : [
        {
          path: 'clientTypes',
          say: `主题“${topics[personal as TopicId].title}”是个人的事，服务对象没有自然人。请把两处改成一致。`,
        },
      ];
};

/** What one carries home is recognised by how it looks; money and a note in a register are not. */
const isPaper = ({ result }: Half): boolean =>
  ['证照', '批文', '证明'].includes(String(halfOf(result).type)) && isSaid(halfOf(result).name);

const specimenAdvice = (guide: Half): readonly Advice[] =>
  isPaper(guide) && !isSaid(halfOf(guide.result).specimen)
    ? [{ path: 'result.specimen', say: '拿到的是一张证或一份文书，没写是什么样。请写一句，群众好认。' }]
    : [];

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

/** The five steps of a permit (行政许可法 Art. 29 ff.), and how charts say them to people. */
const PERMIT_STEPS: readonly (readonly [step: string, said: RegExp])[] = [
  ['受理', /受理|接件|收件|收下|收材料|收申请|登记/],
  ['审查', /审|查|核|勘|踏看|看[地树房现]|评/],
  ['决定', /决定|批|许可(?!证)|准予|同意|签发|能不能|行不行/],
  ['办结', /办结|办好|办完/],
  ['送达', /送|领(?!着|导)|发(?!现|展|改)|寄|取[证件走]|拿|告诉|通知/],
];

/** What the chart of a permit does not show. Whoever comes to an end is done: that is its 办结. */
const permitAdvice = ({ taskType }: Half, chart: Half | null): readonly Advice[] => {
  if (taskType !== '行政许可' || chart === null) return [];
  const steps = listIn(chart.steps).map(halfOf);
  const said = steps.map(({ label, note }) => `${textIn(label)} ${textIn(note)}`).join('\n');
  const missing = PERMIT_STEPS.filter(
    ([step, words]) => !words.test(said) && !(step === '办结' && steps.some(({ shape }) => shape === 'end')),
  ).map(([step]) => step);
  return missing.length === 0
    ? []
    : [
        {
          path: 'chart',
          say: `行政许可要有受理、审查、决定、办结、送达。流程图里没有：${missing.join('、')}。请在流程图里补上。`,
        },
      ];
};

const procedureAdvice = (guide: Half, chart: Half | null): readonly Advice[] => {
  const missing = chart === null ? [] : missingProcedures(guide, chart);
  return missing.length === 0
    ? []
    : [
        {
          path: 'time.special',
          say: `这里写了${missing.map((word) => `“${word}”`).join('、')}，流程图里没有这一步。请把两处改成一致。`,
        },
      ];
};

/** `chart`: the guide's own, where it is known. */
export const lintGuide = (guide: Half, chart: Half | null = null): readonly Advice[] => [
  ...timeAdvice(guide),
  ...examinationAdvice(guide),
  ...feeAdvice(guide),
  ...visitAdvice(guide),
  ...phoneAdvice(guide),
  ...materialAdvice(guide),
  ...copiesAdvice(guide),
  ...placeAdvice(guide),
  ...clientAdvice(guide),
  ...specimenAdvice(guide),
  ...permitAdvice(guide, chart),
  ...procedureAdvice(guide, chart),
  ...limitAdvice(guide),
];

interface Element {
  readonly path: string;
  readonly label: string;
}
type Row = readonly [path: string, label: string, isThere: (guide: Half) => boolean];

/** What a whole guide has, beyond what it cannot be saved without. */
const elements: readonly Row[] = [
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
  readonly missing: readonly Element[];
}

const SPECIMEN: Row = ['result.specimen', '结果样本', ({ result }) => isSaid(halfOf(result).specimen)];

/** 要素完整率. */
export const completenessOf = (guide: Half): Completeness => {
  const asked = isPaper(guide) ? [...elements, SPECIMEN] : elements;
  const missing = asked.filter(([, , isThere]) => !isThere(guide));
  return {
    percent: Math.round((100 * (asked.length - missing.length)) / asked.length),
    missing: missing.map(([path, label]) => ({ path, label })),
  };
};
