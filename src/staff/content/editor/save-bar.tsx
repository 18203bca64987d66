import type { EntryDetail } from '../../../contract/desk.ts';
import type { EntryId } from '../../../contract/id.ts';
import { isLegalReviewMove } from '../../../contract/review.ts';
import { useDesk } from '../../desk.ts';
import { Button, ButtonLink } from '../../part/button.tsx';
import { ProblemNote } from '../../part/note.tsx';
import { historyOf, hrefOf } from '../../route/route.ts';
import { StepRules } from '../../rule/rule-mark.tsx';
import { isChanged } from '../writing.ts';
import own from './editor.module.css';
import { faultWords, isAgainst, toneOf, whereText } from './keeping-words.ts';
import { type EditorState, SAVING, SENDING } from './use-editor.ts';

export interface SaveBarProps {
  readonly id: EntryId;
  readonly editor: EditorState;
  readonly detail: EntryDetail | null;
  /** How many states of what was given up can be brought back. */
  readonly past: number;
}

/** Says where this entry stands and holds the two or three things that can be done with it. */
export function SaveBar({ id, editor, detail, past }: SaveBarProps) {
  const { outage, autosave, clock } = useDesk();
  const { writing, faults, busy, problem, done, discarded } = editor;
  const isDirty = isChanged(writing.value);
  const mayGo = isDirty || (detail !== null && isLegalReviewMove(detail, 'submit'));
  const keeping = detail || isDirty ? autosave.states.value.get(id) : undefined;
  return (
    <section class={own.bar} aria-label="保存和送审">
      <span class={own.state} data-tone={toneOf(isDirty, keeping, done.value)} aria-live="polite">
        {isDirty
          ? `${whereText(keeping, { isOffline: outage.value !== null, nowMs: clock() })}${faultWords(faults.value.length)}`
          : (done.value ?? standing(detail))}
      </span>
      {isDirty && isAgainst(keeping) && (
        <Button isSmall onPress={editor.look}>
          看看两边的差别
        </Button>
      )}
      {detail &&
        detail.publishedRevision !== null &&
        !isDirty &&
        detail.publishedRevision !== detail.revision && (
          <ButtonLink isSmall kind="quiet" href={hrefOf({ page: 'sheet', id: detail.id })}>
            看和屏幕上的差别
          </ButtonLink>
        )}
      {isDirty && detail && (
        <Button kind="quiet" isSmall onPress={editor.discard}>
          不要这些改动
        </Button>
      )}
      {!isDirty && discarded.value && (
        <Button kind="quiet" isSmall onPress={editor.bringBack}>
          找回刚才去掉的改动
        </Button>
      )}
      {!isDirty && !discarded.value && detail && past > 0 && (
        <ButtonLink isSmall kind="quiet" href={hrefOf(historyOf(id))}>
          找回没有存成稿的内容
        </ButtonLink>
      )}
      <Button
        onPress={editor.save}
        isDisabled={!isDirty}
        busy={busy.value === SAVING ? busy.value : undefined}
      >
        存成一稿
      </Button>
      <Button
        kind="primary"
        onPress={editor.submit}
        isDisabled={!mayGo}
        busy={busy.value === SENDING ? busy.value : undefined}
      >
        {isDirty ? '存成一稿并送审' : '送审'}
      </Button>
      <StepRules steps={['review.edit', 'review.submit']} of="拟稿和送审" />
      {/* Silence of the network is said above the page already. */}
      {problem.value && !outage.value && (
        <div class={own.problem}>
          <ProblemNote problem={problem.value} title="没有存成稿。" />
        </div>
      )}
    </section>
  );
}

const standing = (detail: EntryDetail | null): string => {
  switch (detail?.state) {
    case 'draft':
      return '已存成稿。送审以后，由另一位同事审核。';
    case 'submitted':
      return '已送审，等复审。再改会变回草稿，要重新送审。';
    case 'reviewed':
      return '复审过了，等保密审查。再改会变回草稿，签过的都作废。';
    case 'cleared':
      return '保密审查过了，等签发。再改会变回草稿，签过的都作废。';
    case 'approved':
      return '审核通过，等发布。再改会变回草稿，签过的都作废。';
    case 'scheduled':
      return '审核通过，到了定好的时间自动发布。再改会变回草稿，定时作废。';
    case 'returned':
      return '退回来了，理由写在下面。改好再送审。';
    case 'published':
      return '屏幕上就是这一稿。改了要送审、发布，屏幕才变。';
    case 'withdrawn':
      return '已从屏幕上撤下。改了再送审，可以重新发布。';
    default:
      return '新内容，还没有写。';
  }
};
