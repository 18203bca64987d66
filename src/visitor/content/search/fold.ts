import { WHO } from '../../../contract/find-department.ts';

/**
 * One spelling for text and query, character for character: every range found in folded text holds in the original. That is
 * why NFKC is not used here: it may change lengths.
 */
export const fold = (text: string): string => text.replace(UNFOLDED, folded);

/** One pass: it goes over every word of ten thousand entries. */
const UNFOLDED = /[A-Z\u3000\uff01-\uff5e\u00fc\u01d6\u01d8\u01da\u01dc]/g;

const folded = (char: string): string => {
  const code = char.charCodeAt(0);
  if (code === 0x3000) return ' ';
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0).toLowerCase();
  return code < 0x80 ? char.toLowerCase() : 'v';
};

const SEPARATORS = /[\s,.;:!?'"()<>/|·、。，；：！？“”‘’（）《》〈〉【】〔〕…—]+/u;
const MAX_QUERY = 40;

/** The words of a query that must all be found. */
export const termsOf = (query: string): readonly string[] =>
  fold(query.slice(0, MAX_QUERY))
    .split(SEPARATORS)
    .filter((term) => term !== '');

export const isLatin = (term: string): boolean => /^[a-z]+$/.test(term);

/** What people say around the thing they want: `我想问一下怎么办理…`. */
const FILLERS =
  /请问|我想|我要|想要|需要|怎么样|怎么|怎样|如何|哪里|哪儿|什么|办理|申请|手续|问一下|一下|咨询|查询|查看|多少|在哪|能不能|可以|的|了|吗|呢/g;

const core = (term: string): string => term.replace(WHO, ' ').replace(FILLERS, ' ').trim();

/** The query without fillers, in runs of one script: `怎么领2014年养老金` → `领`, `2014`, `年养老金`. */
export const coreRuns = (query: string): readonly string[] => {
  const terms = termsOf(query);
  const cores = terms.map(core).filter((term) => term !== '');
  return (cores.length > 0 ? cores : terms)
    .flatMap((term) => term.split(' '))
    .flatMap((term) => term.match(/[a-z]+|\d+|[^a-z\d]+/g) ?? [])
    .filter((run) => run !== '');
};
