import { describe, expect, test } from 'vitest';
import { fieldNames, rulesFor } from './places.ts';
import { fieldAt, lawIds, type Rule, sourceOf, stepInWords, steps } from './rule.ts';
import { rules, rulesOfField, rulesOfStep } from './rule-table.ts';

/** Fields that no rule speaks of: how a thing is shown or sorted here, or whose hint says it all. What is in a frame is meant with it. */
const FREE_FIELDS = [
  // How people find it and what the screen says in its own words.
  'guide.title',
  'guide.summary',
  'guide.aliases',
  'guide.topics',
  'guide.audiences',
  'guide.rights',
  'guide.duties',
  'chart.title',
  'chart.summary',
  'chart.guide',
  'card.title',
  'card.guide',
  'page.title',
  'page.section',
  'page.summary',
  'form.title',
  'form.purpose',
  'form.intro',
  'form.minutes',
  'form.anyOf',
  'form.nextSteps',
  'hall.notices',
  'hall.homeTopics',
  'hall.accent',
  'hall.attract',
  // What the hall is and where.
  'hall.hallName',
  'hall.hotline',
  'hall.areaCode',
  'hall.name',
  'hall.place',
  'hall.government',
  'hall.countyGovernment',
  'hall.publicUrl',
  'item.department',
  'page.department',
  'form.department',
  // Marks of the desk itself.
  'guide.sample',
  'guide.source',
  'item.sample',
  'item.source',
  'item.editorNote',
  'page.sample',
  'page.source',
  'card.sample',
  'card.updatedOn',
  'chart.sample',
  'chart.updatedOn',
  'form.sample',
  'form.updatedOn',
  'hall.sample',
];

/** Steps that stand for themselves, and moves that this kind of form does not know. */
const FREE_STEPS = [
  'review.unschedule',
  'request.withdraw',
  'complaint.abandon',
  'complaint.extend',
  'complaint.withdraw',
];

const isUnder = (field: string, frame: string): boolean => field === frame || field.startsWith(`${frame}.`);

const framesOf = (field: string): readonly string[] =>
  field.split('.').map((_, at, parts) => parts.slice(0, at + 1).join('.'));

const isRuled = (field: string): boolean => framesOf(field).some((frame) => rulesOfField(frame).length > 0);
const isFree = (field: string): boolean => FREE_FIELDS.some((free) => isUnder(field, free));

describe('rules at hand', () => {
  test('every field of every editor has a rule, or is named as needing none', () => {
    const fields = [...fieldNames.keys()];
    expect(fields.length).toBeGreaterThan(150);
    expect(fields.filter((field) => !isRuled(field) && !isFree(field))).toEqual([]);
    expect(isRuled('guide.nothing')).toBe(false);
  });

  test('what is named as needing none exists and has none', () => {
    expect(FREE_FIELDS.filter((field) => !fieldNames.has(field))).toEqual([]);
    expect(FREE_FIELDS.filter(isRuled)).toEqual([]);
    expect(FREE_STEPS.filter((step) => !(steps as readonly string[]).includes(step))).toEqual([]);
  });

  test('every step has a rule, or is named as needing none', () => {
    const bare = steps.filter((step) => rulesOfStep(step).length === 0);
    expect([...bare].sort()).toEqual([...FREE_STEPS].sort());
  });

  test('every rule stands at a field or a step that there is, once', () => {
    for (const { id, fields = [], steps: at = [] } of rules) {
      expect(fields.length + at.length, id).toBeGreaterThan(0);
      expect(
        fields.filter((field) => !fieldNames.has(field)),
        id,
      ).toEqual([]);
      expect(
        at.filter((step) => !steps.includes(step)),
        id,
      ).toEqual([]);
    }
    const ids = rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a rule is one sentence and names its article', () => {
    const isCited = ({ law, article }: Rule): boolean =>
      /^(?:custom|standard-catalogue|report-format|metadata|elements|codes|symbols|id-number|credit-code)$/.test(
        law,
      ) || /^第[一二三四五六七八九十]+条/.test(article ?? '');
    for (const rule of rules) {
      expect(rule.say, rule.id).toMatch(/^[^。]{8,70}。$|^[^。]{8,70}。[^。]{2,12}。$/);
      expect(isCited(rule), rule.id).toBe(true);
      expect(lawIds).toContain(rule.law);
    }
    expect(isCited({ id: 'x', say: '', law: 'privacy' })).toBe(false);
  });

  test('a place among rows is the field of all of them', () => {
    expect(fieldAt('guide', 'materials.2.basis')).toBe('guide.materials.basis');
    expect(fieldAt('hall', 'hours')).toBe('hall.hours');
  });

  test('they are found by words, by place, and by law', () => {
    const ids = (question: Partial<Parameters<typeof rulesFor>[1]>) =>
      rulesFor(rules, { at: '', law: '', q: '', ...question }).map((rule) => rule.id);
    expect(ids({ q: '20 个工作日 公开' })).toContain('twenty-workdays');
    expect(ids({ q: '补正' })).toEqual(['asked-once']);
    expect(ids({ q: '第二十六条' })).toEqual(['twenty-workdays']);
    expect(ids({ at: 'step', law: 'secrecy-rules' })).toEqual(['secrecy-item-by-item']);
    expect(ids({ at: 'card' })).toEqual(['card-words', 'english-beside']);
    expect(ids({ q: '没有这样的词' })).toEqual([]);
    expect(sourceOf({ law: 'disclosure', article: '第二十六条' })).toBe('条例第二十六条');
    expect(stepInWords('request.askSupplement')).toBe('依申请公开 · 请其补充');
  });
});
