import type { EntryDetail } from '../../../contract/desk.ts';
import { isLegalReviewMove } from '../../../contract/review.ts';
import { useDesk } from '../../desk.ts';
import { Button, ButtonLink } from '../../part/button.tsx';
import { ProblemNote } from '../../part/note.tsx';
import { hrefOf } from '../../route/route.ts';
import { isChanged } from '../writing.ts';
import own from './editor.module.css';
import { type EditorState, SAVING, SENDING } from './use-editor.ts';

export interface SaveBarProps {
  readonly editor: EditorState;
  readonly detail: EntryDetail | null;
}

/** Says where this entry stands and holds the two or three things that can be done with it. */
export function SaveBar({ editor, detail }: SaveBarProps) {
  const { outage } = useDesk();
  const { writing, faults, busy, problem, done } = editor;
  const isDirty = isChanged(writing.value);
  const mayGo = isDirty || (detail !== null && isLegalReviewMove(detail, 'submit'));
  const isBehind = detail !== null && writing.value.basedOn < detail.revision;
  return (
    <section class={own.bar} aria-label="保存和送审">
      <span class={own.state} data-tone={isDirty ? 'warn' : done.value ? 'done' : 'calm'} aria-live="polite">
        {isDirty
          ? unsaved(faults.value.length, { isBehind, isOffline: outage.value !== null })
          : (done.value ?? standing(detail))}
      </span>
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
      <Button
        onPress={editor.save}
        isDisabled={!isDirty}
        busy={busy.value === SAVING ? busy.value : undefined}
      >
        保存
      </Button>
      <Button
        kind="primary"
        onPress={editor.submit}
        isDisabled={!mayGo}
        busy={busy.value === SENDING ? busy.value : undefined}
      >
        {isDirty ? '保存并送审' : '送审'}
      </Button>
      {/* Silence of the network is said above the page already. */}
      {problem.value && !outage.value && (
        <div class={own.problem}>
          <ProblemNote problem={problem.value} title="没有保存。" />
        </div>
      )}
    </section>
  );
}

const unsaved = (count: number, it: { isBehind: boolean; isOffline: boolean }): string => {
  const faults = count > 0 ? `有 ${count} 处要改好才能保存。` : '';
  if (it.isOffline) return `没有连上服务器，写的内容还在。${faults}`;
  if (it.isBehind) return `有同事刚保存过新稿，保存时会让您选。${faults}`;
  return `改了，还没有保存。${faults}`;
};

const standing = (detail: EntryDetail | null): string => {
  switch (detail?.state) {
    case 'draft':
      return '已保存。送审以后，由另一位同事审核。';
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
      return '退回来了，理由在“经过”里。改好再送审。';
    case 'published':
      return '屏幕上就是这一稿。改了要送审、发布，屏幕才变。';
    case 'withdrawn':
      return '已从屏幕上撤下。改了再送审，可以重新发布。';
    default:
      return '新内容，还没有保存。';
  }
};
