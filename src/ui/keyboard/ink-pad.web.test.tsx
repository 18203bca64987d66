import '../tokens.css';
import '../base.css';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { layoutFaults } from '../../../tests/fixtures/layout-faults.ts';
import { speakPseudo } from '../gallery/pseudo.ts';
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
  delete document.documentElement.dataset.textSize;
  delete document.documentElement.dataset.contrast;
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

type Place = readonly [x: number, y: number];

/** What Chromium sends of a touch to an element at a place within it. */
function send(to: Element, type: string, pointerId: number, [x, y]: Place, isPrimary = true): void {
  const { left, top } = to.getBoundingClientRect();
  const at = { clientX: left + x, clientY: top + y, bubbles: true, cancelable: true };
  to.dispatchEvent(new PointerEvent(type, { ...at, pointerId, isPrimary, pointerType: 'touch' }));
}

/** A finger of its own: goes down, moves, leaves. */
function draw(pointerId: number, ...places: readonly Place[]): void {
  const [first, ...rest] = places;
  if (first === undefined) return;
  send(canvas(), 'pointerdown', pointerId, first);
  for (const place of rest) send(canvas(), 'pointermove', pointerId, place);
  send(canvas(), 'pointerup', pointerId, rest.at(-1) ?? first);
}

/** A touch on a button, and its click, which Chromium sends when it has the time. */
function touch(name: string): () => void {
  const key = button(name).element();
  send(key, 'pointerdown', 9, [10, 10]);
  send(key, 'pointerup', 9, [10, 10]);
  return () => key.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
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

  it('a stroke that is written before the click of the chosen candidate comes is not lost', async () => {
    await open();
    draw(1, [20, 50], [140, 50]);
    await expect.element(button('一')).toBeVisible();
    const click = touch('一');
    draw(2, [80, 10], [80, 120]);
    draw(3, [20, 50], [140, 50]);
    click();
    expect(written).toBe('一');
    await expect.element(button('十')).toBeVisible();
    expect(read.at(-1)).toHaveLength(2);

    // Nor the stroke after one that is taken back.
    const late = touch('擦掉一笔');
    draw(4, [20, 90], [140, 90]);
    late();
    await expect
      .poll(() => read.at(-1))
      .toEqual([
        [
          [80, 10],
          [80, 120],
        ],
        [
          [20, 90],
          [140, 90],
        ],
      ]);
  });

  it('a finger that slips off a candidate chooses nothing', async () => {
    await open();
    draw(1, [20, 50], [140, 50]);
    await expect.element(button('一')).toBeVisible();
    const key = button('一').element();
    send(key, 'pointerdown', 9, [10, 10]);
    send(key, 'pointerup', 9, [10, -90]);
    expect(written).toBe('');
    // Enter, a switch or a screen reader send a click alone.
    (key as HTMLElement).click();
    expect(written).toBe('一');
  });

  it('the ball of the hand, and a second finger, write nothing and hide nothing', async () => {
    await open();
    send(canvas(), 'pointerdown', 1, [200, 90]);
    send(canvas(), 'pointerdown', 2, [20, 20], false);
    send(canvas(), 'pointermove', 2, [90, 20], false);
    send(canvas(), 'pointermove', 1, [204, 90]);
    send(canvas(), 'pointerdown', 3, [20, 90], false);
    send(canvas(), 'pointermove', 3, [90, 90], false);
    send(canvas(), 'pointerup', 2, [90, 20], false);
    send(canvas(), 'pointerup', 3, [90, 90], false);
    send(canvas(), 'pointerup', 1, [204, 90]);
    await expect
      .poll(() => read.at(-1))
      .toEqual([
        [
          [20, 20],
          [90, 20],
        ],
      ]);
  });

  it('a stroke that the system cuts off stands, one whose end is never told too', async () => {
    await open();
    send(canvas(), 'pointerdown', 1, [20, 20]);
    send(canvas(), 'pointermove', 1, [90, 20]);
    send(canvas(), 'pointercancel', 1, [0, 0]);
    send(canvas(), 'pointerdown', 2, [20, 60]);
    send(canvas(), 'pointermove', 2, [90, 60]);
    draw(3, [20, 90], [-40, 90]);
    await expect
      .poll(() => read.at(-1))
      .toEqual([
        [
          [20, 20],
          [90, 20],
        ],
        [
          [20, 60],
          [90, 60],
        ],
        [
          [20, 90],
          [-40, 90],
        ],
      ]);
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

  it.each([
    [1080, 1920],
    [1920, 1080],
    [390, 844],
  ])('on %i × %i everything can be hit with a rough finger, and words are whole', async (width, height) => {
    await page.viewport(width, height);
    for (const side of [undefined, 'left'] as const) {
      await open({ side, action: { label: '下一题', onPress: () => undefined } });
      draw(1, [20, 50], [140, 50]);
      await expect.element(button('一')).toBeVisible();
      for (const key of root.querySelectorAll('button')) {
        const box = key.getBoundingClientRect();
        expect(Math.min(box.width, box.height), key.textContent ?? '').toBeGreaterThanOrEqual(48);
      }
      const paper = canvas().getBoundingClientRect();
      expect(Math.min(paper.width, paper.height), 'room to write in').toBeGreaterThanOrEqual(205);
      for (const textSize of ['normal', 'large', 'huge']) {
        document.documentElement.dataset.textSize = textSize;
        expect([textSize, ...layoutFaults(root, 10)]).toEqual([textSize]);
      }
      render(null, root);
    }
  });

  it('bears long words', async () => {
    await page.viewport(1080, 1920);
    await open({ action: { label: '下一题', onPress: () => undefined } });
    const stop = speakPseudo(root);
    expect(layoutFaults(root, 10)).toEqual([]);
    stop();
  });

  it.each(['normal', 'high', 'dark'])('axe has nothing to say of the theme %s', async (contrast) => {
    document.documentElement.dataset.contrast = contrast;
    await open();
    draw(1, [20, 50], [140, 50]);
    await expect.element(button('一')).toBeVisible();
    const { violations } = await axe.run(root, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag22aa'] },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
