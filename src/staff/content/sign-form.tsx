import { type Signal, useSignal } from '@preact/signals';
import type { EntryDetail } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { isLegalReviewMove, reviewMoveRule } from '../../contract/review.ts';
import { useDesk } from '../desk.ts';
import { Button, ButtonLink } from '../part/button.tsx';
import { TextField, TickField } from '../part/field.tsx';
import { Note, ProblemNote } from '../part/note.tsx';
import { ReturnForm } from '../part/return-form.tsx';
import { hrefOf } from '../route/route.ts';
import type { Step } from '../rule/rule.ts';
import { StepRules } from '../rule/rule-mark.tsx';
import { type Check, checksFor, proofOf, type SignMove, signWords } from './check-table.ts';
import { isAllSeen, SeenTicks, seenIn } from './seen-ticks.tsx';
import styles from './sign-panel.module.css';

const MAX_NOTE = 500;

export interface SignFormProps {
  readonly detail: EntryDetail;
  readonly onDetail: (detail: EntryDetail) => void;
  /** Null: everything is signed, and only a return is left. */
  readonly move: SignMove | null;
  /** Signed under the exception of a tiny hall, which is said before and recorded. */
  readonly isException: boolean;
}

/** The points to tick, the words beside them, and the two ways out: signed, or returned with a reason. */
export function SignForm(props: SignFormProps) {
  const { move, isException } = props;
  const { note, isTried, busy, problem, ticked, seen, sign, returned, taken } = useSigning(props);
  const isReturning = useSignal(false);
  const words = move && signWords[move];
  const mayReturn = isLegalReviewMove(props.detail, 'return');
  const isApproved = props.detail.state === 'approved' || props.detail.state === 'scheduled';
  return (
    <section class={styles.panel} aria-labelledby="sign">
      <StepRules steps={stepsAt(props, isApproved)} of={words?.group ?? '退回'}>
        <h2 id="sign">{words?.title ?? (isApproved ? '已审核通过' : '发现不妥')}</h2>
      </StepRules>
      {move === null && isApproved && (
        <Note kind="ok" action={<ButtonLink href={hrefOf({ page: 'publish' })}>去发布</ButtonLink>}>
          发布以后屏幕才变。发现不妥，现在还可以退回。
        </Note>
      )}
      {move && isException && (
        <p class={styles.exception}>
          本大厅人少，由作者以外的一位同事把几道一起签。签字会记明“例外：由一人签”。
        </p>
      )}
      {move && reviewMoveRule(move).whileUrgent === true && (
        <p class={styles.exception}>
          这一稿已经紧急发布，在屏幕上。审查后不同意的，请马上告诉签发的领导撤下。
        </p>
      )}
      {move && reviewMoveRule(move).whileUrgent !== true && (
        <SeenTicks detail={props.detail} seen={seen} isTried={isTried.value} />
      )}
      {move && <Checks move={move} ticked={ticked} isTried={isTried.value} />}
      {isReturning.value ? (
        <ReturnForm
          hint="拟稿的人在稿子上面看得到。"
          max={MAX_NOTE}
          begun={note.value}
          ask={returned}
          onDone={taken}
          onClose={() => (isReturning.value = false)}
        />
      ) : (
        <>
          {move && (
            <TextField
              label="意见"
              isOptional
              lines={2}
              max={MAX_NOTE}
              value={note.value}
              onInput={(text) => {
                note.value = text;
              }}
            />
          )}
          {problem.value && <ProblemNote problem={problem.value} title="没有签上。" />}
          <div class={styles.buttons}>
            {move && (
              <Button kind="primary" onPress={() => sign(move)} busy={busy.value ? '正在签……' : undefined}>
                {signWords[move].button}
              </Button>
            )}
            {mayReturn && (
              <Button kind="danger" onPress={() => (isReturning.value = true)}>
                退回修改
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** What can be done here: the signature, or what follows it, and the return. */
const stepsAt = ({ move, detail }: SignFormProps, isApproved: boolean): readonly Step[] => [
  ...(move === null ? [] : [`review.${move}` as const]),
  ...(move === null && isApproved ? ['review.publish' as const] : []),
  ...(isLegalReviewMove(detail, 'return') ? ['review.return' as const] : []),
];

function useSigning({ detail, onDetail }: SignFormProps) {
  const { api, refresh } = useDesk();
  const ticked = useSignal<readonly Check[]>([]);
  const seen = useSignal<readonly string[]>([]);
  const note = useSignal('');
  const isTried = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const isReady = (wanted: SignMove): boolean =>
    checksFor(wanted).every((check) => ticked.value.includes(check)) &&
    (reviewMoveRule(wanted).whileUrgent === true || isAllSeen(detail, seen.value));
  const taken = (now: EntryDetail): void => {
    onDetail(now);
    void refresh();
  };
  const sign = async (wanted: SignMove): Promise<void> => {
    isTried.value = true;
    if (busy.value || !isReady(wanted)) return;
    busy.value = true;
    const words = note.value.trim();
    const result = await api.moveEntry(detail.id, {
      ...{ move: wanted, revision: detail.revision, ...proofOf(wanted), ...seenIn(seen.value) },
      ...(words === '' ? {} : { note: words }),
    });
    busy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (result.ok) taken(result.value);
  };
  const returned = (reason: string) =>
    api.moveEntry(detail.id, { move: 'return', revision: detail.revision, note: reason });
  return { ticked, seen, note, isTried, busy, problem, sign, returned, taken };
}

interface ChecksProps {
  readonly move: SignMove;
  readonly ticked: Signal<readonly Check[]>;
  readonly isTried: boolean;
}

export function Checks({ move, ticked, isTried }: ChecksProps) {
  const points = checksFor(move);
  const open = points.filter((check) => !ticked.value.includes(check)).length;
  return (
    <fieldset class={styles.checks}>
      <legend>{signWords[move].group}</legend>
      {points.map((check) => (
        <TickField
          key={check.say}
          label={check.say}
          isOn={ticked.value.includes(check)}
          onTurn={(turned) => {
            const rest = ticked.value.filter((each) => each !== check);
            ticked.value = turned ? [...rest, check] : rest;
          }}
        />
      ))}
      <p class={styles.fault} aria-live="polite">
        {isTried && open > 0 && `还有 ${open} 项没有勾。逐项审查过了再勾，都勾了才能签。`}
      </p>
    </fieldset>
  );
}
