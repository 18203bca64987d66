import { effect, signal } from '@preact/signals';

/**
 * A numeric keypad beside the screen: digits choose by the numbers that then stand at the choices, Enter goes on, and four keys do
 * what stands at the foot. In a text field every key writes what it says.
 */

/** Somebody uses one. */
export const hasKeypad = signal(false);

/** The tenth is chosen by 0; who wants a later one goes there with Tab or the arrows. */
const DIGITS = '1234567890';
const CELLS: Readonly<Record<string, string>> = {
  Subtract: 'back',
  Decimal: 'home',
  Add: 'comfort',
  Multiply: 'help',
};
const ANSWERS = ':is(input[type="radio"], input[type="checkbox"])';

const isText = (element: EventTarget | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !element.matches(ANSWERS));

/** What digits choose from: a dialog's buttons, else the answers of a question, else what leads on from the page. */
const choicesIn = (root: ParentNode): readonly HTMLElement[] => {
  const all = (selector: string): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
  if (root.querySelector('dialog[open]') !== null) return all('dialog[open] button');
  const answers = all(`main ${ANSWERS}`);
  return answers.length > 0 ? answers : all('main button:not(:disabled, [data-term])');
};

const wantedBy = (key: string, root: ParentNode): HTMLElement | null | undefined => {
  if (key.length === 1) return choicesIn(root)[DIGITS.indexOf(key)];
  // Beneath a dialog nothing can be pressed.
  if (root.querySelector('dialog[open]') !== null) return null;
  if (key === 'Enter') return root.querySelector<HTMLElement>('[data-actions] [data-wide]');
  return root.querySelector<HTMLElement>(`[data-cell="${CELLS[key] ?? 'none'}"]`);
};

const hear = (event: KeyboardEvent): void => {
  if (event.location !== KeyboardEvent.DOM_KEY_LOCATION_NUMPAD) return;
  hasKeypad.value = true;
  // A button that has the focus is pressed by Enter already.
  const isNative = event.key === 'Enter' && event.target instanceof HTMLButtonElement;
  if (event.defaultPrevented || isText(event.target) || isNative) return;
  // By its place, not its letter: without NumLock the 1 says End.
  const wanted = wantedBy(event.code.replace('Numpad', ''), document);
  if (!wanted) return;
  event.preventDefault();
  wanted.focus();
  wanted.click();
};

/** Holds until the returned function is called. */
export const listenToKeypad = (target: Window, root: HTMLElement): (() => void) => {
  target.addEventListener('keydown', hear);
  const stopShowing = effect(() => void root.toggleAttribute('data-keypad', hasKeypad.value));
  return () => {
    target.removeEventListener('keydown', hear);
    stopShowing();
    hasKeypad.value = false;
  };
};
