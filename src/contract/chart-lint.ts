import { type Advice, type Half, halfOf, listIn, textIn } from './advice.ts';

/** Where a chart is harder to follow than it could be. What is wrong with its arrows is `chartFaults`. */

/** More than a standing reader takes in. The law's own procedures may be longer. */
export const MANY_STEPS = 12;
/** What a box holds in two lines. */
const LONG_LABEL = 12;

/** Steps outside of the usual way that have a name of their own (特别程序). */
const PROCEDURE = /公示|公告|听证|勘验|鉴定|检测|体检|评估|评定|评审|论证|招标|拍卖/g;

/** How charts say it in fewer or plainer words. */
const saidAs = (word: string): RegExp => {
  if (word.startsWith('评')) return /评/;
  return word === '公示' || word === '公告' ? /公示|公告|张榜/ : new RegExp(word);
};

/** Which of the guide's own procedures (公示、听证……) its chart does not show. */
export const missingProcedures = (guide: Half, chart: Half): readonly string[] => {
  const named = listIn(halfOf(guide.time).special).flatMap(
    (each) => textIn(halfOf(each).name).match(PROCEDURE) ?? [],
  );
  const said = listIn(chart.steps)
    .map((each) => ['label', 'limit', 'note'].map((key) => textIn(halfOf(each)[key])).join(' '))
    .join('\n');
  return [...new Set(named)].filter((word) => !saidAs(word).test(said));
};

const manyAdvice = ({ steps }: Half): readonly Advice[] => {
  const count = listIn(steps).length;
  return count > MANY_STEPS
    ? [
        {
          path: 'steps',
          say: `有 ${count} 步。站着看图，超过 ${MANY_STEPS} 步就难记住：可以把同一处办的合成一步。`,
        },
      ]
    : [];
};

const labelAdvice = ({ steps }: Half): readonly Advice[] =>
  listIn(steps).flatMap((step, at) => {
    const { length } = [...textIn(halfOf(step).label)];
    return length > LONG_LABEL
      ? [
          {
            path: `steps.${at}.label`,
            say: `有 ${length} 个字，图上挤成几行。请缩到 ${LONG_LABEL} 个字以内，细的写到说明里。`,
          },
        ]
      : [];
  });

const branchAdvice = ({ steps }: Half): readonly Advice[] =>
  listIn(steps).flatMap((step, at) => {
    const { shape, branches } = halfOf(step);
    const ways = shape === 'decision' ? listIn(branches).map(halfOf) : [];
    const whither = new Set(ways.map(({ to }) => textIn(to)));
    const words = ways.map(({ label }) => textIn(label)).filter((label) => label !== '');
    return [
      ...(ways.length > 1 && whither.size === 1 && !whither.has('')
        ? [
            {
              path: `steps.${at}.branches`,
              say: '几个分岔都到同一步，等于没有分岔。请改分岔，或者把它改成步骤。',
            },
          ]
        : []),
      ...(new Set(words).size < words.length
        ? [{ path: `steps.${at}.branches`, say: '有两个分岔写的一样，不知道走哪边。请写清各是什么情况。' }]
        : []),
    ];
  });

/** `guide`: the guide whose procedure this is, where it is known. */
const guideAdvice = (chart: Half, guide: Half | null): readonly Advice[] => {
  if (guide === null) return [];
  const title = textIn(guide.title);
  const missing = missingProcedures(guide, chart);
  return [
    ...(textIn(guide.chart) !== '' && guide.chart !== chart.id
      ? [
          {
            path: 'guide',
            say: `“${title}”这份指南选的是另一张流程图。请到指南里改选这一张，或者在这里改选别的指南。`,
          },
        ]
      : []),
    ...(missing.length > 0
      ? [
          {
            path: 'steps',
            say: `“${title}”这份指南里写了${missing.map((word) => `“${word}”`).join('、')}，图上没有这一步。请补上，或者改指南的特别程序。`,
          },
        ]
      : []),
  ];
};

export const lintChart = (chart: Half, guide: Half | null = null): readonly Advice[] => [
  ...manyAdvice(chart),
  ...labelAdvice(chart),
  ...branchAdvice(chart),
  ...guideAdvice(chart, guide),
];
