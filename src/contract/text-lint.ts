import { abbreviated } from './abbreviation.ts';
import type { Advice } from './advice.ts';
import type { EntryKind } from './entry-name.ts';

/** Words that people stumble over, standing before a screen. A small table: each rule looks at one text and says what to do. */

/** 公文 words with plain ones beside. Terms of law (不予公开, 予以公开) are none of them. */
export const plainWords: readonly (readonly [official: RegExp, plain: string])[] = [
  [/兹/, '现在'],
  [/予以(?!公开)/, '直接写做什么'],
  [/之规定/, '的规定'],
  [/逾期/, '过了期限'],
  [/届时/, '到时候'],
  [/(?<!必)须(?!知)/, '要'],
  [/方可/, '才能'],
  [/鉴于/, '因为'],
  [/如有(?=不实|虚假)/, '要是'],
  [/上述/, '上面这些'],
  [/特此/, '去掉'],
  [/未尽事宜/, '没写到的'],
  [/有关规定|相关规定/, '写出是哪一条规定'],
  [/该(?:人员|同志|单位|部门)/, '写出是谁'],
];

/** Acts of offices said without who does them. `被褥`, `被告`, `被车撞了` are none. */
const PASSIVE =
  /被(?:依法|予以)?(退回|驳回|拒绝|取消|撤销(?!监护)|注销|认定|核定|确认|批准|列入|列为|标记|停发|停止|扣除|扣发|处罚|告知|通知)/;
/** Two negations that say yes: none of the questions 能不能不、会不会不. */
const DOUBLE_NO =
  /不得不|(?<!能)不能不|不可不|(?<!会)不会不|(?<!是)不是不|未必不|无不|莫不|并非(?:没有|不)|非[^，。！？；、\n]{1,8}(?:不可|莫属)(?![以能])/;
/** A verb made a noun: 进行审核 is 审核. */
const MADE_NOUN =
  /(?:进行|加以|实施|开展)(审核|审查|核查|核实|调查|登记|公示|公告|检查|评估|认定|补充|修改|告知|发放|申报)/;

interface TextRule {
  readonly id: string;
  /** What to do, or null when there is nothing to say. */
  readonly advise: (text: string, place: TextPlace) => string | null;
}

export interface TextPlace {
  readonly kind: EntryKind;
  readonly path: string;
}

/** How many hanzi a sentence may have there. */
const mostAt = ({ kind, path }: TextPlace): number =>
  kind === 'guide' && path === 'summary' ? SUMMARY_SENTENCE : LONG_SENTENCE;

/** What to do about a sentence that is too long for its place. */
export const longSentence = (text: string, place: TextPlace): string | null => {
  const [longest, most] = [longestOf(text), mostAt(place)];
  return longest > most
    ? `有一句长 ${longest} 字，站着读不下来。请拆成两三句，一句最多 ${most} 字，只说一件事。`
    : null;
};

const CLAUSE = /[，。！？；、：\n]/;
const SENTENCE = /[。！？；\n]/;
/** One idea a sentence; where official words are quoted this is no rule. */
const LONG_SENTENCE = 45;
/** At the head of a guide, where people decide whether it is theirs. */
export const SUMMARY_SENTENCE = 25;
const LONG_TEXT = 160;
const MOST_OF = 3;

/** Hanzi of its longest sentence. */
export const longestOf = (text: string): number =>
  Math.max(...text.split(SENTENCE).map((each) => each.match(/\p{Script=Han}/gu)?.length ?? 0));

export const textRules: readonly TextRule[] = [
  {
    id: 'hard-words',
    advise: (text) => {
      const found = plainWords.flatMap(([official, plain]) => {
        const word = official.exec(text)?.[0];
        return word === undefined ? [] : [`“${word}”（${plain}）`];
      });
      return found.length === 0 ? null : `有的词群众不常说，请换成括号里的说法：${found.join('、')}。`;
    },
  },
  {
    id: 'passive',
    advise: (text) => {
      const [said, verb] = PASSIVE.exec(text) ?? [];
      return said === undefined ? null : `“${said}”没说是谁做的。请写明谁来${verb}。`;
    },
  },
  {
    id: 'double-negation',
    advise: (text) => {
      const said = DOUBLE_NO.exec(text)?.[0];
      return said === undefined ? null : `“${said}”绕了两个弯，容易听反。请直接说要、能、都。`;
    },
  },
  {
    id: 'verb-as-noun',
    advise: (text) => {
      const [said, verb] = MADE_NOUN.exec(text) ?? [];
      return said === undefined ? null : `“${said}”可以只写“${verb}”，短一些，好念。`;
    },
  },
  {
    id: 'long-sentence',
    advise: longSentence,
  },
  {
    id: 'long-text',
    advise: (text) => {
      const length = [...text].length;
      return length > LONG_TEXT
        ? `这一段有 ${length} 字，屏幕上要翻着看。请分成几段，或者只留要紧的。`
        : null;
    },
  },
  {
    id: 'chain-of-de',
    advise: (text) => {
      const chain = text.split(CLAUSE).find((clause) => clause.split('的').length - 1 > MOST_OF);
      return chain === undefined ? null : `“${chain.trim()}”里“的”太多，不好念。请拆成两句。`;
    },
  },
];

/** Fields whose words are not the writer's own, or are read by clerks alone. */
const QUOTED =
  /(?:^|\.)(?:legalBasis|basis|remedy|source|handler|codes|officialName|acceptance|notice|id|version|docNo)(?:\.|$)/;
/** What was issued stands as it is; only what the desk itself writes about it is looked at. */
const OWN_WORDS: Partial<Record<EntryKind, RegExp>> = { item: /^(?:summary|editorNote)$/, page: /^summary$/ };

const isLookedAt = ({ kind, path }: TextPlace): boolean =>
  !QUOTED.test(path) && (OWN_WORDS[kind]?.test(path) ?? true);

/** What is told beside the field while one writes there: the rest stands in the list. */
export const adviceBeside = (text: string, place: TextPlace): string | null =>
  isLookedAt(place) ? longSentence(text, place) : null;

const textsIn = (value: unknown, path: string): readonly (readonly [path: string, text: string])[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [[path, value.trim()]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    path === '' && key === 'en' ? [] : textsIn(each, path === '' ? key : `${path}.${key}`),
  );
};

export const hardTexts = (kind: EntryKind, entry: unknown): readonly Advice[] => {
  const texts = textsIn(entry, '').filter(([path]) => isLookedAt({ kind, path }));
  const hard = texts.flatMap(([path, text]) =>
    textRules.flatMap(({ advise }) => {
      const say = advise(text, { kind, path });
      return say === null ? [] : [{ path, say }];
    }),
  );
  return [...hard, ...abbreviated(texts)];
};
