import type { TargetedPointerEvent } from 'preact';

type PointerOn = TargetedPointerEvent<HTMLElement>;

const down = (event: PointerOn) => {
  if (event.button === 0 && !event.currentTarget.matches(':disabled')) event.currentTarget.dataset.down = '';
};

const up = (event: PointerOn) => {
  delete event.currentTarget.dataset.down;
};

/**
 * Spread over what can be touched: `data-down` stands while a finger is on it, from the very event of touching. `:active`
 * will not do: Chromium sets it late for a touch, or never, and lets it stand when the next finger is quick.
 */
export const touchFeedback = {
  onPointerDown: down,
  onPointerUp: up,
  onPointerLeave: up,
  onPointerCancel: up,
};
