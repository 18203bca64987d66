import { useSignal } from '@preact/signals';
import type { EntryDetail } from '../../contract/desk.ts';
import { findingKinds, isInAttachment } from '../../contract/finding.ts';
import { personalNumbers } from '../../contract/personal-data.ts';
import type { Problem } from '../../contract/problem.ts';
import { isLegalReviewMove } from '../../contract/review.ts';
import { useDesk, useMay } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { Note, ProblemNote } from '../part/note.tsx';
import table from '../part/table.module.css';
import { StepRules } from '../rule/rule-mark.tsx';
import { placeInWords } from './editor/fault.ts';
import styles from './sign-panel.module.css';
import { branchOfEntry } from './writing.ts';

export interface FindingListProps {
  readonly detail: EntryDetail;
  readonly onDetail: (detail: EntryDetail) => void;
}

/** What the scan points out, each with its place and word; who may edit or checks secrecy masks personal numbers with one press. */
export function FindingList({ detail, onDetail }: FindingListProps) {
  const { findings, kind, entry } = detail;
  if (findings.length === 0)
    return <Note kind="ok">自动检查没有发现身份证号、手机号、缺文号等要留意的地方。</Note>;
  return (
    <section class={styles.found} aria-labelledby="found">
      <h2 id="found">自动检查指出 {findings.length} 处</h2>
      <table class={table.table} aria-label="自动检查指出的">
        <thead>
          <tr>
            <th scope="col">在哪里</th>
            <th scope="col">是什么</th>
            <th scope="col">写的是</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding, at) => (
            <tr key={`${finding.kind} ${finding.path} ${at}`}>
              <th scope="row">{placeInWords(kind, branchOfEntry(entry), finding.path)}</th>
              <td>{findingKinds[finding.kind]}</td>
              <td>{finding.word}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {findings.some(isInAttachment) && (
        <p class={styles.exception}>附件里的号码这里遮盖不了：请在原来的文件里遮盖，另存以后重新上传。</p>
      )}
      <Mask detail={detail} onDetail={onDetail} />
    </section>
  );
}

function Mask({ detail, onDetail }: FindingListProps) {
  const { api, refresh } = useDesk();
  const may = useMay();
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const paths = [
    ...new Set(
      detail.findings
        .filter((each) => each.kind in personalNumbers && !isInAttachment(each))
        .map(({ path }) => path),
    ),
  ];
  if (paths.length === 0) return null;
  // On the way of review it is the checker's own act; otherwise an edit.
  const isCheck = may('content.secrecy') && isLegalReviewMove(detail, 'mask');
  if (!isCheck && !may('content.edit'))
    return (
      <p class={styles.exception}>
        号码要遮盖的，请退回给信息员；正在审核的，保密审查员在这里也可以一键遮盖。
      </p>
    );
  const mask = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    const result = await api.mask(detail.id, { revision: detail.revision, paths });
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (!result.ok) return;
    onDetail(result.value);
    void refresh();
  };
  return (
    <div class={styles.timed}>
      {problem.value && <ProblemNote problem={problem.value} title="没有遮盖。" />}
      <StepRules steps={isCheck ? ['review.mask'] : ['review.edit']} of="遮盖号码">
        <Button isSmall onPress={mask} busy={isBusy.value ? '正在遮盖……' : undefined}>
          遮盖这些号码，存成新的一稿
        </Button>
      </StepRules>
      <p class={styles.exception}>
        写成 138****8000、220821********0014 的样子。
        {isCheck ? asChecker(detail) : '签过的都作废，要重新送审。'}
      </p>
    </div>
  );
}

/** What it means for who checks secrecy. */
const asChecker = ({ mayOneSign }: EntryDetail): string =>
  `记在您名下，稿子还算拟稿人写的。签过的都作废，回到复审再看一遍，您照样可以做保密审查${
    mayOneSign ? '' : '，不能再签复审和签发'
  }。`;
