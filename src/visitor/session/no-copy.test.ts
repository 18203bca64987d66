import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mode } from './mode.ts';
import { keepOnGlass } from './no-copy.ts';

let target: EventTarget;
let stop: () => void;
beforeEach(() => {
  target = new EventTarget();
  stop = keepOnGlass(target);
});
afterEach(() => {
  stop();
  mode.value = 'screen';
});

/** True when the browser goes on and does it. */
const happens = (type: string): boolean => target.dispatchEvent(new Event(type, { cancelable: true }));

describe.each(['copy', 'cut', 'dragstart', 'drop', 'contextmenu'])('%s', (type) => {
  it('does nothing on the hall’s screen', () => {
    mode.value = 'screen';
    expect(happens(type)).toBe(false);
  });

  it('works on a visitor’s own phone', () => {
    mode.value = 'phone';
    expect(happens(type)).toBe(true);
  });
});

it('leaves everything else alone', () => {
  for (const type of ['paste', 'click', 'keydown', 'selectstart']) expect(happens(type)).toBe(true);
});
