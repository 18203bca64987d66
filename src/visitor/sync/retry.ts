/** When to try again: 1 s, 2 s, 4 s … 5 min, each shortened at random by up to half so that a county's screens do not come at once. */
const FIRST_MS = 1_000;
const MOST_MS = 300_000;

/** `failures` in a row so far, at least 1; `random` in [0, 1). There is no last try. */
export const retryAfterMs = (failures: number, random: number, mostMs = MOST_MS): number => {
  const whole = Math.min(mostMs, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.round(whole * (1 - random / 2));
};
