import * as v from 'valibot';
import { expect, test } from 'vitest';
import { ShowDrafts } from '../../../contract/preview.ts';
import { draftObject } from './draft-object.ts';

const chart = {
  kind: 'chart',
  id: 'chart/try',
  title: '试一试',
  summary: '来一次。',
  sample: false,
  updatedOn: '2026-11-24',
  steps: [
    { id: 'step-1', shape: 'start', label: '您来', next: 'step-2' },
    { id: 'step-2', shape: 'end', label: '办好' },
  ],
};
const parts = { revision: 3, indexNo: null, nowMs: Date.parse('2026-11-24T02:00:00.000Z') };

test('a draft is what publication would make of it, and the frame takes it', () => {
  const draft = draftObject({ ...parts, entry: chart });
  expect(draft).toMatchObject({ revision: 3, publishedAt: '2026-11-24T02:00:00.000Z' });
  expect(draft?.layout?.boxes.map((box) => box.step)).toEqual(['step-1', 'step-2']);
  expect(v.safeParse(ShowDrafts, { drafts: [draft], open: 'chart/try' }).success).toBe(true);
});

test('what is only half written is not shown', () => {
  expect(draftObject({ ...parts, entry: { ...chart, title: '' } })).toBeNull();
  expect(draftObject({ ...parts, entry: undefined })).toBeNull();
});
