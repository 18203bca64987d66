import { useSignal } from '@preact/signals';
import type { HallSettings } from '../../../contract/hall-change.ts';
import type { Problem } from '../../../contract/problem.ts';
import { useDesk, useMay } from '../../desk.ts';
import { Button } from '../../part/button.tsx';
import { Note, ProblemNote } from '../../part/note.tsx';
import { ReturnForm } from '../../part/return-form.tsx';
import { momentInWords } from '../../part/words.ts';
import { changesBetween } from '../difference/change.ts';
import { DifferenceView } from '../difference/difference-view.tsx';
import styles from '../entry-page.module.css';
import { hallSections, spokenHall } from '../field/hall-table.ts';
import { useSpeaker } from '../use-speaker.ts';

const MAX_NOTE = 500;

export interface HallSignProps {
  readonly settings: HallSettings;
  readonly onSettings: (settings: HallSettings) => void;
}

/** What waits for a signature: the difference to the screens, and the two things that can be done with it. */
export function HallSign({ settings, onSettings }: HallSignProps) {
  const { api, clock, session, refresh } = useDesk();
  const may = useMay();
  const { speaker } = useSpeaker();
  const isReturning = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const { waiting, hall } = settings;
  if (waiting === null) return null;
  const { n } = waiting;
  const taken = (now: HallSettings): void => {
    onSettings(now);
    void refresh();
  };
  const sign = async (): Promise<void> => {
    const done = await api.decideHall({ n, decision: 'sign' });
    problem.value = done.ok ? null : done.problem;
    if (done.ok) taken(done.value);
  };
  const isOwn = waiting.by?.id === session.value?.staff.id;
  const changes = changesBetween(hallSections, spokenHall(hall), spokenHall(waiting.hall), speaker);
  return (
    <section class={styles.main} aria-label="等签发的改动">
      <p>{`${waiting.by?.name ?? ''} ${momentInWords(waiting.at, clock())}送签发：${waiting.origin ?? ''}`}</p>
      <DifferenceView changes={changes} beforeLabel="现在屏幕上的" afterLabel="改成" />
      {problem.value && <ProblemNote problem={problem.value} title="没有办成。" />}
      {may('content.sign') && isOwn && <Note>这是您自己改的，要由另一位签发的同事签字。</Note>}
      {may('content.sign') && !isOwn && !isReturning.value && (
        <div>
          <Button kind="primary" onPress={() => void sign()}>
            签发，屏幕马上换
          </Button>{' '}
          <Button kind="danger" onPress={() => (isReturning.value = true)}>
            退回
          </Button>
        </div>
      )}
      {isReturning.value && (
        <ReturnForm
          hint="改设置的同事看得到。"
          max={MAX_NOTE}
          ask={(note) => api.decideHall({ n, decision: 'return', note })}
          onDone={taken}
          onClose={() => (isReturning.value = false)}
        />
      )}
    </section>
  );
}
