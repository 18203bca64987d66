import { expect, it } from 'vitest';
import type { Form, Question } from '../../../contract/form.ts';
import { entryId } from '../../../contract/id.ts';
import type { PublishedObject } from '../../../contract/published.ts';
import { readFile } from '../import/content-file.ts';
import { demoHall } from '../test-content.ts';
import { contentFileOf } from './content-file-text.ts';

/** Every way of answering, each with all that it may have. */
type Way = Question['field']['type'];
type Ways = { readonly [W in Way]: Omit<Extract<Question['field'], { type: W }>, 'type'> };

const options = [
  { value: 'yes', label: '是', hint: '带上证件' },
  { value: 'no', label: '否', stop: { title: '不用填', text: ['这里不收。'] } },
];
const ways: Ways = {
  choice: { options },
  choices: { options, min: 1, max: 2 },
  text: { min: 1, max: 20, suggestions: ['村委会'] },
  'long-text': { min: 2, max: 200, suggestions: [], phrases: [{ about: '道路', say: ['路灯不亮。'] }] },
  phone: {},
  email: {},
  postcode: {},
  date: { range: 'until-today' },
  place: {},
  department: {},
  signature: {},
  'id-number': { checkWhen: { question: 'q-choice', oneOf: ['yes'] } },
  'credit-code': {},
  declaration: { text: ['我说的是真的。'], agree: '我同意' },
};

it('every way of answering leaves as a file and comes back as it was', () => {
  const path = 'form/opinion.yaml';
  const opinion = readFile(path, demoHall()[path] ?? '').content;
  if (opinion?.type !== 'entry') throw new Error('the demo hall has an opinion form');
  const form = {
    ...(opinion.entry as Form),
    id: entryId('form', 'every-way'),
    questions: Object.entries(ways).map(([type, more]) => ({
      ...{ id: `q-${type}`, title: `用 ${type} 答`, required: false, sensitivity: 1 },
      field: { type, ...more },
    })),
    anyOf: [],
  } as unknown as Form;
  const file = contentFileOf({ v: 1, type: 'entry', entry: form } as unknown as PublishedObject);
  const back = readFile(file.path, file.text);
  expect(back.faults).toEqual([]);
  expect(back.content).toEqual({ type: 'entry', entry: form });
});
