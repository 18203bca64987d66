import type { Actor } from '../../contract/account.ts';
import type { EntryDetail } from '../../contract/desk.ts';
import {
  clashOf,
  type Duty,
  type Hand,
  isLegalReviewMove,
  mayMakeMove,
  mayMakeMoveOn,
  reviewMoveRule,
} from '../../contract/review.ts';
import { departmentName, useDesk } from '../desk.ts';
import { Note } from '../part/note.tsx';
import { useKeptFocus } from '../part/use-kept-focus.ts';
import type { SignMove } from './check-table.ts';
import { SignForm } from './sign-form.tsx';
import styles from './sign-panel.module.css';

export interface SignPanelProps {
  readonly detail: EntryDetail;
  readonly onDetail: (detail: EntryDetail) => void;
}

/** Whoever wrote any of what is not published yet may not sign it; the server looks at the same. */
export const hasWritten = (detail: EntryDetail, staffId: string | undefined): boolean =>
  detail.history.some(
    (act) => act.move === 'edit' && act.by.id === staffId && act.revision > (detail.publishedRevision ?? 0),
  );

/** Masked numbers in what is not published yet. */
const hasMasked = (detail: EntryDetail, staffId: string | undefined): boolean =>
  detail.history.some(
    (act) => act.move === 'mask' && act.by.id === staffId && act.revision > (detail.publishedRevision ?? 0),
  );

const signedBy = (
  detail: EntryDetail,
  { staffId, revision }: { readonly staffId: string | undefined; readonly revision: number },
): readonly Duty[] =>
  detail.history
    .filter((act) => act.by.id === staffId && act.revision === revision)
    .flatMap((act) => reviewMoveRule(act.move).signs ?? []);

/** Of what went out urgently, the signature that has followed already. */
const isMade = ({ urgent }: EntryDetail, move: SignMove): boolean =>
  (move === 'review-after' && urgent?.isReviewed === true) ||
  (move === 'clear-after' && urgent?.isCleared === true);

/** The signature that is due and that these roles may make; in a tiny hall all at once before one alone. */
const dueMove = (detail: EntryDetail, actor: Actor): SignMove | null =>
  (['approve', 'review', 'clear', 'sign', 'review-after', 'clear-after'] as const).find(
    (move) =>
      isLegalReviewMove(detail, move) &&
      mayMakeMoveOn(actor, move, detail.department) &&
      !isMade(detail, move),
  ) ?? null;

/** What this person has to do with what the signature is for: the draft, or what screens show already. */
const handOf = (detail: EntryDetail, due: SignMove, me: string | undefined): Hand => {
  const isAfter = reviewMoveRule(due).whileUrgent === true;
  const revision = (isAfter ? detail.urgentRevision : null) ?? detail.revision;
  // Who wrote what went out before is known to the server alone.
  return {
    isAuthor: !isAfter && hasWritten(detail, me),
    hasMasked: !isAfter && hasMasked(detail, me),
    signed: signedBy(detail, { staffId: me, revision }),
  };
};

/** The form that was signed in is gone: what stands in its place now has the focus that it took with it. */
export function SignPanel(props: SignPanelProps) {
  const { state, revision, history } = props.detail;
  const place = useKeptFocus(`${state} ${revision} ${history.length}`);
  return (
    <div ref={place} tabIndex={-1} class={styles.place}>
      <Due {...props} />
    </div>
  );
}

function Due({ detail, onDetail }: SignPanelProps) {
  const { session, hall } = useDesk();
  const actor: Actor = session.value ?? { roles: [], department: null };
  const me = session.value?.staff.id;
  const due = dueMove(detail, actor);
  const clash = due && clashOf(due, handOf(detail, due, me));
  if (clash === 'author')
    return (
      <Note kind="warn" title="您写的，不能自己审。">
        这一稿是您写的，或者您改过。请另一位审核的同事来审。
      </Note>
    );
  if (clash === 'masker' && !detail.mayOneSign)
    return (
      <Note kind="warn" title="这一道要由另一位同事签。">
        这一稿的号码是您遮盖的。您可以做保密审查，复审和签发由别的同事签。
      </Note>
    );
  if (clash === 'signer' && !detail.mayOneSign)
    return (
      <Note kind="warn" title="这一道要由另一位同事签。">
        复审和签发不能是同一个人，您已经签过其中一道。
      </Note>
    );
  const mayReturn = isLegalReviewMove(detail, 'return') && mayMakeMoveOn(actor, 'return', detail.department);
  const isApproved = detail.state === 'approved' || detail.state === 'scheduled';
  if (due !== null || mayReturn)
    return (
      <>
        {due === null && !isApproved && <Note>{whyNot(detail)}</Note>}
        <SignForm key={due} detail={detail} onDetail={onDetail} move={due} isException={clash !== null} />
      </>
    );
  const its = departmentName(detail.department, hall.value);
  if (isOthers(detail, actor))
    return (
      <Note title={`这一条归${its ?? '全大厅'}管。`}>由{its ?? '不分科室'}的科室负责人复审。您可以看。</Note>
    );
  return <Note>{whyNot(detail)}</Note>;
}

/** It waits for this person's role, and for another department. */
const isOthers = (detail: EntryDetail, actor: Actor): boolean =>
  detail.state === 'submitted' &&
  mayMakeMove(actor.roles, 'review') &&
  !mayMakeMoveOn(actor, 'review', detail.department);

const whyNot = ({ state }: EntryDetail): string => {
  switch (state) {
    case 'submitted':
      return '等科室负责人复审。';
    case 'reviewed':
      return '复审过了，等保密审查员审查。';
    case 'cleared':
      return '保密审查过了，等分管领导签发。';
    case 'published':
      return '已经发布，没有要审的。';
    case 'approved':
      return '已经审核通过，等发布。';
    case 'scheduled':
      return '已经审核通过，到了定好的时间自动发布。';
    case 'withdrawn':
      return '已从屏幕上撤下，没有要审的。';
    default:
      return '还没有送审。送审以后才能审核。';
  }
};
