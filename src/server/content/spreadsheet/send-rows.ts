import type { Sending } from '../../../contract/batch.ts';
import { type Problem, sayProblem } from '../../../contract/problem.ts';
import { isLegalReviewMove, type ReviewState, reviewStateInWords } from '../../../contract/review.ts';
import { type BatchRowRecord, changeRow } from '../../store/batch.ts';
import { type EntryRecord, entryRecord } from '../../store/entry.ts';
import { judge } from '../judge.ts';
import { carryOut, type Signing } from '../review.ts';
import type { Made } from './write-rows.ts';

/**
 * Drafts of a batch are sent for review, within one transaction. What holds of one holds of many: the same judgement, an act and an
 * audit row each. Signatures have nothing of the kind: review is 逐项, item by item (保守国家秘密法实施条例 Art. 42).
 */
export type SendingRows = Omit<Signing, 'entry' | 'move'>;

type Told = Pick<BatchRowRecord, 'sending' | 'why'> & { readonly sending: Sending };

export async function sendRows(sending: SendingRows, rows: readonly BatchRowRecord[]): Promise<void> {
  for (const row of rows) await changeRow(sending.trx, row, await sendRow(sending, row));
}

/** A guide goes with its chart or not at all. */
async function sendRow(sending: SendingRows, row: BatchRowRecord): Promise<Told> {
  const signings: Signing[] = [];
  for (const made of JSON.parse(row.made) as readonly Made[]) {
    const entry = await entryRecord(sending.trx, made.id);
    if (entry === undefined) return refused(sayProblem({ code: 'no-such-thing' }));
    if (isOnItsWay(entry)) continue;
    // It stands as it was returned; an edit would have made it a draft again.
    if (entry.state === 'returned') return refused(RETURNED);
    // Whoever sends it may have gone on with it: that goes. What a colleague wrote since is theirs to send.
    const isOwn = entry.author_id === sending.staff.id;
    const revision = isOwn ? entry.revision : made.revision;
    const signing: Signing = { ...sending, entry, move: { move: 'submit', revision } };
    const judged = await judge(signing);
    if (!judged.ok) return refused(whyNotSent(judged.problem, entry));
    signings.push(signing);
  }
  for (const signing of signings) await carryOut(signing, false);
  return { sending: signings.length === 0 ? 'already' : 'sent', why: '' };
}

const refused = (why: string): Told => ({ sending: 'refused', why });

const RETURNED = '这一条退回以后还没有改。请打开它，看看退回的理由，改了再送审。';

const isOnItsWay = (entry: EntryRecord): boolean =>
  entry.state !== 'withdrawn' &&
  !isLegalReviewMove({ state: entry.state as ReviewState, publishedRevision: null }, 'submit');

const whyNotSent = (problem: Problem, entry: EntryRecord): string => {
  if (problem.code === 'edited-meanwhile')
    return `${problem.by}接着改过（第 ${problem.revision} 稿）。请打开这一条看过，再送审。`;
  if (problem.code === 'move-not-legal')
    return `这一条现在是“${reviewStateInWords[entry.state as ReviewState]}”，不能送审。请打开它看看。`;
  return sayProblem(problem);
};
