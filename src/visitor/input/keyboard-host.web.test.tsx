import '../../ui/tokens.css';
import '../../ui/base.css';
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { KeyboardMode } from '../../ui/keyboard/keyboard-state.ts';
import { typing } from '../typing.ts';
import { KeyboardHost } from './keyboard-host.tsx';

const root = document.createElement('div');
document.body.append(root);
afterEach(() => {
  typing.value = null;
  render(null, root);
});

/** A field takes the focus, after the one before it has gone. */
function ask(...modes: readonly KeyboardMode[]): void {
  typing.value = null;
  const target = { insert: () => undefined, backspace: () => undefined, reveal: () => undefined };
  typing.value = { target, modes };
}
const way = (name: string) => page.getByRole('button', { name, exact: true });
const isOpen = (name: string) => expect.element(way(name)).toHaveAttribute('aria-pressed', 'true');
const HANZI = ['pinyin', 'ink', 'digits', 'letters'] as const;

it('who writes by hand goes on by hand, whatever fields of digits lie between', async () => {
  render(<KeyboardHost />, root);
  ask(...HANZI);
  await isOpen('拼音');
  await way('手写').click();
  ask('phone');
  await expect.element(way('手写')).not.toBeInTheDocument();
  ask(...HANZI);
  await isOpen('手写');
  // A digit within the sentence, letters of a passport: no choice of another way to write hanzi.
  await way('数字').click();
  ask('id', 'letters');
  await way('字母符号').click();
  ask('letters', 'ink', 'pinyin', 'digits');
  await isOpen('手写');
  await way('拼音').click();
  ask(...HANZI);
  await isOpen('拼音');
});
