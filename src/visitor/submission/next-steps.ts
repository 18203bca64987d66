import { type Day, dayInShort } from '../../contract/day.ts';
import type { Hall } from '../../contract/hall.ts';
import type { NumberedItem } from '../../ui/numbered-list.tsx';
import type { GivenReceipt } from '../session/memory.ts';

/** What happens next, by which date. A date that no official calendar covers is not guessed: the count of days is said instead. */

const by = (on: Day | null): string | undefined => (on === null ? undefined : `${dayInShort(on)}前`);

const replySteps = (given: GivenReceipt, hall: Hall): readonly NumberedItem[] => {
  const promised = by(given.promisedOn);
  const statutory = by(given.statutoryOn);
  if (given.promises !== null) {
    const first = { label: promised === undefined ? given.promises : `${promised}${given.promises}` };
    return statutory === undefined
      ? [first]
      : [first, { label: `${statutory}答复`, note: '法律规定的最后一天' }];
  }
  if (promised !== undefined) {
    const latest = given.statutoryOn === null ? '' : `；法律规定最晚 ${dayInShort(given.statutoryOn)}`;
    return [{ label: `${promised}答复`, note: `${hall.name}承诺${latest}` }];
  }
  if (statutory !== undefined) return [{ label: `${statutory}答复`, note: '法律规定的最后一天' }];
  return [{ label: '办好后答复', note: '具体日期可凭编号查询，或打电话问' }];
};

export const nextSteps = (given: GivenReceipt, hall: Hall): readonly NumberedItem[] => [
  ...given.nextSteps.slice(0, 1).map((label) => ({ label })),
  ...replySteps(given, hall),
  { label: '凭两个号码，在任何一台屏幕或手机上看进度', note: `不满意：监督电话 ${hall.superviseLine}` },
];

/** The same as plain sentences, for paper. */
export const nextStepLines = (given: GivenReceipt, hall: Hall): readonly string[] =>
  nextSteps(given, hall).map(({ label, note }) => `${[label, note].filter(Boolean).join('。')}。`);
