import '../tokens.css';
import '../base.css';
import { useSignal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TextField } from '../text-field.tsx';
import { fixtureEngine } from './fixture-engine.ts';
import { Keyboard, type KeyboardProps } from './keyboard.tsx';
import type { TextTarget } from './text-target.ts';

let heard: string[] = [];
let learned: [string, string][] = [];

function Form({
  lines = 1,
  maxLength,
  ...keyboard
}: Omit<KeyboardProps, 'target'> & { lines?: number; maxLength?: number }) {
  const value = useSignal('');
  const target = useSignal<TextTarget | null>(null);
  return (
    <>
      <TextField
        label="姓名"
        lines={lines}
        {...(maxLength === undefined ? {} : { maxLength })}
        value={value.value}
        onInput={(next) => {
          value.value = next;
          heard.push(next);
        }}
        onTarget={(next) => {
          target.value = next;
        }}
        hasScreenKeyboard
        isFocusedFirst
      />
      <Keyboard target={target.value} loadEngine={async () => fixtureEngine(learned)} {...keyboard} />
    </>
  );
}

const root = document.createElement('div');
document.body.append(root);

afterEach(() => {
  render(null, root);
  heard = [];
  learned = [];
});

const field = () => page.getByLabelText('姓名');
const value = () => (field().element() as HTMLInputElement).value;
const cap = (name: string) => page.getByRole('button', { name, exact: true });

async function open(props: Omit<KeyboardProps, 'target'> & { lines?: number; maxLength?: number } = {}) {
  render(<Form {...props} />, root);
  if (!props.modes || props.modes.includes('pinyin'))
    await expect.element(page.getByText('打拼音，例如 yang')).toBeVisible();
}

async function type(letters: string) {
  for (const letter of letters) await cap(letter).click();
}

describe('keyboard', () => {
  it('types 你好 into the field that has the focus, and leaves it the focus', async () => {
    await open();
    await type('nihao');
    await cap('你').click();
    await cap('好').click();
    expect(value()).toBe('你好');
    expect(heard).toEqual(['你', '你好']);
    expect(document.activeElement).toBe(field().element());
  });

  it('a letter that comes before the late click of a candidate is a letter of the next word', async () => {
    await open();
    await type('ni');
    const [you, letter] = [cap('你').element(), cap('h').element()];
    const { left, top } = you.getBoundingClientRect();
    const send = (at: Element, kind: string): boolean =>
      at.dispatchEvent(
        new PointerEvent(kind, {
          bubbles: true,
          isPrimary: true,
          clientX: left + 4,
          clientY: top + 4,
          detail: 1,
        }),
      );
    send(you, 'pointerdown');
    send(you, 'pointerup');
    send(letter, 'pointerdown');
    send(letter, 'pointerup');
    expect(value()).toBe('你');
    send(you, 'click');
    expect(value()).toBe('你');
    await type('ao');
    await cap('好').click();
    expect(value()).toBe('你好');
  });

  it('writes at the caret', async () => {
    await open();
    await userEvent.keyboard('张村');
    (field().element() as HTMLInputElement).setSelectionRange(1, 1);
    await type('jia');
    await cap('家').click();
    expect(value()).toBe('张家村');
  });

  it('退格 erases letters first, then characters; held, it goes on', async () => {
    await open();
    await userEvent.keyboard('一二三四五');
    await type('ni');
    await cap('退格').click();
    await expect.element(page.getByRole('status')).toHaveTextContent('n');
    await cap('退格').click();
    await cap('退格').click();
    expect(value()).toBe('一二三四');
    const button = cap('退格').element();
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
    await expect.poll(value).toBe('');
    button.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
  });

  it('keeps the length that the field allows', async () => {
    await open({ modes: ['digits'], maxLength: 3 });
    await type('12345');
    expect(value()).toBe('123');
  });

  it('更多 shows all characters, page by page', async () => {
    await open();
    await type('shi');
    await cap('更多').click();
    await cap('下一页').click();
    await expect.element(page.getByText(/^2 \/ \d$/)).toBeVisible();
    await cap('下一页').click();
    const last = [...(fixtureEngine().candidates('shi').at(-1)?.text ?? '')].join('');
    await cap(last).click();
    expect(value()).toBe(last);
    await expect.element(cap('q')).toBeVisible();
  });

  it('a phrase is written with one touch, and what is put together is learned', async () => {
    await open();
    await type('nihao');
    await cap('你好').click();
    expect(value()).toBe('你好');
    await type('nihao');
    await cap('泥').click();
    await cap('号').click();
    expect(learned).toEqual([
      ['nihao', '你好'],
      ['nihao', '泥号'],
    ]);
  });

  it('an engine that could not be brought is asked for again with the next field', async () => {
    let tries = 0;
    const loadEngine = () =>
      ++tries === 1 ? Promise.reject(new Error('cut')) : Promise.resolve(fixtureEngine());
    const target = { insert: () => undefined, backspace: () => undefined, reveal: () => undefined };
    render(<Keyboard target={target} loadEngine={loadEngine} />, root);
    await expect.element(page.getByText('拼音现在用不了，请用数字或字母')).toBeVisible();
    render(<Keyboard target={{ ...target }} loadEngine={loadEngine} />, root);
    await expect.element(page.getByText('打拼音，例如 yang')).toBeVisible();
  });

  it.each(['left', 'right'] as const)('for one hand all keys stand in the %s half', async (side) => {
    await open({ side, action: { label: '下一题', onPress: () => undefined } });
    const middle = document.documentElement.clientWidth / 2;
    for (const key of root.querySelectorAll('[role=group] button')) {
      const { left, right, width, height } = key.getBoundingClientRect();
      // 51 px are 12.7 mm on the finest screen, 21 inches across.
      expect(width >= 51 && height >= 51, key.textContent ?? '').toBe(true);
      expect(side === 'left' ? right < middle * 1.2 : left > middle * 0.8).toBe(true);
    }
  });

  it('the action key writes what waits before it acts', async () => {
    const seen: string[] = [];
    await open({ action: { label: '下一题', onPress: () => seen.push(value()) } });
    await type('nian');
    await cap('下一题').click();
    expect(seen).toEqual(['年']);
  });

  it('换行 breaks a line in long text', async () => {
    await open({ lines: 3, isMultiline: true, modes: ['digits', 'letters'] });
    await cap('1').click();
    await cap('换行').click();
    await cap('2').click();
    expect(value()).toBe('1\n2');
  });

  it('answers a press in the same frame', async () => {
    await open();
    const q = cap('q').element() as HTMLElement;
    const before = getComputedStyle(q).backgroundColor;
    q.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
    expect(getComputedStyle(q).backgroundColor).not.toBe(before);
    q.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    expect(getComputedStyle(q).backgroundColor).toBe(before);
  });

  it('keys are as large as fingers need on a 1080 wide screen', async () => {
    await open();
    for (const key of root.querySelectorAll('button')) {
      const { width, height } = key.getBoundingClientRect();
      expect({ name: key.textContent, isEnough: width >= 88 && height >= 88 }).toMatchObject({
        isEnough: true,
      });
    }
  });
});
