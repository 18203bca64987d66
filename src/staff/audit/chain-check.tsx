import { useSignal } from '@preact/signals';
import type { AuditCheck } from '../../contract/audit.ts';
import type { Problem } from '../../contract/problem.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { Note, ProblemNote } from '../part/note.tsx';
import styles from './audit-page.module.css';

/** Each row holds the digest of the one before it: a button reckons them all again and says whether every one is as it was written. */
export function ChainCheck() {
  const { api } = useDesk();
  const found = useSignal<AuditCheck | null>(null);
  const problem = useSignal<Problem | null>(null);
  const isBusy = useSignal(false);
  const check = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    const result = await api.checkAudit();
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    found.value = result.ok ? result.value : null;
  };
  return (
    <div class={styles.check}>
      <p>
        <Button onPress={() => void check()} busy={isBusy.value ? '正在逐条核对……' : undefined}>
          核对记录是否完整
        </Button>
      </p>
      {problem.value && <ProblemNote problem={problem.value} title="没有核对成。" />}
      {found.value && <Result check={found.value} />}
    </div>
  );
}

function Result({ check: { count, firstBroken, head } }: { readonly check: AuditCheck }) {
  if (firstBroken !== null)
    return (
      <Note kind="danger" title={`从第 ${firstBroken} 条起不完整。`}>
        这一条被改动过，或者它前面有记录被删掉。请保留服务器的数据文件夹，马上报告分管领导。
      </Note>
    );
  return (
    <Note kind="ok" title={`共 ${count} 条，全部完整。`}>
      请把条数和最后一条的摘要抄存一份：以后条数变少，或者同一条的摘要不同，就是有人删改过末尾。
      {head !== null && <p class={styles.head}>{head}</p>}
    </Note>
  );
}
