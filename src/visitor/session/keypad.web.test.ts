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
  expect(html.hasAttribute('data-keypad')).toBe(false);
  for (const name of ['2', 'Enter', 'Subtract', '7']) key(name);
  expect(pressed).toEqual(['b', 'next', 'back']);
  expect(html.hasAttribute('data-keypad')).toBe(true);
});

test('the digits above the letters are no keypad', () => {
  page(QUESTION);
  key('2', KeyboardEvent.DOM_KEY_LOCATION_STANDARD);
  expect([pressed, html.hasAttribute('data-keypad')]).toEqual([[], false]);
});

test('a text field keeps every key', () => {
  page(`${QUESTION}<input id="text">`);
  document.querySelector<HTMLElement>('#text')?.focus();
  for (const name of ['2', 'Subtract', 'Decimal', 'Add', 'Multiply'])
    expect(key(name).defaultPrevented).toBe(false);
  expect(pressed).toEqual([]);
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
