import { Entry } from '../../contract/entry.ts';
import { findingKey } from '../../contract/finding.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import {
  clashOf,
  type Duty,
  type Hand,
  isLegalReviewMove,
  mayMakeMove,
  mayMakeMoveOn,
  type ReviewMove,
  type ReviewMoveRule,
  type ReviewState,
  reviewMoveIds,
  reviewMoveRule,
} from '../../contract/review.ts';
import { checked } from '../http/body.ts';
import {
  actsOnRevision,
  authorName,
  draftAuthors,
  draftBody,
  type EntryRecord,
  hasMade,
  movesBy,
  shownBefore,
} from '../store/entry.ts';
import { owedFor } from '../store/entry-row.ts';
import { mayOneSign } from '../store/setting.ts';
import { shownHall } from '../store/snapshot.ts';
import { whyNotPrepared } from './attached.ts';
import { otherDepartment } from './department.ts';
import { whyUnfit } from './publish.ts';
import type { Signing } from './review.ts';
import { scan } from './scan.ts';

/** Whether a move may be made, in the order in which a person should hear of it: who, what now, by whose hand, with what. */

export interface Judged {
  /** Only the exception of a tiny hall let it pass. */
  readonly isException: boolean;
}

export async function judge(signing: Signing): Promise<Result<Judged, Problem>> {
  const { trx, staff, entry, move } = signing;
  const rule = reviewMoveRule(move.move);
  if (!mayMakeMove(staff.roles, move.move)) return fail({ code: 'not-allowed' });
  if (!mayMakeMoveOn(staff, move.move, entry.its_department)) {
    const isWriting = rule.needs.includes('content.edit');
    const permission = isWriting ? 'content.edit' : 'content.review';
    return fail(await otherDepartment(trx, staff, entry.its_department, permission));
  }
  if (entry.revision !== move.revision) {
    const by = await authorName(trx, entry.author_id);
    return fail({ code: 'edited-meanwhile', by, revision: entry.revision });
  }
  const hasException = await mayOneSign(trx);
  const place = {
    state: entry.state as ReviewState,
    publishedRevision: entry.published_revision,
    mayOneSign: hasException,
    urgentRevision: owedFor(entry),
  };
  if (rule.bringsText === true || !isLegalReviewMove(place, move.move)) {
    return fail({ code: 'move-not-legal', state: entry.state, move: move.move });
  }
  const clash = clashOf(move.move, await handOf(signing));
  if (clash === 'author') return fail({ code: 'same-person-signs-twice' });
  if (clash === 'masker' && !hasException) return fail({ code: 'masked-before' });
  if (clash === 'signer' && !hasException) return fail({ code: 'signed-before' });
  const problem = whatIsMissing(rule, signing) ?? (await whyNotNow(rule, signing));
  return problem === null ? ok({ isException: clash !== null }) : fail(problem);
}

/**
 * Not only the last hand: whoever wrote any of what has not been published yet is an author. A signature that follows an urgent
 * publication is for what screens show: there it is whoever wrote any of that.
 */
async function handOf({ trx, entry, staff, move }: Signing): Promise<Hand> {
  const revision = revisionFor(move.move, entry);
  const isAfter = reviewMoveRule(move.move).whileUrgent === true;
  const since = isAfter ? await shownBefore(trx, entry.id, revision) : (entry.published_revision ?? 0);
  const authors = await draftAuthors(trx, entry.id, since, revision);
  const moves = await movesBy(trx, entry.id, revision, staff.id);
  const signed = moves.flatMap((move): readonly Duty[] =>
    isMove(move) ? (reviewMoveRule(move).signs ?? []) : [],
  );
  const hasMasked = await hasMade(trx, {
    move: 'mask',
    id: entry.id,
    by: staff.id,
    after: since,
    until: revision,
  });
  return { isAuthor: authors.includes(staff.id), hasMasked, signed };
}

/** The revision that a move is about. */
export const revisionFor = (move: ReviewMove, entry: EntryRecord): number =>
  (reviewMoveRule(move).whileUrgent === true ? owedFor(entry) : null) ?? entry.revision;

const isMove = (text: string): text is ReviewMove => (reviewMoveIds as readonly string[]).includes(text);

function whatIsMissing(rule: ReviewMoveRule, { move }: Signing): Problem | null {
  if (rule.secrecyCheck === true && move.secrecyChecked !== true) return { code: 'secrecy-check-missing' };
  if (rule.aspects?.some((each) => move.aspects?.includes(each) !== true)) return { code: 'aspects-missing' };
  return rule.reason === true && move.note === undefined ? { code: 'reason-missing' } : null;
}

/** To the minute: what is set to a moment must not be over when it is set. */
export const isTooSoon = (moment: string, nowMs: number): boolean => Date.parse(moment) <= nowMs;

async function whyNotNow(rule: ReviewMoveRule, signing: Signing): Promise<Problem | null> {
  const { trx, deps, entry, move } = signing;
  if (rule.moment === true) {
    if (move.publishAt === undefined) return { code: 'moment-missing' };
    if (isTooSoon(move.publishAt, deps.clock())) return { code: 'moment-past' };
    if (entry.end_at !== null && entry.end_at <= move.publishAt) return { code: 'ends-before' };
  }
  if (rule.whileUrgent === true) {
    const acts = await actsOnRevision(trx, entry.id, revisionFor(move.move, entry));
    return acts.some((act) => act.move === move.move) ? { code: 'move-made-before' } : null;
  }
  return rule.signs === undefined ? null : whyNotFit(signing);
}

/** What the scan points out does not hold up a signature, but the signer must have seen it. */
async function whatIsUnseen(draft: Entry, { trx, deps, move }: Signing): Promise<Problem | null> {
  const findings = await scan(trx, draft, deps.clock());
  const unseen = findings.filter((each) => move.seen?.includes(findingKey(each)) !== true);
  return unseen.length === 0 ? null : { code: 'findings-open', count: unseen.length };
}

async function whyNotFit(signing: Signing): Promise<Problem | null> {
  const { trx, deps, entry } = signing;
  const draft = checked(Entry, JSON.parse(await draftBody(trx, entry.id, entry.revision)));
  if (!draft.ok) return draft.problem;
  const hall = await shownHall(trx);
  if (hall === null) return { code: 'not-ready' };
  const unfit = whyUnfit([draft.value], hall, deps.clock()) ?? (await whyNotPrepared(trx, [draft.value]));
  return unfit ?? whatIsUnseen(draft.value, signing);
}
