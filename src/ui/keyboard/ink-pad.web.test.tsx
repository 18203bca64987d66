import '../tokens.css';
import '../base.css';
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { InkStroke, Recogniser } from './ink.ts';
import { Keyboard, type KeyboardProps } from './keyboard.tsx';

let read: (readonly InkStroke[])[] = [];
let written = '';
const target = () => ({
  insert: (text: string) => {
    written += text;
  },
  backspace: () => {
    written = written.slice(0, -1);
  },
  reveal: () => undefined,
});
const recogniser: Recogniser = (strokes) => {
  read.push(strokes);
  return strokes.length === 1 ? ['一', '二'] : ['十', '千', '干'];
};

const root = document.createElement('div');
document.body.append(root);
afterEach(() => {
  render(null, root);
  read = [];
  written = '';
});

const open = async (props: Partial<KeyboardProps> = {}) => {
  render(
    <Keyboard
      target={target()}
      modes={['ink', 'digits']}
      loadRecogniser={async () => recogniser}
      {...props}
    />,
    root,
  );
  await expect.element(page.getByText('不会拼音就用手写：在下面写一个字')).toBeVisible();
};
const button = (name: string) => page.getByRole('button', { name, exact: true });
const canvas = () => root.querySelector('canvas') as HTMLCanvasElement;

/** A finger of its own: goes down, moves, leaves. */
function draw(pointerId: number, ...points: readonly (readonly [number, number])[]): void {
  const { left, top } = canvas().getBoundingClientRect();
  const send = (type: string, [x, y]: readonly [number, number]) =>
    canvas().dispatchEvent(
      new PointerEvent(type, {
        pointerId,
        clientX: left + x,
        clientY: top + y,
        pointerType: 'touch',
        bubbles: true,
        cancelable: true,
      }),
    );
  const [first, ...rest] = points;
  if (first === undefined) return;
  canvas().setPointerCapture = () => undefined;
  send('pointerdown', first);
  for (const point of rest) send('pointermove', point);
  send('pointerup', rest.at(-1) ?? first);
}

const inkedPixels = (): number => {
  const { data } = canvas().getContext('2d')?.getImageData(0, 0, canvas().width, canvas().height) ?? {};
  return data ? data.filter((value, at) => at % 4 === 3 && value > 0).length : 0;
};

describe('ink pad', () => {
  it('candidates come as the finger leaves, and a touch on one writes it', async () => {
    await open();
    draw(1, [20, 50], [80, 50], [140, 50]);
    await expect.element(button('一')).toBeVisible();
    expect(written).toBe('');
    draw(1, [80, 10], [80, 120]);
    await button('十').click();
    expect(written).toBe('十');
    await expect.element(page.getByText('不会拼音就用手写：在下面写一个字')).toBeVisible();
    await expect.poll(inkedPixels).toBe(0);
  });

  it('one stroke can be taken back, or all', async () => {
    await open();
    await expect.element(button('重写')).toBeDisabled();
    draw(1, [20, 50], [140, 50]);
    draw(1, [80, 10], [80, 120]);
    await button('擦掉一笔').click();
    await expect.element(button('一')).toBeVisible();
    expect(inkedPixels()).toBeGreaterThan(0);
    await button('重写').click();
    await expect.element(button('擦掉一笔')).toBeDisabled();
    await expect.poll(inkedPixels).toBe(0);
  });

  it('another finger, or the ball of the hand, writes nothing', async () => {
    await open();
    const { left, top } = canvas().getBoundingClientRect();
    canvas().setPointerCapture = () => undefined;
    canvas().dispatchEvent(
      new PointerEvent('pointerdown', { pointerId: 1, clientX: left + 20, clientY: top + 20, bubbles: true }),
    );
    draw(2, [100, 100], [120, 120]);
    canvas().dispatchEvent(
      new PointerEvent('pointerup', { pointerId: 1, clientX: left + 20, clientY: top + 20, bubbles: true }),
    );
    await expect.element(button('一')).toBeVisible();
    expect(read.at(-1)).toEqual([[[20, 20]]]);
  });

  it('what was written for one field does not end in another', async () => {
    await open();
    draw(1, [20, 50], [140, 50]);
    await expect.element(button('一')).toBeVisible();
    await open();
    await expect.element(button('重写')).toBeDisabled();
  });

  it('without its data it says what else there is', async () => {
    const loadRecogniser = () => Promise.reject(new Error('cut'));
    render(<Keyboard target={target()} modes={['ink']} loadRecogniser={loadRecogniser} />, root);
    await expect.element(page.getByText('手写现在用不了，请用拼音')).toBeVisible();
  });

  it('everything can be hit with a rough finger', async () => {
    await open({ action: { label: '下一题', onPress: () => undefined } });
    draw(1, [20, 50], [140, 50]);
    await expect.element(button('一')).toBeVisible();
    for (const key of root.querySelectorAll('button')) {
      const { width, height } = key.getBoundingClientRect();
      expect(width >= 44 && height >= 44, key.textContent ?? '').toBe(true);
    }
  });
});
