import { type Signal, useSignal } from '@preact/signals';
import { mayRoles } from '../../contract/account.ts';
import type { EntryDetail } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { isLegalReviewMove, type ReviewMove, reviewMoveRule } from '../../contract/review.ts';
import { useDesk } from '../desk.ts';
import { Button, ButtonLink } from '../part/button.tsx';
import { TextField, TickField } from '../part/field.tsx';
import { Note, ProblemNote } from '../part/note.tsx';
import { hrefOf } from '../route/route.ts';
import styles from './sign-panel.module.css';

export interface SignPanelProps {
  readonly detail: EntryDetail;
  readonly onDetail: (detail: EntryDetail) => void;
}

/** 保密审查, item by item (保守国家秘密法实施条例 Art. 42; 条例 Arts. 14, 15, 17). All must be ticked before the signature. */
const checks = [
  '不涉及国家秘密、工作秘密',
  '公开后不会危及国家安全、公共安全、经济安全、社会稳定（条例第十四条）',
  '不涉及商业秘密、个人隐私，或者已经遮盖（条例第十五条）',
  '内容合法，依据写对了',
  '内容准确，文字、数字、电话核对过',
] as const;

/** Whoever wrote any of what is not published yet may not sign it; the server looks at the same. */
export const hasWritten = (detail: EntryDetail, staffId: string | undefined): boolean =>
  detail.history.some(
    (act) => act.move === 'edit' && act.by.id === staffId && act.revision > (detail.publishedRevision ?? 0),
  );

export function SignPanel({ detail, onDetail }: SignPanelProps) {
  const { session } = useDesk();
  const held = session.value?.roles ?? [];
  const may = (move: ReviewMove): boolean =>
    isLegalReviewMove(detail, move) && mayRoles(held, reviewMoveRule(move).needs);
  if (may('approve') && hasWritten(detail, session.value?.staff.id))
    return (
      <Note kind="warn" title="您写的，不能自己审。">
        这一稿是您写的，或者您改过。请另一位审核的同事来审。
      </Note>
    );
  if (may('approve') || may('return'))
    return <SignForm detail={detail} onDetail={onDetail} mayApprove={may('approve')} />;
  if (detail.state === 'submitted') return <Note>等审核的同事审核。</Note>;
  return <Note>{whyNot(detail)}</Note>;
}

const whyNot = ({ state }: EntryDetail): string => {
  switch (state) {
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

function SignForm({ detail, onDetail, mayApprove }: SignPanelProps & { readonly mayApprove: boolean }) {
  const { api, refresh } = useDesk();
  const ticked = useSignal<readonly string[]>([]);
  const note = useSignal('');
  const tried = useSignal<ReviewMove | null>(null);
  const busy = useSignal<ReviewMove | null>(null);
  const problem = useSignal<Problem | null>(null);
  const isChecked = checks.every((check) => ticked.value.includes(check));
  const hasReason = note.value.trim() !== '';
  const sign = async (move: 'approve' | 'return'): Promise<void> => {
    tried.value = move;
    if (busy.value || (move === 'approve' ? !isChecked : !hasReason)) return;
    busy.value = move;
    const result = await api.moveEntry(detail.id, {
      move,
      revision: detail.revision,
      ...(move === 'approve' ? { secrecyChecked: true } : {}),
      ...(hasReason ? { note: note.value.trim() } : {}),
    });
    busy.value = null;
    problem.value = result.ok ? null : result.problem;
    if (!result.ok) return;
    onDetail(result.value);
    void refresh();
  };
  return (
    <section class={styles.panel} aria-labelledby="sign">
      <h2 id="sign">{mayApprove ? '审核意见' : '已审核通过'}</h2>
      {!mayApprove && (
        <Note kind="ok" action={<ButtonLink href={hrefOf({ page: 'publish' })}>去发布</ButtonLink>}>
          发布以后屏幕才变。发现不妥，现在还可以退回。
        </Note>
      )}
      {mayApprove && <Checks ticked={ticked} isTried={tried.value === 'approve'} />}
      <TextField
        label={mayApprove ? '意见' : '退回的理由'}
        hint="退回时必须写明改哪里。"
        isOptional={mayApprove}
        lines={2}
        max={500}
        value={note.value}
        onInput={(text) => {
          note.value = text;
        }}
        fault={tried.value === 'return' && !hasReason ? '请写明退回的理由。' : undefined}
      />
      {problem.value && <ProblemNote problem={problem.value} title="没有签上。" />}
      <div class={styles.buttons}>
        {mayApprove && (
          <Button
            kind="primary"
            onPress={() => sign('approve')}
            busy={busy.value === 'approve' ? '正在签……' : undefined}
          >
            审核通过，签字
          </Button>
        )}
        <Button
          kind="danger"
          onPress={() => sign('return')}
          busy={busy.value === 'return' ? '正在退回……' : undefined}
        >
          退回修改
        </Button>
      </div>
    </section>
  );
}

interface ChecksProps {
  readonly ticked: Signal<readonly string[]>;
  readonly isTried: boolean;
}

function Checks({ ticked, isTried }: ChecksProps) {
  const open = checks.length - ticked.value.length;
  return (
    <fieldset class={styles.checks}>
      <legend>保密审查</legend>
      {checks.map((check) => {
        const isOn = ticked.value.includes(check);
        return (
          <TickField
            key={check}
            label={check}
            isOn={isOn}
            onTurn={(turned) => {
              const rest = ticked.value.filter((each) => each !== check);
              ticked.value = turned ? [...rest, check] : rest;
            }}
          />
        );
      })}
      <p class={styles.fault} aria-live="polite">
        {isTried && open > 0 && `还有 ${open} 项没有勾。逐项审查过了再勾，都勾了才能签。`}
      </p>
    </fieldset>
  );
}
