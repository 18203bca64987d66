import { dayInShort } from '../../contract/day.ts';
import { durationInWords } from '../../contract/deadline.ts';
import type { Hall } from '../../contract/hall.ts';
import { type Limit, lastsInWords, whyNoDay } from '../../contract/limit.ts';
import type { NumberedItem } from '../../ui/numbered-list.tsx';
import type { GivenReceipt } from '../session/memory.ts';
import { t, type Word } from '../t.ts';

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
  isClockSure && due.is === 'day'
    ? t('{day}前', { day: dayInShort(due.on, t) })
    : t('{time}内', { time: durationInWords(lasts, t) });

/** Its length, note and reason, less what the label says already. */
const about = ({ limit, isClockSure }: Told, more: readonly (string | null)[]): string => {
  const said = isClockSure && limit.due.is === 'day' ? lastsInWords(limit, t) : limit.lasts.note;
  return [said, ...more].filter(Boolean).join(t('；'));
};

const CLOCK: Word = '这台屏幕的时钟不准，准确日期请在“查进度”里看';

const replySteps = (
  { limits: { promised, statutory }, filedOn }: GivenReceipt,
  hall: Hall,
): readonly NumberedItem[] => {
  const told = (limit: Limit): Told => ({ limit, isClockSure: filedOn !== null });
  const why = (limit: Limit): string | null => (filedOn === null ? t(CLOCK) : whyNoDay(limit.due, t));
  const whyPromise = promised && why(promised);
  const whyLaw = statutory && why(statutory);
  const promise = promised && {
    label: promised.does
      ? t('{when}{does}', { when: within(told(promised)), does: promised.does })
      : t('{when}答复', { when: within(told(promised)) }),
    note: about(told(promised), [
      promised.lasts.note === undefined ? t('{hall}承诺', { hall: hall.name }) : null,
      whyPromise,
    ]),
  };
  const law = statutory && {
    label: t('法律规定最晚 {when}答复', { when: within(told(statutory)) }),
    // One calendar is missing, not two: said once.
    note: about(told(statutory), [statutory.basis, whyLaw === whyPromise ? null : whyLaw]),
  };
  return [promise, law].filter((step) => step !== null);
};

const steps = (given: GivenReceipt, hall: Hall): readonly NumberedItem[] => {
  const [first, ...others] = given.nextSteps.map((label) => ({ label }));
  return [...(first ? [first] : []), ...replySteps(given, hall), ...others];
};

const LOOK: Word = '凭两个号码，在任何一台屏幕或手机上看进度';

export const nextSteps = (given: GivenReceipt, hall: Hall): readonly NumberedItem[] => [
  ...steps(given, hall),
  { label: t(LOOK), note: t('不满意：监督电话 {phone}', { phone: hall.superviseLine }) },
];

const stop = (text: string): string => (/[。.]\s*$/.test(text) ? text : `${text}${t('。')}`);

/** The same as plain sentences, for paper, where the telephone stands at the foot. */
export const nextStepLines = (given: GivenReceipt, hall: Hall): readonly string[] =>
  [...steps(given, hall), { label: t(LOOK), note: '' }].map(({ label, note }) =>
    [label, note]
      .filter(Boolean)
      .map((text) => stop(String(text)))
      .join(''),
  );
