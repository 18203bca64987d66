import type { Item } from './item.ts';

/**
 * What a township must have something under: 条例 Art. 20 (without its last item, 其他), the eight of Art. 21, and the 26 fields of the
 * standard catalogue (国办发〔2019〕54号). Which of the fields are the township's own is for the county's list to say.
 */
export interface Heading {
  readonly id: string;
  readonly list: HeadingList;
  readonly label: string;
}

export const headingLists = {
  clause20: '条例第二十条',
  clause21: '条例第二十一条（乡镇）',
  field: '标准目录 26 个领域',
} as const;
export type HeadingList = keyof typeof headingLists;
export const headingListIds = Object.keys(headingLists) as [HeadingList, ...HeadingList[]];

const clause20 = [
  '法规、规章和规范性文件',
  '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
  '发展规划和相关政策',
  '统计信息',
  '许可和服务事项的依据、条件、程序、结果',
  '处罚、强制的依据、条件、程序和决定',
  '财政预算、决算',
  '收费项目及其依据、标准',
  '集中采购的目录、标准和实施情况',
  '重大建设项目的批准和实施情况',
  '扶贫、教育、医疗、社会保障、就业的政策、措施和实施情况',
  '应急预案、预警信息和应对情况',
  '环保、卫生、安全生产、食品药品、产品质量的监督检查',
  '招考的职位、名额、条件和录用结果',
];

/** Each with the words by which an item under Art. 21 is known to belong to it. */
const clause21: readonly (readonly [label: string, words: RegExp])[] = [
  ['贯彻落实农业农村政策', /农业|农村政策|种地|耕地|补贴|乡村振兴/],
  ['农田水利工程建设运营', /水利|灌溉|排涝|渠/],
  ['农村土地承包经营权流转', /流转|承包/],
  ['宅基地使用情况审核', /宅基地|建房/],
  ['土地征收', /土地征收|征地/],
  ['房屋征收', /房屋征收|拆迁/],
  ['筹资筹劳', /筹资|筹劳|一事一议/],
  ['社会救助', /救助|低保|特困|五保/],
];

const fields = [
  '重大建设项目',
  '公共资源交易',
  '财政预决算',
  '安全生产',
  '税收管理',
  '征地补偿',
  '国有土地上房屋征收',
  '保障性住房',
  '农村危房改造',
  '生态环境',
  '公共文化服务',
  '公共法律服务',
  '扶贫',
  '救灾',
  '食品药品监管',
  '城市综合执法',
  '就业',
  '社会保险',
  '社会救助',
  '养老服务',
  '户籍管理',
  '涉农补贴',
  '义务教育',
  '医疗卫生',
  '市政服务',
  '新闻出版版权',
];

const HANZI = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四'];

export const headings: readonly Heading[] = [
  ...clause20.map((label, at) => ({
    id: `20-${at + 1}`,
    list: 'clause20' as const,
    label: `（${HANZI[at]}）${label}`,
  })),
  ...clause21.map(([label], at) => ({ id: `21-${at + 1}`, list: 'clause21' as const, label })),
  ...fields.map((label, at) => ({ id: `field-${at + 1}`, list: 'field' as const, label })),
];
export const headingIds = headings.map(({ id }) => id) as [string, ...string[]];
/** Service guides are disclosed under Art. 20 (5). */
export const GUIDE_HEADING = '20-5';

export const headingLabel = (id: string): string => headings.find((each) => each.id === id)?.label ?? id;

export type Classed = Pick<Item, 'title' | 'legalClause' | 'standardField' | 'topicClass' | 'keywords'>;

const CLAUSE_20 = /第?(?:二十|20)条第?[（(]?([一二三四五六七八九十]+|\d+)[)）]?项?/;

const clauseHeadings = ({
  title,
  legalClause = '',
  standardField,
  topicClass,
  keywords,
}: Classed): string[] => {
  const number = CLAUSE_20.exec(legalClause)?.[1];
  const at = number === undefined ? -1 : HANZI.includes(number) ? HANZI.indexOf(number) : Number(number) - 1;
  if (clause20[at] !== undefined) return [`20-${at + 1}`];
  if (!/第?(?:二十一|21)条/.test(legalClause)) return [];
  const words = [title, standardField, topicClass, ...keywords].join(' ');
  return clause21.flatMap(([label, known], each) =>
    words.includes(label) || known.test(words) ? [`21-${each + 1}`] : [],
  );
};

/** The headings under which an item stands, by its clause, its field and, within Art. 21, its words. */
export const headingsOf = (item: Classed): readonly string[] => {
  const field = (item.standardField ?? '').replace(/（.*）|\(.*\)|领域$/g, '');
  const at = fields.indexOf(field === '乡村振兴' ? '扶贫' : field);
  return [...clauseHeadings(item), ...(at < 0 ? [] : [`field-${at + 1}`])];
};
