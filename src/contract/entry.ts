import * as v from 'valibot';
import { Card } from './card.ts';
import { Chart } from './chart.ts';
import type { EntryKind } from './entry-name.ts';
import { Form } from './form.ts';
import { Guide } from './guide.ts';
import type { EntryId } from './id.ts';
import { Item } from './item.ts';
import { Page } from './page.ts';
import { plainText } from './text.ts';

/** Anything that staff write, review and publish. */
export const Entry = v.variant('kind', [Guide, Chart, Item, Card, Form, Page]);
export type Entry = v.InferOutput<typeof Entry>;

export const entrySchemas = {
  guide: Guide,
  chart: Chart,
  item: Item,
  card: Card,
  form: Form,
  page: Page,
} as const satisfies Record<EntryKind, v.GenericSchema>;

export const kindInWords = {
  guide: '办事指南',
  chart: '办事程序',
  item: '公开信息',
  card: '便民卡片',
  form: '表单',
  page: '页面',
} as const satisfies Record<EntryKind, string>;

/** Other entries that this one leads to: they must be published with it or before it. */
export const referencesOf = (entry: Entry): readonly EntryId[] => {
  const links = 'body' in entry ? linksIn(entry.body) : [];
  switch (entry.kind) {
    case 'guide':
      return [entry.chart];
    case 'chart':
    case 'card':
      return entry.guide ? [entry.guide] : [];
    default:
      return links;
  }
};

/** All entries that this one names. What an item replaces may be gone from the screens by now, as replaced things go. */
export const mentionsOf = (entry: Entry): readonly EntryId[] =>
  entry.kind === 'item' && entry.replaces !== undefined
    ? [...referencesOf(entry), entry.replaces]
    : referencesOf(entry);

/** The department that its own text names; null for the whole hall's, and for what its owner answers for. */
export const departmentOf = (entry: Entry): string | null => {
  if (entry.kind === 'guide') return entry.handler.department;
  return 'department' in entry ? (entry.department ?? null) : null;
};

/** What belongs to another entry comes and goes with it: a guide's chart, and the cards made of it. */
export const ownerOf = (entry: Entry): EntryId | null =>
  entry.kind === 'chart' || entry.kind === 'card' ? (entry.guide ?? null) : null;

const linksIn = (body: Item['body']): readonly EntryId[] =>
  body
    .flatMap((block) => {
      if (block.type === 'paragraph' || block.type === 'quote') return block.content;
      if (block.type === 'list') return block.items.flat();
      return block.type === 'table' ? block.rows.flat(2) : [];
    })
    .flatMap((inline) => (inline.type === 'link' ? [inline.to] : []));

/** All words of an entry that a search of the text should find, without its title. */
export const wordsOf = (entry: Entry): string => {
  switch (entry.kind) {
    case 'guide':
      return [
        entry.officialName,
        ...entry.aliases,
        entry.summary,
        ...entry.conditions,
        ...entry.materials.map((each) => each.name),
        ...entry.places.map((each) => `${each.name} ${each.address}`),
        ...entry.legalBasis.map((each) => each.law),
        ...entry.faq.flatMap((each) => [each.question, each.answer]),
        entry.handler.name,
        entry.result.name,
      ].join('\n');
    case 'chart':
      return [entry.summary, ...entry.steps.map((step) => step.label)].join('\n');
    case 'item':
      return [
        entry.docNo ?? '',
        entry.summary,
        ...entry.keywords,
        entry.publisher,
        plainText(entry.body),
      ].join('\n');
    case 'page':
      return [entry.summary, plainText(entry.body)].join('\n');
    case 'card':
      return [...entry.bring, entry.where, entry.note ?? ''].join('\n');
    case 'form':
      return [...entry.intro, ...entry.questions.map((question) => question.title)].join('\n');
  }
};
