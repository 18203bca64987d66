import type { Role } from '../../contract/account.ts';
import type { EntryDetail } from '../../contract/desk.ts';
import { clashOf, type Duty, isLegalReviewMove, mayMakeMove, reviewMoveRule } from '../../contract/review.ts';
import { useDesk } from '../desk.ts';
import { Note } from '../part/note.tsx';
import type { SignMove } from './check-table.ts';
import { SignForm } from './sign-form.tsx';

export interface SignPanelProps {
  readonly detail: EntryDetail;
  readonly onDetail: (detail: EntryDetail) => void;
}

/** Whoever wrote any of what is not published yet may not sign it; the server looks at the same. */
export const hasWritten = (detail: EntryDetail, staffId: string | undefined): boolean =>
  detail.history.some(
    (act) => act.move === 'edit' && act.by.id === staffId && act.revision > (detail.publishedRevision ?? 0),
  );

const signedBy = (detail: EntryDetail, staffId: string | undefined): readonly Duty[] =>
  detail.history
    .filter((act) => act.by.id === staffId && act.revision === detail.revision)
    .flatMap((act) => reviewMoveRule(act.move).signs ?? []);

/** The signature that is due and that these roles may make; in a tiny hall all at once before one alone. */
const dueMove = (detail: EntryDetail, held: readonly Role[]): SignMove | null =>
  (['approve', 'review', 'clear', 'sign'] as const).find(
    (move) => isLegalReviewMove(detail, move) && mayMakeMove(held, move),
  ) ?? null;

export function SignPanel({ detail, onDetail }: SignPanelProps) {
  const { session } = useDesk();
  const held = session.value?.roles ?? [];
  const me = session.value?.staff.id;
  const due = dueMove(detail, held);
  const clash = due && clashOf(due, { isAuthor: hasWritten(detail, me), signed: signedBy(detail, me) });
  if (clash === 'author')
    return (
      <Note kind="warn" title="您写的，不能自己审。">
        这一稿是您写的，或者您改过。请另一位审核的同事来审。
      </Note>
    );
  if (clash === 'signer' && !detail.mayOneSign)
    return (
      <Note kind="warn" title="这一道要由另一位同事签。">
        复审和签发不能是同一个人，您已经签过其中一道。
      </Note>
    );
  const mayReturn = isLegalReviewMove(detail, 'return') && mayMakeMove(held, 'return');
  if (due !== null || mayReturn)
    return (
      <>
        {due === null && detail.state !== 'approved' && <Note>{whyNot(detail)}</Note>}
        <SignForm key={due} detail={detail} onDetail={onDetail} move={due} isException={clash !== null} />
      </>
    );
  return <Note>{whyNot(detail)}</Note>;
}

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
    case 'withdrawn':
      return '已从屏幕上撤下，没有要审的。';
    default:
      return '还没有送审。送审以后才能审核。';
  }
};
