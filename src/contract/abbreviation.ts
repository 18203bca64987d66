import type { Advice } from './advice.ts';

/**
 * Short words of offices whose long form stands nowhere in the same entry. What people say themselves (低保、五保、新农合) is no
 * abbreviation to them, and is not here.
 */
export const abbreviations: readonly (readonly [short: RegExp, long: string, said?: RegExp])[] = [
  [/城居保|城乡居保|居保(?!障)/, '城乡居民基本养老保险', /城乡居民[^，。]{0,4}养老保险/],
  [/职保(?!障)/, '职工养老保险'],
  [/医共体/, '县乡村一起看病的医疗共同体', /医疗共同体/],
  [/两病/, '高血压、糖尿病', /高血压/],
  [/两癌/, '乳腺癌、宫颈癌', /宫颈癌/],
  [/双通道/, '定点医院和定点药店都能买', /定点[^，。]{0,6}药店/],
  [/防返贫/, '防止返贫', /防止[^，。]{0,3}返贫/],
  [/建档立卡(?=户|贫困|家庭|脱贫)/, '登记过的脱贫户', /脱贫/],
  [/危改/, '危房改造'],
  [/宅改/, '宅基地改革'],
  [/增减挂/, '城乡建设用地增减挂钩', /增减挂钩/],
  [/残保金/, '残疾人就业保障金'],
  [/特扶/, '计划生育特别扶助', /特别扶助/],
  [/奖扶/, '计划生育奖励扶助', /奖励扶助/],
  [/农补/, '种地补贴'],
  [/三资/, '村集体的资金、资产、资源', /资产、资源|资产和资源/],
  [/一事一议/, '村民商量筹钱筹工办公益事', /筹[钱资]筹[工劳]/],
  [/放管服/, '少审批、好办事', /简政放权/],
  [/社平工资/, '全省职工平均工资', /平均工资/],
  [/一老一小/, '老人和孩子'],
  [/两不愁/, '不愁吃、不愁穿', /不愁吃/],
];

/** Letters that everybody reads, or that name a thing to buy or open. */
const KNOWN_LETTERS = /^(?:APP|PDF|QQ|WIFI|VIP|ATM|POS|SIM|NFC|ID|KG|CM|MM|KM|AA|AB|CT|DNA|HIV|IC|USB)$/;
const LETTERS = /(?<![A-Za-z0-9./_@-])[A-Z]{2,6}(?![A-Za-z0-9./_@-])/g;

type Text = readonly [path: string, text: string];

/** Names under which people search are theirs to shorten. */
const OWN_SHORT = /(?:^|\.)(?:aliases|keywords|id)(?:\.|$)/;

const lettersIn = (text: string, all: string): string | undefined =>
  (text.match(LETTERS) ?? []).find(
    (word) =>
      !KNOWN_LETTERS.test(word) && !new RegExp(`${word}\\s?[（(]|[（(]\\s?(?:简称|叫)?\\s?${word}`).test(all),
  );

/** Each short word once, where it stands first. */
export const abbreviated = (texts: readonly Text[]): readonly Advice[] => {
  const own = texts.filter(([path]) => !OWN_SHORT.test(path));
  const all = own.map(([, text]) => text).join('\n');
  const shortened = abbreviations.flatMap(([short, long, said]) => {
    if (said?.test(all) === true || all.includes(long)) return [];
    const [path, text] = own.find((each) => short.test(each[1])) ?? [];
    const word = short.exec(text ?? '')?.[0];
    return path === undefined || word === undefined
      ? []
      : [{ path, say: `“${word}”是办公室里的叫法。请写全，例如“${long}”，或者第一次写全、括号里写简称。` }];
  });
  const letters = own.flatMap(([path, text]) => {
    const word = lettersIn(text, all);
    return word === undefined ? [] : [{ path, word }];
  });
  const firsts = letters.filter(({ word }, at) => letters.findIndex((each) => each.word === word) === at);
  return [
    ...shortened,
    ...firsts.map(({ path, word }) => ({
      path,
      say: `“${word}”是字母缩写，很多人不认识。请写中文叫法，要用缩写的放在括号里。`,
    })),
  ];
};
