import { effect, signal } from '@preact/signals';

/**
 * A numeric keypad beside the screen, and nothing else: digits choose by the numbers that then stand at the choices, ten at a time;
 * `/` numbers the next ten. Enter goes on, and four keys do what stands at the foot. In a text field digits are written, `*` takes
 * the last one back, and `/` numbers the keys of the screen keyboard.
 */

/** Somebody uses one. */
export const hasKeypad = signal(false);

const DIGITS = '1234567890';
const CELLS: Readonly<Record<string, string>> = {
  Subtract: 'back',
  Decimal: 'home',
  Add: 'comfort',
  Multiply: 'help',
};
const ANSWER = 'input:is([type="radio"], [type="checkbox"])';
const CONTROLS = 'button:not(:disabled), a[href], summary, input, textarea';
/** The page, its buttons, those of reading aloud, and what of the foot has no key of its own. */
const PAGE = [
  'main',
  '[data-actions]',
  '[data-actions] ~ section',
  '[data-cell="aloud"]',
  '[data-cell="leave"]',
];
const SCREEN_KEYS = '[role="group"] button:not(:disabled)';

/** Part of the page that Enter moves where nothing leads on. */
const PAGE_TURN = 0.85;

const isText = (element: EventTarget | null): boolean =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !element.matches(ANSWER));

const all = (root: ParentNode, selector: string): readonly HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility());

const openDialog = (): HTMLElement | undefined => all(document, 'dialog[open]').at(-1);

const RANKS = [ANSWER, `:not(${ANSWER}, [data-term])`, '[data-term]'];

/** The answers of a question come first, words to have explained last. */
const pageChoices = (): readonly HTMLElement[] => {
  const found = PAGE.flatMap((part) => all(document, `${part}:is(${CONTROLS}), ${part} :is(${CONTROLS})`));
  return RANKS.flatMap((rank) => found.filter((each) => each.matches(rank)));
};

/** Of many choices the first that has a number now; in a text field none has, until `/`. */
let from = 0;
let isChoosingKey = false;
/** Who has letters too writes with them: then a text field keeps every key. */
let hasLetters = false;

const choices = (): readonly HTMLElement[] => {
  const dialog = openDialog();
  if (dialog) return all(dialog, CONTROLS);
  if (isText(document.activeElement)) return isChoosingKey ? all(document, SCREEN_KEYS) : [];
  return pageChoices();
};
const numbered = (): readonly HTMLElement[] => choices().slice(from, from + DIGITS.length);

/** Where a number is read: beside the words. */
const bearerOf = (choice: HTMLElement): Element | null => {
  if (choice.matches(ANSWER))
    return choice.closest('label')?.querySelector(':scope > span:not([aria-hidden])') ?? null;
  return isText(choice) ? choice.parentElement : choice;
};

const showNumbers = (): void => {
  for (const each of document.querySelectorAll('[data-digit]')) each.removeAttribute('data-digit');
  numbered().forEach((choice, at) => {
    bearerOf(choice)?.setAttribute('data-digit', DIGITS[at] ?? '');
  });
};

const startAnew = (): void => {
  from = 0;
  isChoosingKey = false;
};

const nextTen = (): void => {
  const isWriting = isText(document.activeElement) && !openDialog();
  if (isWriting && !isChoosingKey) {
    isChoosingKey = true;
    from = 0;
    return;
  }
  from += DIGITS.length;
  if (from >= choices().length) startAnew();
  if (!isWriting) numbered()[0]?.scrollIntoView({ block: 'nearest' });
};

const choose = (digit: string): void => {
  const choice = numbered()[DIGITS.indexOf(digit)];
  if (!choice) return;
  const isKey = isChoosingKey;
  startAnew();
  // A key of the screen keyboard writes where the focus is.
  if (!isKey) choice.focus();
  if (!isText(choice)) choice.click();
};

const goOn = (): void => {
  const dialog = openDialog();
  const next = dialog
    ? all(dialog, '[data-kind="primary"], [data-kind="secondary"]').at(-1)
    : all(document, '[data-actions] [data-wide], [data-look="go"]')[0];
  const main = document.querySelector('main');
  if (next) next.click();
  else if (!dialog) main?.scrollBy({ top: main.clientHeight * PAGE_TURN });
};

/** True: the key was ours. */
const act = (key: string): boolean => {
  if (key === 'Divide') nextTen();
  else if (key.length === 1) choose(key);
  else if (key === 'Enter') goOn();
  else if (openDialog()) {
    if (key !== 'Subtract') return false;
    openDialog()?.dispatchEvent(new Event('cancel', { cancelable: true }));
  } else {
    startAnew();
    document.querySelector<HTMLElement>(`[data-cell="${CELLS[key] ?? 'none'}"]`)?.click();
  }
  return true;
};

const actInField = (key: string, field: HTMLElement, said: string): boolean => {
  if (hasLetters) return false;
  if (key === 'Divide' || (isChoosingKey && key !== 'Enter')) return act(key);
  if (key === 'Multiply') return document.execCommand('delete');
  // Without NumLock the keys of digits move the caret.
  const written = key === 'Decimal' ? '.' : key;
  if (written.length === 1) return said !== written && document.execCommand('insertText', false, written);
  // A line goes on by itself; many lines would get one more.
  return key === 'Enter' && field instanceof HTMLTextAreaElement ? act(key) : false;
};

const hear = (event: KeyboardEvent): void => {
  if (event.location !== KeyboardEvent.DOM_KEY_LOCATION_NUMPAD) {
    hasLetters ||= event.key.length === 1;
    return;
  }
  hasKeypad.value = true;
  // A button that has the focus is pressed by Enter already.
  const isNative = event.key === 'Enter' && event.target instanceof HTMLButtonElement;
  if (event.defaultPrevented || isNative) return;
  // By its place, not its letter: without NumLock the 1 says End.
  const key = event.code.replace('Numpad', '');
  const { target } = event;
  const isOurs =
    isText(target) && !openDialog() ? actInField(key, target as HTMLElement, event.key) : act(key);
  if (isOurs) event.preventDefault();
  showNumbers();
};

/** Holds until the returned function is called. */
export const listenToKeypad = (target: Window, root: HTMLElement): (() => void) => {
  const listening = new AbortController();
  const { signal: aborted } = listening;
  target.addEventListener('keydown', hear, { signal: aborted });
  const watch = new MutationObserver(showNumbers);
  const stopWatching = effect(() => {
    if (!hasKeypad.value) return;
    watch.observe(root, { subtree: true, childList: true, attributeFilter: ['open', 'disabled'] });
    for (const type of ['focusin', 'focusout'])
      root.addEventListener(type, () => queueMicrotask(showNumbers), { signal: aborted });
  });
  return () => {
    listening.abort();
    stopWatching();
    watch.disconnect();
    startAnew();
    hasLetters = false;
    hasKeypad.value = false;
  };
};
