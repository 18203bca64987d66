import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemGenres } from '../../src/contract/item.ts';
import { audienceIds, topicIds } from '../../src/contract/topic.ts';
import { paragraph, personName, sentence, villageName, words } from './prose.ts';
import { type Random, random, seedOf } from './random.ts';

/**
 * The data of every benchmark: content files as a hall brings them, to be loaded by the real import. Promise: the same seed
 * gives the same bytes, and each entry depends on the seed and its own number alone. A later `version` of an entry differs from
 * the one before in its title and one paragraph, as an edit does.
 */
export interface Size {
  readonly items: number;
  /** As many charts: each guide has its own. */
  readonly guides: number;
}

export const FULL: Size = { items: 10_000, guides: 200 };
export const SEED = 20_140_101;

export interface ContentFile {
  readonly path: string;
  readonly text: string;
}

export const itemName = (at: number): string => `bench-${String(at).padStart(5, '0')}`;
export const guideName = (at: number): string => `bench-${String(at).padStart(3, '0')}`;

export function* contentFiles(size: Size, seed = SEED): Iterable<ContentFile> {
  for (let at = 0; at < size.items; at += 1) yield itemFile(at, 0, seed);
  for (let at = 0; at < size.guides; at += 1) yield* guideFiles(at, seed);
}

/** Writes files into a folder that need not be there. */
export function writeFiles(folder: string, files: Iterable<ContentFile>): void {
  for (const kind of ['item', 'guide', 'chart']) mkdirSync(join(folder, kind), { recursive: true });
  for (const { path, text } of files) writeFileSync(join(folder, path), text);
}

const DEPARTMENTS = ['dangzheng', 'shebao', 'yibao', 'minzheng', 'nongye', 'jianshe', 'yingji', 'caizheng'];
const CATEGORIES = ['organisation', 'decision', 'work', 'finance', 'promise', 'annual-report', 'rules'];
const LAST_YEAR = 2026;
const YEARS = 18;

const SUBJECTS = [
  '耕地地力保护补贴发放',
  '农村危房改造对象',
  '城乡居民养老保险参保',
  '最低生活保障对象动态调整',
  '临时救助资金发放',
  '高龄津贴发放',
  '宅基地审批',
  '农机购置补贴',
  '防汛抗旱应急',
  '森林草原防火',
  '秸秆禁烧',
  '高标准农田建设',
  '乡村道路养护',
  '人居环境整治',
  '残疾人两项补贴',
  '医疗保险参保缴费',
  '春季植树造林',
  '动物防疫',
  '安全生产检查',
  '财政预算执行',
  '公益性岗位招聘',
  '退役军人优待证申领',
  '饮水安全巩固提升',
  '惠农补贴一卡通',
  '村级集体经济收支',
  '土地承包经营权流转',
  '产业扶持项目',
  '防止返贫监测',
];
const ENDS: Record<string, string> = {
  公示: '情况公示',
  公告: '公告',
  报告: '工作报告',
  通知: '通知',
  决定: '的决定',
};

function titleOf(chance: Random, year: number, genre: string): string {
  const end = ENDS[genre] ?? '有关事项';
  const where = chance.chance(0.6) ? villageName(chance) : '嘎什根乡';
  const subject = chance.pick(SUBJECTS);
  return chance.chance(0.3)
    ? `关于${where}${subject}第${chance.between(1, 60)}批${end}`
    : `${where}${year}年${subject}${end}`;
}

export function itemFile(at: number, version = 0, seed = SEED): ContentFile {
  const chance = random(seedOf(seed, 'item', at));
  const year = LAST_YEAR - Math.floor((at * YEARS) / FULL.items) - (at >= FULL.items ? at % YEARS : 0);
  const month = String(chance.between(1, 10)).padStart(2, '0');
  const genre = chance.pick(itemGenres);
  const title = titleOf(chance, year, genre);
  const fields = {
    title: version === 0 ? title : `${title}（第${version}次修订）`,
    docNo: `嘎政发〔${year}〕${at + 1}号`,
    publisher: '嘎什根乡人民政府',
    department: chance.pick(DEPARTMENTS),
    category: chance.pick(CATEGORIES),
    genre,
    legalClause: `第二十条第${chance.pick(['一', '三', '五', '七', '十', '十一', '十四'])}项`,
    formedOn: `${year}-${month}-${String(chance.between(1, 28)).padStart(2, '0')}`,
    summary: sentence(chance),
    figures: Array.from({ length: chance.between(0, 3) }, () => ({
      label: words(chance, 8),
      value: chance.between(1, 99_999),
      unit: chance.pick(['户', '人', '亩', '元', '件']),
    })),
    disclosureWay: '主动公开',
    scope: '全社会',
    validity: '有效',
    personalData: '无',
    keywords: [words(chance, 6), words(chance, 6), words(chance, 4)],
    sample: true,
  };
  const blocks = bodyOf(chance);
  if (version > 0) {
    const edit = random(seedOf(seed, 'item', at, version));
    blocks[edit.between(0, blocks.length - 1)] = paragraph(edit, 150);
  }
  return { path: `item/${itemName(at)}.md`, text: `---\n${yaml(fields)}---\n\n${blocks.join('\n\n')}\n` };
}

/** About 800 hanzi: a few paragraphs under headings, one list, in every fifth item a table. */
function bodyOf(chance: Random): string[] {
  const blocks: string[] = [];
  let length = 0;
  const whole = chance.between(480, 700);
  while (length < whole) {
    if (blocks.length % 3 === 1) blocks.push(`## ${words(chance, 10)}`);
    const text = paragraph(chance, chance.between(80, 240));
    blocks.push(text);
    length += text.length;
  }
  blocks.push(Array.from({ length: 3 }, () => `- ${sentence(chance)}`).join('\n'));
  if (chance.chance(0.2)) {
    const rows = Array.from(
      { length: 6 },
      () => `| ${villageName(chance)} | ${personName(chance)} | ${chance.between(1, 900)} |`,
    );
    blocks.push(['| 村 | 户主 | 面积（亩） |', '| --- | --- | --- |', ...rows].join('\n'));
  }
  return blocks;
}

export function guideFiles(at: number, seed = SEED): ContentFile[] {
  const chance = random(seedOf(seed, 'guide', at));
  const name = guideName(at);
  const title = `${chance.pick(['申请', '领取', '办理', '变更', '补办'])}${words(chance, 6)}${chance.pick(['补贴', '登记', '认定', '救助', '证明'])}`;
  return [
    { path: `guide/${name}.yaml`, text: yaml({ ...guideOf(chance, title), chart: `chart/${name}` }) },
    { path: `chart/${name}.yaml`, text: yaml({ ...chartOf(chance, title), guide: `guide/${name}` }) },
  ];
}

function guideOf(chance: Random, title: string): object {
  const line = (most: number): string => sentence(chance).slice(0, most);
  const many = <T>(from: number, to: number, make: () => T): T[] =>
    Array.from({ length: chance.between(from, to) }, make);
  return {
    title,
    officialName: `城乡居民${words(chance, 8)}${chance.pick(['给付', '确认', '备案'])}`,
    aliases: many(2, 5, () => words(chance, 7)).filter((each, index, all) => all.indexOf(each) === index),
    topics: [chance.pick(topicIds)],
    audiences: [chance.pick(audienceIds)],
    summary: line(60),
    taskType: '公共服务',
    clientTypes: ['自然人'],
    handler: {
      department: chance.pick(DEPARTMENTS),
      name: '镇赉县社会保险经办机构',
      nature: '授权组织',
      level: '县级',
      acceptedBy: '嘎什根乡便民服务大厅',
      decidedBy: '镇赉县社会保险经办机构',
    },
    handling: '承诺件',
    conditions: many(3, 5, () => line(120)),
    materials: many(3, 5, () => ({
      name: `${words(chance, 10)}证明`,
      kind: chance.pick(['申请表', '证照', '证明']),
      type: '原件',
      source: '政府部门核发',
      necessity: chance.pick(['必要', '非必要']),
      note: line(30),
    })),
    places: [
      {
        name: '嘎什根乡便民服务大厅',
        kind: '便民服务中心',
        address: '嘎什根乡人民政府院内一楼（示例）',
        window: `${chance.between(1, 8)} 号窗口`,
        hours: '周一至周五 8:30–11:30，13:30–17:00；冬季至 16:30',
        phone: '0436-7861003',
      },
    ],
    channels: ['窗口办理'],
    time: { promised: { n: chance.between(1, 20), unit: 'workday' } },
    fee: { charged: false },
    visits: { count: 1, reason: line(60) },
    result: { type: '登记', name: words(chance, 10), delivery: ['窗口领取'] },
    legalBasis: [
      { law: `${words(chance, 10)}条例`, article: `第${chance.between(1, 60)}条`, text: line(120) },
    ],
    faq: many(3, 5, () => ({
      question: `${words(chance, 14)}？`,
      answer: paragraph(chance, 60).slice(0, 200),
    })),
    consult: { phone: '12333' },
    complaint: { phone: '0436-7861003' },
    remedy: { review: line(120) },
    sample: [],
    updatedOn: `${LAST_YEAR}-0${chance.between(1, 9)}-1${chance.between(0, 9)}`,
  };
}

/** Nine steps and two branches, as those of the demo hall have. */
function chartOf(chance: Random, title: string): object {
  const label = (): string => words(chance, 9);
  const step = (id: string, next: string): object => ({
    id,
    shape: 'step',
    label: label(),
    who: '社会保障所',
    limit: '当场',
    next,
  });
  return {
    title,
    summary: sentence(chance).slice(0, 80),
    steps: [
      { id: 'apply', shape: 'start', label: '您提出申请', who: '您', next: 'complete' },
      {
        id: 'complete',
        shape: 'decision',
        label: '材料齐吗？',
        branches: [
          { label: '齐', to: 'accept' },
          { label: '不齐', to: 'supplement' },
        ],
      },
      step('supplement', 'apply-again'),
      step('apply-again', 'accept'),
      step('accept', 'check'),
      step('check', 'qualified'),
      {
        id: 'qualified',
        shape: 'decision',
        label: '符合条件吗？',
        branches: [
          { label: '符合', to: 'done' },
          { label: '不符合', to: 'refused' },
        ],
      },
      { id: 'done', shape: 'end', label: label() },
      { id: 'refused', shape: 'end', label: '书面告知理由' },
    ],
    sample: true,
    updatedOn: `${LAST_YEAR}-01-15`,
  };
}

/** JSON is YAML: a field a line. */
const yaml = (fields: object): string =>
  Object.entries(fields)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
