import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../desk.css';
import '../../../ui/tokens.css';
import type { Tree } from '../field/tree.ts';
import { OrderedRows } from './ordered-rows.tsx';
import { useRowFocus } from './use-row-focus.ts';

/** Rows are put in order by pointer, by keys and by buttons, and what happens is said. */

const value = signal<readonly Tree[]>([]);
let changes = 0;

function List() {
  const focus = useRowFocus();
  return (
    <OrderedRows
      value={value.value}
      path="materials"
      focus={focus}
      set={(next) => {
        changes += 1;
        value.value = next;
      }}
      nameOf={(at) => `材料第 ${at + 1} 项`}
      listClass=""
    >
      {(row) => <p style={{ height: '3rem' }}>{String(row)}</p>}
    </OrderedRows>
  );
}

let root: HTMLElement | undefined;
const open = (...rows: readonly string[]): void => {
  value.value = rows;
  changes = 0;
  root = document.createElement('div');
  document.body.append(root);
  render(<List />, root);
};
afterEach(() => {
  if (root === undefined) return;
  render(null, root);
  root.remove();
});

const handle = (at: number) => page.getByRole('button', { name: `拖动材料第 ${at} 项` });
const said = () => document.querySelector('[aria-live="assertive"]')?.textContent;

test('a handle dragged by the pointer puts its row where the line is, and only when it is let go', async () => {
  open('甲', '乙', '丙', '丁');
  await userEvent.dragAndDrop(handle(1), handle(3), { targetPosition: { x: 5, y: 30 } });
  expect(value.value).toEqual(['乙', '丙', '甲', '丁']);
  await expect.element(handle(3)).toHaveFocus();
  expect([changes, said()]).toEqual([1, '放在了第 3 项，共 4 项。']);
  await userEvent.dragAndDrop(handle(4), page.getByText('乙'), { targetPosition: { x: 5, y: 2 } });
  expect(value.value).toEqual(['丁', '乙', '丙', '甲']);
});

test('a press that does not move changes nothing', async () => {
  open('甲', '乙');
  await handle(1).click();
  expect([changes, value.value]).toEqual([0, ['甲', '乙']]);
  await expect.element(handle(1)).toHaveAttribute('aria-pressed', 'false');
});

test('space lifts, arrows move, space puts down; each is said', async () => {
  open('甲', '乙', '丙', '丁', '戊');
  (handle(2).element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.element(handle(2)).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(said).toBe('拿起了第 2 项，共 5 项。用上下键移动，空格放下，Esc 放回。');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.poll(said).toBe('第 4 项，共 5 项。');
  expect(changes).toBe(0);
  expect(document.querySelectorAll('[data-line="after"]')).toHaveLength(1);
  await userEvent.keyboard(' ');
  expect([changes, value.value]).toEqual([1, ['甲', '丙', '丁', '乙', '戊']]);
  await expect.element(handle(4)).toHaveFocus();
  await userEvent.keyboard(' {Home} ');
  expect(value.value).toEqual(['乙', '甲', '丙', '丁', '戊']);
});

test('Escape and going elsewhere leave everything as it was', async () => {
  open('甲', '乙', '丙');
  (handle(1).element() as HTMLElement).focus();
  await userEvent.keyboard(' {ArrowDown}{Escape}');
  await expect.poll(said).toBe('放回了第 1 项，共 3 项。');
  await userEvent.keyboard(' {End}{Tab}');
  await expect.element(handle(1)).toHaveAttribute('aria-pressed', 'false');
  expect([changes, value.value]).toEqual([0, ['甲', '乙', '丙']]);
});

test('the buttons stay, and one row alone has nothing to drag', async () => {
  open('甲', '乙');
  await page.getByRole('button', { name: '下移材料第 1 项' }).click();
  expect(value.value).toEqual(['乙', '甲']);
  await expect.poll(said).toBe('材料第 1 项移到了第 2 项，共 2 项。');
  await page.getByRole('button', { name: '删去材料第 2 项' }).click();
  expect(value.value).toEqual(['乙']);
  await expect.element(handle(1)).not.toBeInTheDocument();
});
