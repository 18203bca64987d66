import * as v from 'valibot';
import { Day } from '../../../contract/day-schema.ts';
import { type Block, plainText } from '../../../contract/text.ts';
import type { Branch, Tree } from '../field/tree.ts';

/**
 * What a document says of itself, put into the fields of an entry: its title, number and date, and for a guide its sections by their
 * headings. What is not recognised stays in the text; the clerk goes over all of it before it can be sent for review.
 */

export interface Document {
  readonly title: string;
  /** Without the title. */
  readonly body: readonly Block[];
}

const MOST_TITLE = 120;
/** A title stands at the top; what comes later is a heading. */
const TITLE_WITHIN = 3;

export const documentOf = (blocks: readonly Block[]): Document => {
  const at = blocks.slice(0, TITLE_WITHIN).findIndex(isTitle);
  const title = at === -1 ? '' : textOf(blocks[at]);
  return { title, body: blocks.filter((_, index) => index !== at) };
};

const textOf = (block: Block | undefined): string =>
  block === undefined ? '' : plainText([block]).replace(/\s+/g, ' ').trim();

/** A heading, or a line that ends as titles of documents end. */
const isTitle = (block: Block): boolean => {
  const text = textOf(block);
  if (text === '' || text.length > MOST_TITLE) return false;
  if (block.type === 'heading') return true;
  return (
    block.type === 'paragraph' &&
    /(通知|公告|公示|决定|意见|报告|方案|办法|制度|指南|规划|预案|批复|函)$/.test(text)
  );
};

const DOC_NO = /[\p{Script=Han}A-Za-z]{1,12}〔\d{4}〕(?:第)?\d{1,5}号/u;
const DATE = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/;
/** The number stands above the text, the date beneath it. */
const NUMBER_WITHIN = 8;
const DATE_WITHIN = 6;
const MOST_SUMMARY = 300;

export const itemFieldsOf = ({ title, body }: Document): Branch => {
  const docNo = body
    .slice(0, NUMBER_WITHIN)
    .map(textOf)
    .map((text) => DOC_NO.exec(text)?.[0])
    .find(Boolean);
  const formedOn = body.slice(-DATE_WITHIN).reverse().map(textOf).map(dayOf).find(Boolean);
  const genre = /(通知|公告|公示|决定|意见|报告|规划|批复|函|制度)$/.exec(title)?.[1];
  const first = body.find((block) => block.type === 'paragraph' && textOf(block).length > 15);
  return {
    ...(docNo ? { docNo } : {}),
    ...(formedOn ? { formedOn } : {}),
    ...(genre ? { genre } : {}),
    ...(first ? { summary: textOf(first).slice(0, MOST_SUMMARY) } : {}),
    body: body as unknown as Tree,
  };
};

const dayOf = (text: string): Day | null => {
  const found = DATE.exec(text);
  if (found === null) return null;
  const [, year = '', month = '', date = ''] = found;
  const day = v.safeParse(Day, `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  return day.success ? day.output : null;
};

/** Sections of a guide by the words in their headings (GB/T 39554.2-2020). */
const SECTIONS: readonly (readonly [RegExp, (lines: readonly string[]) => Branch])[] = [
  [/条件|对象|谁能办/, (lines) => ({ conditions: lines.map((line) => line.slice(0, 160)).slice(0, 20) })],
  [
    /材料|带什么/,
    (lines) => ({
      materials: lines.slice(0, 30).map((line) => ({
        name: line.slice(0, 60),
        kind: /表$/.test(line) ? '申请表' : '证明',
        type: /复印件/.test(line) ? '复印件' : '原件',
        source: '申请人自备',
        necessity: '必要',
      })),
    }),
  ],
  [/依据/, (lines) => ({ legalBasis: lines.slice(0, 12).map(basisOf) })],
  [/救济|复议/, (lines) => ({ remedy: { review: lines.join('').slice(0, 160) } })],
];

const basisOf = (line: string): Branch => {
  const law = /《([^》]{1,98})》/.exec(line)?.[1];
  const article = /第[一二三四五六七八九十百零\d]+条(?:第[一二三四五六七八九十\d]+款)?/.exec(line)?.[0];
  return { law: law ?? line.slice(0, 100), ...(article ? { article } : {}) };
};

export interface GuideDraft {
  readonly fields: Branch;
  /** Headings whose text found no field: it has to be put where it belongs by hand. */
  readonly left: readonly string[];
}

export const guideFieldsOf = ({ body }: Document): GuideDraft => {
  const fields: Record<string, Tree> = {};
  const left: string[] = [];
  const faq: Tree[] = [];
  for (const { heading, lines } of sectionsOf(body)) {
    const found = SECTIONS.find(([words]) => words.test(heading));
    if (lines.length === 0) continue;
    if (found !== undefined) Object.assign(fields, found[1](lines));
    else if (/[？?]$/.test(heading))
      faq.push({ question: heading.slice(0, 60), answer: lines.join('\n').slice(0, 300) });
    else left.push(heading);
  }
  return { fields: { ...fields, ...(faq.length > 0 ? { faq } : {}) }, left };
};

interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

const NUMBERED = /^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*/;

const sectionsOf = (body: readonly Block[]): readonly Section[] => {
  const out: { heading: string; lines: string[] }[] = [];
  for (const block of body) {
    const text = textOf(block);
    if (isSectionHead(block, text))
      out.push({ heading: text.replace(NUMBERED, '').replace(/[：:]$/, ''), lines: [] });
    else out.at(-1)?.lines.push(...linesOf(block));
  }
  return out;
};

/** Township guides number their sections and style nothing. */
const isSectionHead = (block: Block, text: string): boolean =>
  block.type === 'heading' ||
  (block.type === 'paragraph' && /^[一二三四五六七八九十]{1,3}、/.test(text) && text.length <= 20);

const linesOf = (block: Block): readonly string[] =>
  plainText([block])
    .split('\n')
    .map((line) =>
      line
        .replace(NUMBERED, '')
        .replace(/[；;。]$/, '')
        .trim(),
    )
    .filter((line) => line !== '');
