import { useSignal } from '@preact/signals';
import { Hall } from '../../../contract/hall.ts';
import { type HallSettings, hallVersionInWords } from '../../../contract/hall-change.ts';
import type { Problem } from '../../../contract/problem.ts';
import { useDesk } from '../../desk.ts';
import { Button } from '../../part/button.tsx';
import { ProblemNote } from '../../part/note.tsx';
import { useLoad } from '../../part/use-load.ts';
import { type Editing, EditingProvider } from '../editor/editing.ts';
import own from '../editor/editor.module.css';
import { faultsIn } from '../editor/fault.ts';
import { FaultList } from '../editor/fault-list.tsx';
import { FieldsView } from '../editor/field-view.tsx';
import styles from '../entry-page.module.css';
import { askedHallSections, hallSections, spokenHall, tidyHall } from '../field/hall-table.ts';
import { type Branch, isSame } from '../field/tree.ts';
import { HALL_WRITING, type HallWriting } from './hall-writing.ts';
import { SeasonNote } from './season-note.tsx';

export interface HallEditorProps {
  readonly settings: HallSettings;
  readonly onSettings: (settings: HallSettings) => void;
}

/** Writing a change. It goes on from what waits already, if something does. */
export function HallEditor({ settings, onSettings }: HallEditorProps) {
  const { api, memory, hall } = useDesk();
  const { value: published = [] } = useLoad('hall-entries', () => api.hallEntries());
  const base = spokenHall((settings.waiting ?? settings).hall);
  const held = memory.take<HallWriting>(HALL_WRITING);
  const mine = useSignal<Branch>(spokenHall(held?.hall ?? base));
  const restoredFrom = useSignal(held?.restoredFrom ?? null);
  const isTried = useSignal(false);
  const touched = useSignal<ReadonlySet<string>>(new Set());
  const problem = useSignal<Problem | null>(null);
  const isSaving = useSignal(false);
  const faults = faultsIn(Hall, hallSections, mine.value);
  const shown = faults.filter(({ path }) => isTried.value || touched.value.has(path));
  const isDirty = !isSame(mine.value, base);
  const keep = (): void => {
    const writing: HallWriting = { hall: mine.value, restoredFrom: restoredFrom.value };
    memory.keep(HALL_WRITING, writing);
  };
  const change = (next: Branch): void => {
    mine.value = tidyHall(next);
    if (isSame(mine.value, base)) {
      restoredFrom.value = null;
      memory.drop(HALL_WRITING);
    } else keep();
  };
  const save = async (): Promise<void> => {
    isTried.value = faults.length > 0;
    if (faults.length > 0) return;
    isSaving.value = true;
    const saved = await api.saveHall({
      basedOn: settings.digest,
      hall: mine.value,
      ...(restoredFrom.value === null ? {} : { restoredFrom: restoredFrom.value }),
    });
    isSaving.value = false;
    problem.value = saved.ok ? null : saved.problem;
    if (!saved.ok) return;
    memory.drop(HALL_WRITING);
    onSettings(saved.value);
  };
  const editing: Editing = {
    kind: 'hall',
    base,
    hall: hall.value,
    entries: [],
    shown: published,
    inner: [],
    answersTo: () => [],
    faultAt: (path: string) => shown.find((fault) => fault.path === path)?.say,
    hasFaultUnder: (path: string) => shown.some((fault) => fault.path.startsWith(`${path}.`)),
    touch: (path: string) => {
      if (!touched.peek().has(path)) touched.value = new Set([...touched.peek(), path]);
    },
  };
  return (
    <EditingProvider value={editing}>
      <section class={own.bar} aria-label="送签发">
        <span class={own.state} data-tone={isDirty ? 'warn' : 'calm'} aria-live="polite">
          {isDirty ? unsaved(faults.length, restoredFrom.value) : standing(settings)}
        </span>
        <Button
          kind="primary"
          onPress={() => void save()}
          isDisabled={!isDirty}
          busy={isSaving.value ? '正在送签发……' : undefined}
        >
          送签发
        </Button>
        {problem.value && (
          <div class={own.problem}>
            <ProblemNote problem={problem.value} title="没有送出。" />
          </div>
        )}
      </section>
      <div class={styles.main}>
        {isTried.value && faults.length > 0 && <FaultList faults={faults} />}
        {askedHallSections.map((section) => (
          <section key={section.id} class={own.section} aria-labelledby={`s-${section.id}`}>
            <h2 id={`s-${section.id}`}>{section.title}</h2>
            <FieldsView fields={section.fields} value={mine.value} path="" onChange={change} />
            {section.id === 'hours' && <SeasonNote hours={mine.value.hours} />}
          </section>
        ))}
      </div>
    </EditingProvider>
  );
}

const unsaved = (count: number, restoredFrom: string | null): string => {
  const from = restoredFrom === null ? '改了' : `恢复了${hallVersionInWords(restoredFrom)}`;
  return `${from}，还没有送签发。${count > 0 ? `有 ${count} 处要改好才能送。` : ''}`;
};

const standing = ({ waiting }: HallSettings): string =>
  waiting === null
    ? '屏幕上就是这些。改了要由签发的同事签字，屏幕才变。'
    : '已送签发，等另一位同事签字。再改会代替这一次。';
