import { cdp } from 'vitest/browser';

/** An input method's hands in tests: real composition in the real browser, as Chromium tells pages of it. */

interface Session {
  send(method: string, params: object): Promise<unknown>;
}
const session = (): Session => cdp() as unknown as Session;

/** Letters that are not hanzi yet stand underlined in the field that has the focus. */
export const compose = (text: string): Promise<unknown> =>
  session().send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });

/** What was chosen takes their place. */
export const choose = (text: string): Promise<unknown> => session().send('Input.insertText', { text });

const CODES = { Enter: 13, Escape: 27, ArrowUp: 38, ArrowDown: 40, s: 83 } as const;
const CTRL = 2;

/** A key that the input method takes: the page hears of it, nothing is typed. */
export const press = async (key: keyof typeof CODES): Promise<void> => {
  const its = {
    key,
    windowsVirtualKeyCode: CODES[key],
    modifiers: key === 's' ? CTRL : 0,
  };
  await session().send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...its });
  await session().send('Input.dispatchKeyEvent', { type: 'keyUp', ...its });
};

export const takenKeys = Object.keys(CODES) as readonly (keyof typeof CODES)[];
