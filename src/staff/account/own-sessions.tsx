import { useSignal } from '@preact/signals';
import type { EndSessions, OwnSession } from '../../contract/own-session.ts';
import type { Problem } from '../../contract/problem.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { ProblemNote } from '../part/note.tsx';
import { LoadedView } from '../part/page.tsx';
import table from '../part/table.module.css';
import { Tag } from '../part/tag.tsx';
import { useLoad } from '../part/use-load.ts';
import { momentInWords, sinceInWords } from '../part/words.ts';
import styles from './account-page.module.css';

/** Where one is logged in, and the way out of everywhere else. */
export function OwnSessions() {
  const { api } = useDesk();
  const loaded = useLoad('own sessions', () => api.ownSessions());
  const problem = useSignal<Problem | null>(null);
  const busy = useSignal<string | null>(null);
  const end = async (which: EndSessions): Promise<void> => {
    if (busy.value !== null) return;
    busy.value = which.id ?? ALL;
    const result = await api.endOwnSessions(which);
    busy.value = null;
    problem.value = result.ok ? null : result.problem;
    if (result.ok) loaded.put(result.value);
  };
  return (
    <section class={styles.section}>
      <h2>登录在哪些地方</h2>
      {problem.value && <ProblemNote problem={problem.value} title="没有退出。" />}
      <LoadedView of={loaded} waiting="正在取登录的地方……">
        {(rows) => <Sessions rows={rows} busy={busy.value} onEnd={(id) => void end({ id })} />}
      </LoadedView>
    </section>
  );
}

const ALL = 'all';

interface SessionsProps {
  readonly rows: readonly OwnSession[];
  readonly busy: string | null;
  readonly onEnd: (id: EndSessions['id']) => void;
}

function Sessions({ rows, busy, onEnd }: SessionsProps) {
  const { clock } = useDesk();
  const others = rows.filter((row) => !row.isThis).length;
  const now = clock();
  return (
    <>
      <table class={table.table} aria-label="登录在哪些地方">
        <thead>
          <tr>
            <th scope="col">登录时间</th>
            <th scope="col">最后用过</th>
            <th scope="col" class={table.end}>
              退出
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{momentInWords(row.startedAt, now)}</th>
              <td data-name="最后用过">{sinceInWords(row.seenAt, now)}</td>
              <td class={table.end}>
                {row.isThis ? (
                  <Tag tone="good">就是这里</Tag>
                ) : (
                  <Button
                    isSmall
                    onPress={() => onEnd(row.id)}
                    busy={busy === row.id ? '正在退出……' : undefined}
                    says={`退出${momentInWords(row.startedAt, now)}登录的那一处`}
                  >
                    退出
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class={table.after}>
        {others === 0 ? (
          <span class={styles.foot}>没有在别处登录。30 分钟不用会自动退出。</span>
        ) : (
          <Button onPress={() => onEnd(null)} busy={busy === ALL ? '正在退出……' : undefined}>
            {`退出其他 ${others} 处`}
          </Button>
        )}
      </p>
      {others > 0 && <p class={styles.foot}>有不是您登录的，请马上退出它，再换密码。</p>}
    </>
  );
}
