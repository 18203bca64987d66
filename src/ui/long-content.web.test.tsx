import './tokens.css';
import './base.css';
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Dialog } from './dialog.tsx';
import { ScrollArea } from './scroll-area.tsx';
import { VirtualList } from './virtual-list.tsx';
import { ZoomPane } from './zoom-pane.tsx';

const root = document.createElement('div');
document.body.append(root);
afterEach(() => render(null, root));

it('a virtual list keeps few rows in the page and shows any of them', async () => {
  render(
    <div style={{ height: '600px' }}>
      <VirtualList label="目录" count={10_000} rowUnits={100} row={(index) => `第 ${index + 1} 条`} />
    </div>,
    root,
  );
  const list = page.getByRole('list', { name: '目录' }).element();
  await expect.poll(() => list.children.length).toBeLessThan(30);
  expect(list.scrollHeight).toBe(1_000_000);
  list.scrollTop = 500_000;
  await expect.element(page.getByText('第 5001 条')).toBeVisible();
  list.scrollTop = list.scrollHeight;
  await expect.element(page.getByText('第 10000 条')).toBeVisible();
});

it('a scroll area has buttons only while there is more to see', async () => {
  const show = (paragraphs: number) =>
    render(
      <div style={{ height: '600px', display: 'flex' }}>
        <ScrollArea label="指南">
          <div style={{ height: `${paragraphs * 100}px` }}>文字</div>
        </ScrollArea>
      </div>,
      root,
    );
  show(20);
  const down = page.getByRole('button', { name: '往下看' });
  const up = page.getByRole('button', { name: '往上看' });
  await expect.element(up).toBeDisabled();
  for (let turns = 0; turns < 4; turns++)
    if (!(down.element() as HTMLButtonElement).disabled) await down.click();
  await expect.element(down).toBeDisabled();
  await expect.element(up).toBeEnabled();
  show(2);
  await expect.element(down).not.toBeInTheDocument();
});

it('where lines run down, a list and a window scroll to the right', async () => {
  render(
    <div style={{ height: '600px', width: '600px', display: 'flex', writingMode: 'vertical-lr' }}>
      <ScrollArea label="指南">
        <div style={{ inlineSize: '10px', blockSize: '2000px' }} />
      </ScrollArea>
    </div>,
    root,
  );
  const view = page.getByRole('region', { name: '指南' }).element();
  await page.getByRole('button', { name: '往下看' }).click();
  await expect.poll(() => view.scrollLeft).toBeGreaterThan(100);
  render(
    <div style={{ height: '600px', width: '600px', writingMode: 'vertical-lr' }}>
      <VirtualList label="目录" count={10_000} rowUnits={100} row={(index) => `第 ${index + 1} 条`} />
    </div>,
    root,
  );
  const list = page.getByRole('list', { name: '目录' }).element();
  await expect.poll(() => list.children.length).toBeLessThan(30);
  expect(list.scrollWidth).toBe(1_000_000);
  list.scrollLeft = 500_000;
  await expect.element(page.getByText('第 5001 条')).toBeVisible();
});

it('a zoom pane fits, enlarges about the middle, and fits again', async () => {
  render(
    <div style={{ height: '800px', width: '800px', display: 'flex' }}>
      <ZoomPane label="流程图" width={1600} height={400}>
        <i />
      </ZoomPane>
    </div>,
    root,
  );
  const view = page.getByRole('region', { name: '流程图' }).element();
  await expect.poll(() => view.scrollWidth <= view.clientWidth).toBe(true);
  await page.getByRole('button', { name: '放大' }).click();
  await expect.poll(() => view.scrollWidth).toBeGreaterThan(800);
  const middle = (view.scrollLeft + view.clientWidth / 2) / view.scrollWidth;
  expect(middle).toBeCloseTo(0.5, 1);
  await page.getByRole('button', { name: '适合屏幕' }).click();
  await expect.poll(() => view.scrollWidth <= view.clientWidth).toBe(true);
  await expect.element(page.getByRole('button', { name: '缩小' })).toBeDisabled();
});

it('a dialog is modal, asks the page before it closes, and gives the focus back', async () => {
  let asked = 0;
  const show = (isOpen: boolean) =>
    render(
      <>
        <button type="button">在外面</button>
        <Dialog
          isOpen={isOpen}
          title="您还在吗？"
          onClose={() => asked++}
          actions={<button type="button">继续</button>}
        />
      </>,
      root,
    );
  show(false);
  const outside = page.getByText('在外面').element() as HTMLElement;
  outside.focus();
  show(true);
  await expect.poll(() => document.activeElement?.textContent).toBe('继续');
  const dialog = page.getByRole('dialog', { name: '您还在吗？' }).element() as HTMLDialogElement;
  dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
  expect(asked).toBe(1);
  expect(dialog.open).toBe(true);
  show(false);
  await expect.poll(() => document.activeElement).toBe(outside);
});
