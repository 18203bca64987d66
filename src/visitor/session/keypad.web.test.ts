import { afterEach, beforeEach, expect, test } from 'vitest';
import { listenToKeypad } from './keypad.ts';

const html = document.documentElement;
let pressed: string[];
let stop: () => void;

const page = (inside: string): void => {
  document.body.innerHTML = inside;
  for (const each of document.querySelectorAll<HTMLElement>('button, [type="radio"]'))
    each.addEventListener('click', () => pressed.push(each.id));
};
const key = (name: string, location: number = KeyboardEvent.DOM_KEY_LOCATION_NUMPAD): KeyboardEvent => {
  const code = `Numpad${name}`;
  const event = new KeyboardEvent('keydown', { key: name, code, location, bubbles: true, cancelable: true });
  (document.activeElement ?? document.body).dispatchEvent(event);
  return event;
};

beforeEach(() => {
  pressed = [];
  stop = listenToKeypad(window, html);
});
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

const QUESTION = `<main><button id="aside">x</button><label><input type="radio" id="a"></label>
  <label><input type="radio" id="b"></label></main>
  <div data-actions><button id="next" data-wide>x</button></div><button id="back" data-cell="back">x</button>`;

test('digits choose an answer, Enter goes on, minus goes back; numbers stand there from the first key on', () => {
  page(QUESTION);
  expect(document.querySelector('[data-digit]')).toBeNull();
  for (const name of ['2', 'Enter', 'Subtract', '7']) key(name);
  expect(pressed).toEqual(['b', 'next', 'back']);
  expect(document.querySelectorAll('[data-digit]').length).toBeGreaterThan(1);
});

test('the digits above the letters are no keypad', () => {
  page(QUESTION);
  key('2', KeyboardEvent.DOM_KEY_LOCATION_STANDARD);
  expect([pressed, document.querySelector('[data-digit]')]).toEqual([[], null]);
});

test('a text field keeps every key of who has letters too', () => {
  page(`${QUESTION}<input id="text">`);
  document.querySelector<HTMLElement>('#text')?.focus();
  key('a', KeyboardEvent.DOM_KEY_LOCATION_STANDARD);
  for (const name of ['2', 'Subtract', 'Decimal', 'Add', 'Multiply', 'Divide'])
    expect(key(name).defaultPrevented).toBe(false);
  expect(pressed).toEqual([]);
});

test('with a keypad alone a field is written in, taken back, and the screen keyboard numbered key by key', () => {
  page(
    `<main><input id="text"></main><div role="group"><button id="q">q</button><button id="w">w</button></div>`,
  );
  document.querySelector<HTMLElement>('#text')?.focus();
  expect(key('2').defaultPrevented).toBe(false);
  expect(document.querySelector('[data-digit]')).toBeNull();
  key('Divide');
  expect(document.querySelector('#w')?.getAttribute('data-digit')).toBe('2');
  key('2');
  expect([pressed, document.activeElement?.id, key('2').defaultPrevented]).toEqual([['w'], 'text', false]);
});

test('of many choices ten bear a digit, and the next ten after one key', () => {
  page(`<main>${Array.from({ length: 13 }, (_, at) => `<button id="b${at}">x</button>`).join('')}</main>`);
  for (const name of ['0', 'Divide', '3', '1']) key(name);
  expect(pressed).toEqual(['b9', 'b12', 'b0']);
});

test('without answers digits choose what leads on; over a dialog only what it offers', () => {
  page(
    '<main><button id="one">x</button><button id="off" disabled>x</button><button id="two">x</button></main>',
  );
  key('2');
  page(`${QUESTION}<dialog open><button id="yes">x</button></dialog>`);
  for (const name of ['1', 'Subtract', 'Enter']) key(name);
  expect(pressed).toEqual(['two', 'yes']);
});
