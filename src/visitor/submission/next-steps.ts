import { type Day, dayInShort } from '../../contract/day.ts';
import type { Hall } from '../../contract/hall.ts';
import type { NumberedItem } from '../../ui/numbered-list.tsx';
import type { GivenReceipt } from '../session/memory.ts';

/**
 * What happens next, by which date. Where no official calendar reaches, no date is guessed: the count of days is said instead.
 */

/** `12月3日（周四）前`, or `7 个工作日内`; undefined without a limit. */
const within = (on: Day | null, duration: string | null): string | undefined => {
  if (on !== null) return `${dayInShort(on)}前`;
  return duration === null ? undefined : `${duration}内`;
};

const replySteps = (given: GivenReceipt, hall: Hall): readonly NumberedItem[] => {
  const promised = within(given.promisedOn, given.promisedFor);
  const statutory = within(given.statutoryOn, given.statutoryFor);
  const byLaw = statutory === undefined ? [] : [{ label: `${statutory}答复`, note: '法律规定的最后一天' }];
  if (promised === undefined) return byLaw;
  if (given.promises !== null) return [{ label: `${promised}${given.promises}` }, ...byLaw];
  const latest = statutory === undefined ? '' : `；法律规定最晚 ${statutory}`;
  return [{ label: `${promised}答复`, note: `${hall.name}承诺${latest}` }];
};

export const nextSteps = (given: GivenReceipt, hall: Hall): readonly NumberedItem[] => [
  ...given.nextSteps.slice(0, 1).map((label) => ({ label })),
  ...replySteps(given, hall),
  { label: '凭两个号码，在任何一台屏幕或手机上看进度', note: `不满意：监督电话 ${hall.superviseLine}` },
];

/** The same as plain sentences, for paper. */
export const nextStepLines = (given: GivenReceipt, hall: Hall): readonly string[] =>
  nextSteps(given, hall).map(({ label, note }) => `${[label, note].filter(Boolean).join('。')}。`);
