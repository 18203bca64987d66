import { dayInShort } from '../../contract/day.ts';
import { durationInWords } from '../../contract/deadline.ts';
import type { Hall } from '../../contract/hall.ts';
import { type Limit, lastsInWords, whyNoDay } from '../../contract/limit.ts';
import type { NumberedItem } from '../../ui/numbered-list.tsx';
import type { GivenReceipt } from '../session/memory.ts';

/**
 * What happens next, by which date: all that the form says. Where no official calendar reaches, no date is guessed: the count of
 * days is said instead, and why. Nor where the screen's own clock cannot be right.
 */

interface Told {
  readonly limit: Limit;
  readonly isClockSure: boolean;
}

/** `12月3日（周四）前`, or `7 个工作日内`. */
const within = ({ limit: { due, lasts }, isClockSure }: Told): string =>
  isClockSure && due.is === 'day' ? `${dayInShort(due.on)}前` : `${durationInWords(lasts)}内`;

/** Its length, note and reason, less what the label says already. */
const about = ({ limit, isClockSure }: Told, more: readonly (string | null)[]): string => {
  const said = isClockSure && limit.due.is === 'day' ? lastsInWords(limit) : limit.lasts.note;
  return [said, ...more].filter(Boolean).join('；');
};

const CLOCK = '这台屏幕的时钟不准，准确日期请在“查进度”里看';

const replySteps = (
  { limits: { promised, statutory }, filedOn }: GivenReceipt,
  hall: Hall,
): readonly NumberedItem[] => {
  const told = (limit: Limit): Told => ({ limit, isClockSure: filedOn !== null });
  const why = (limit: Limit): string | null => (filedOn === null ? CLOCK : whyNoDay(limit.due));
  const whyPromise = promised && why(promised);
  const whyLaw = statutory && why(statutory);
  const promise = promised && {
    label: `${within(told(promised))}${promised.does ?? '答复'}`,
    note: about(told(promised), [promised.lasts.note === undefined ? `${hall.name}承诺` : null, whyPromise]),
  };
  const law = statutory && {
    label: `法律规定最晚 ${within(told(statutory))}答复`,
    // One calendar is missing, not two: said once.
    note: about(told(statutory), [statutory.basis, whyLaw === whyPromise ? null : whyLaw]),
  };
  return [promise, law].filter((step) => step !== null);
};

const steps = (given: GivenReceipt, hall: Hall): readonly NumberedItem[] => {
  const [first, ...others] = given.nextSteps.map((label) => ({ label }));
  return [...(first ? [first] : []), ...replySteps(given, hall), ...others];
};

const LOOK = '凭两个号码，在任何一台屏幕或手机上看进度';

export const nextSteps = (given: GivenReceipt, hall: Hall): readonly NumberedItem[] => [
  ...steps(given, hall),
  { label: LOOK, note: `不满意：监督电话 ${hall.superviseLine}` },
];

const stop = (text: string): string => (text.endsWith('。') ? text : `${text}。`);

/** The same as plain sentences, for paper, where the telephone stands at the foot. */
export const nextStepLines = (given: GivenReceipt, hall: Hall): readonly string[] =>
  [...steps(given, hall), { label: LOOK, note: '' }].map(({ label, note }) =>
    [label, note]
      .filter(Boolean)
      .map((text) => stop(String(text)))
      .join(''),
  );
