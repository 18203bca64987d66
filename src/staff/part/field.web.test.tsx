import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { TextField } from './field.tsx';

const root = document.createElement('div');
document.body.append(root);
afterEach(() => render(null, root));

const beneath = (value: string, max: number): string => {
  render(<TextField label="名称" hint="照原样写。" value={value} max={max} onInput={() => {}} />, root);
  return root.textContent ?? '';
};

test('how much room is left is said near the end, and not of a code that has its own length', () => {
  expect(beneath('养老', 24)).toBe('名称照原样写。');
  expect(beneath('领取城乡居民养老金和丧葬补助要带什么去哪办', 24)).toBe(
    '名称照原样写。 21 字，最多 24 字。',
  );
  expect(beneath('137300', 6)).toBe('名称照原样写。');
});
