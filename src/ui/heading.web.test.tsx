import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Heading } from './heading.tsx';
import { TextField } from './text-field.tsx';

const root = document.createElement('div');
document.body.append(root);
afterEach(() => render(null, root));

const Screen = ({ title, hasField = false }: { readonly title: string; readonly hasField?: boolean }) => (
  <>
    <Heading title={title} />
    {hasField && (
      <TextField label="姓名" value="" onInput={() => undefined} isFocusedFirst={title === '您的姓名'} />
    )}
    <button type="button">下一题</button>
  </>
);
const focused = (): string => document.activeElement?.textContent ?? '';

test('a new title has the focus, and Tab goes on from it', async () => {
  render(<Screen title="您满意吗？" />, root);
  await expect.poll(focused).toBe('您满意吗？');
  await userEvent.tab();
  expect(focused()).toBe('下一题');
  render(<Screen title="说的是什么？" />, root);
  await expect.poll(focused).toBe('说的是什么？');
});

test('what is drawn anew under the same title keeps the focus where it is', async () => {
  render(<Screen title="您满意吗？" />, root);
  await expect.poll(focused).toBe('您满意吗？');
  await userEvent.tab();
  render(<Screen title="您满意吗？" hasField />, root);
  await new Promise(requestAnimationFrame);
  expect(focused()).toBe('下一题');
});

test('a field that wants it has it', async () => {
  render(<Screen title="您的姓名" hasField />, root);
  await expect.poll(() => document.activeElement?.tagName).toBe('INPUT');
});
