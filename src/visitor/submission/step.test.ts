import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Answers, askedQuestions } from '../../contract/answer.ts';
import { Form } from '../../contract/form.ts';
import type { Digest } from '../../contract/id.ts';
import type { Filing } from '../session/memory.ts';
import { daysOf, tenYears } from './date-field.tsx';
import { faultBeside, firstStep, stepAfter, stepAt, stepBefore } from './step.ts';

/** Told with the hall's own statutory form. */
const form = v.parse(Form, {
  ...parse(readFileSync('src/server/demo-hall/form/disclosure-request.yaml', 'utf8')),
  kind: 'form',
  id: 'form/disclosure-request',
});
const filing = (answers: Answers, at: Filing['at']): Filing => ({ form, digest: '' as Digest, answers, at });

const choices = fc.record({
  'applicant-kind': fc.constantFrom('person', 'organisation'),
  'code-kind': fc.constantFrom('has-code', 'without-code'),
});

test('next leads through every asked question to the check page, and back leads to the introduction', () => {
  fc.assert(
    fc.property(choices, (answers) => {
      const asked = askedQuestions(form, answers).map((question) => question.id);
      let at: Filing['at'] = firstStep(form);
      const forward: string[] = [];
      while (at !== 'check' && at !== 'intro') {
        forward.push(at.question);
        at = stepAfter(filing(answers, at), at.question);
      }
      expect(forward).toEqual(asked);
      const backward: string[] = [];
      let before: Filing['at'] | null = stepBefore(filing(answers, 'check'));
      while (before !== null && before !== 'intro' && before !== 'check') {
        backward.push(before.question);
        before = stepBefore(filing(answers, before));
      }
      expect(backward).toEqual([...asked].reverse());
      expect(before).toBe('intro');
    }),
  );
});

test('the count follows the answers', () => {
  const person = stepAt(form, { 'applicant-kind': 'person' }, 'applicant-kind');
  const organisation = stepAt(form, { 'applicant-kind': 'organisation' }, 'applicant-kind');
  expect(person?.number).toBe(1);
  expect(person?.count).not.toBe(organisation?.count);
  expect(stepAt(form, { 'applicant-kind': 'person' }, 'organisation-name')).toBeNull();
});

test('a set of which none is answered is refused at its last question', () => {
  const set = form.anyOf?.[0];
  if (!set) throw new Error('the statutory form asks for at least one way to find the information');
  const last = form.questions.find((question) => question.id === set.questions.at(-1));
  if (!last) throw new Error('the set names questions of the form');
  expect(faultBeside(filing({ 'applicant-kind': 'person' }, 'check'), last)).toBe(set.say);
  expect(
    faultBeside(
      filing({ 'applicant-kind': 'person', [set.questions[0] ?? '']: '2025年预算' }, 'check'),
      last,
    ),
  ).toBeNull();
});

test('a month has its own days, and years come by tens', () => {
  expect([daysOf(2024, 2), daysOf(2026, 2), daysOf(2026, 4), daysOf(2026, 12)]).toEqual([29, 28, 30, 31]);
  expect([tenYears(1957)[0], tenYears(1957).at(-1), tenYears(2020)[0]]).toEqual([1950, 1959, 2020]);
});

test('what is changed from the page that shows everything comes back to it, by either button', () => {
  const from: Filing = {
    form,
    digest: 'd' as Digest,
    answers: {},
    at: { question: 'applicant-kind', isFromCheck: true },
  };
  expect([stepAfter(from, 'applicant-kind'), stepBefore(from)]).toEqual(['check', 'check']);
});
