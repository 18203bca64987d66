import type { Batch } from '../../../contract/batch.ts';
import styles from './batch.module.css';
import { progressOf } from './batch-words.tsx';
import { isUnderWay } from './use-batch.ts';

/** How far it is, in words and numbers; a bar beside them. */
export function BatchProgress({ batch }: { readonly batch: Batch }) {
  if (!isUnderWay(batch)) return null;
  const { done, of } = progressOf(batch);
  const what = { undoing: '已撤回', sending: '已送审' }[batch.state as string] ?? '已导入';
  return (
    <div class={styles.progress}>
      <p id="progress" role="status">
        {what} {done} / {of} 行
      </p>
      <progress aria-labelledby="progress" value={done} max={of} />
      <p>可以离开这一页，也可以关掉浏览器：服务器接着做，回来看得到。</p>
    </div>
  );
}
