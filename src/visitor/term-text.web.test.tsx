import { render } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../ui/base.css';
import '../ui/tokens.css';
import { language } from '../ui/words/words.ts';
import { pageText } from './reading/page-passages.ts';
import { current } from './store/content.ts';
import { TermScope } from './term-scope.tsx';
import { TermText } from './term-text.tsx';

const root = document.createElement('main');
const terms = [
  { term: '公示', say: '把结果先告诉大家。' },
  { term: '补正', say: '按通知补上。', source: '政府信息公开条例第三十条' },
];
const en = { 公示: 'public notice', '把结果先告诉大家。': 'Everybody is told first.' };

const Text = ({ last = '补正以后公示。' }: { last?: string }) => (
  <TermScope>
    <h1>公示</h1>
    <p>
      <TermText>先公示七天，公示没有意见的才发钱。</TermText>
    </p>
    <p style={{ marginTop: '60px' }}>
      <TermText>{last}</TermText>
    </p>
  </TermScope>
);

beforeEach(() => {
  current.value = { hall: { terms, en } } as unknown as NonNullable<typeof current.value>;
  document.body.append(root);
  render(<Text />, root);
});
afterEach(() => {
  render(null, root);
  root.remove();
  current.value = undefined;
  language.value = 'zh-CN';
});

const buttons = () => [...root.querySelectorAll('button')].map((each) => each.textContent);

it('offers each word once, where it first stands on the page, and not in the title', () => {
  expect(buttons()).toEqual(['公示', '补正']);
  expect(root.querySelector('h1 button')).toBeNull();
  expect(root.textContent).toBe('公示先公示七天，公示没有意见的才发钱。补正以后公示。');
});

it('explains it beneath its paragraph, with the clause, and puts it away by the same button', async () => {
  const button = page.getByRole('button', { name: '补正' });
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
  await button.click();
  await expect.element(button).toHaveAttribute('aria-expanded', 'true');
  const note = page.getByRole('note');
  await expect.element(note).toHaveTextContent('补正按通知补上。依据：政府信息公开条例第三十条');
  expect(note.element().id).toBe(button.element().getAttribute('aria-controls'));
  await button.click();
  await expect.element(note).not.toBeInTheDocument();
});

it('is a finger high, and is read aloud within its sentence, then what it means', async () => {
  const button = page.getByRole('button', { name: '公示' });
  const box = button.element().getBoundingClientRect();
  const x = box.left + box.width / 2;
  const hit = [box.top + box.height / 2 - 22, box.top + box.height / 2 + 22];
  expect(hit.map((y) => document.elementFromPoint(x, y)?.textContent)).toEqual(['公示', '公示']);
  await button.click();
  await expect.element(page.getByRole('note')).toBeVisible();
  const read = pageText(document, false).sentences.map(({ text }) => text);
  expect(read.slice(0, 4)).toEqual([
    '公示',
    '先公示七天，公示没有意见的才发钱。',
    '公示',
    '把结果先告诉大家。',
  ]);
});

it('is in the language that is shown; a page without such words has none', () => {
  language.value = 'en';
  render(<Text last="A public notice stands for seven days." />, root);
  expect(buttons()).toEqual(['public notice']);
  render(<TermText>公示</TermText>, root);
  expect(buttons()).toEqual([]);
});
