import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { EntryDetail } from '../../../contract/desk.ts';
import { type EntryKind, kindOf } from '../../../contract/entry-name.ts';
import type { EntryId } from '../../../contract/id.ts';
import type { WritingDetail } from '../../../contract/writing.ts';
import { onKey } from '../../../ui/composition.ts';
import { useDesk } from '../../desk.ts';
import { Beside, hasBeside } from '../beside/beside.tsx';
import { HoursBeside } from '../beside/hours-beside.tsx';
import { Comments } from '../comments.tsx';
import { ConflictView } from '../difference/conflict-view.tsx';
import { EntryHistory } from '../entry-history.tsx';
import styles from '../entry-page.module.css';
import { answerChoices } from '../field/form-questions.ts';
import { innerChoices } from '../field/inner.ts';
import { sectionsOf } from '../field/section-of.ts';
import { tidied } from '../field/tidy.ts';
import { PersonalNote } from '../personal-note.tsx';
import { useSpeaker } from '../use-speaker.ts';
import { WithdrawPanel } from '../withdraw-panel.tsx';
import { AdviceList } from './advice-list.tsx';
import { type Editing, EditingProvider } from './editing.ts';
import own from './editor.module.css';
import { ElsewhereNote } from './elsewhere-note.tsx';
import { FAULT_LIST, FaultList } from './fault-list.tsx';
import { FieldsView } from './field-view.tsx';
import { OtherWriters } from './other-writers.tsx';
import { ReturnNote } from './return-note.tsx';
import { SaveBar } from './save-bar.tsx';
import { ScheduleNote } from './schedule-note.tsx';
import { SectionIndex } from './section-index.tsx';
import { type EditorState, useEditor } from './use-editor.ts';

export interface EditorProps {
  readonly id: EntryId;
  /** null: an entry that the server does not know yet. */
  readonly detail: EntryDetail | null;
  /** Colleagues who are writing on it too. */
  readonly others: WritingDetail['others'];
  /** How many states of what was given up can be brought back. */
  readonly past: number;
  readonly onDetail: (detail: EntryDetail) => void;
}

export function Editor(props: EditorProps) {
  const { id } = props;
  const editor = useEditor(props);
  const { speaker } = useSpeaker();
  useSaveKey(editor.save);
  const { theirs, writing } = editor;
  if (theirs.value)
    return (
      <ConflictView
        sections={sectionsOf[kindOf(id)]}
        writing={writing.value}
        theirs={theirs.value}
        speaker={speaker}
        onChosen={editor.goOn}
        onDiscard={editor.discard}
      />
    );
  return <Desk {...props} editor={editor} />;
}

/** Ctrl+S saves. While an input method composes, keys are the input method's. */
const useSaveKey = (save: () => Promise<unknown>): void => {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const press = onKey((event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void latest.current();
    });
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
};

/** Which faults are shown: those of fields that were touched, and all once a save was tried. */
const useEditing = (kind: EntryKind, editor: EditorState): Editing => {
  const { hall } = useDesk();
  const { entries } = useSpeaker();
  const touched = useSignal<ReadonlySet<string>>(new Set());
  const shown = editor.faults.value.filter((fault) => editor.isTried.value || touched.value.has(fault.path));
  const { mine, base } = editor.writing.value;
  return {
    kind,
    base,
    hall: hall.value,
    entries,
    shown: [],
    inner: innerChoices(mine),
    answersTo: (question) => answerChoices(mine, question),
    faultAt: (path) => shown.find((fault) => fault.path === path)?.say,
    hasFaultUnder: (path) => shown.some((fault) => fault.path.startsWith(`${path}.`)),
    touch: (path) => {
      if (!touched.peek().has(path)) touched.value = new Set([...touched.peek(), path]);
    },
  };
};

function Desk(props: EditorProps & { readonly editor: EditorState }) {
  const { id, detail, others, past, onDetail, editor } = props;
  const kind = kindOf(id);
  const editing = useEditing(kind, editor);
  const { writing, faults, isTried, stops } = editor;
  useEffect(() => {
    if (stops.value > 0) document.getElementById(FAULT_LIST)?.focus();
  }, [stops.value]);
  const sections = sectionsOf[kind];
  const { mine } = writing.value;
  return (
    <EditingProvider value={editing}>
      <SaveBar id={id} editor={editor} detail={detail} past={past} />
      <div class={styles.columns} data-side={hasBeside(kind) ? 'drawing' : undefined}>
        <div class={styles.main}>
          {isTried.value && faults.value.length > 0 && <FaultList faults={faults.value} />}
          {detail && <ReturnNote detail={detail} />}
          {detail && <ScheduleNote detail={detail} />}
          <ElsewhereNote id={id} editor={editor} />
          <OtherWriters others={others} />
          <PersonalNote entry={mine} />
          {sections.map((section) => (
            <section key={section.id} class={own.section} aria-labelledby={`s-${section.id}`}>
              <h2 id={`s-${section.id}`} tabIndex={-1}>
                {section.title}
              </h2>
              <FieldsView
                fields={section.fields}
                value={mine}
                path=""
                onChange={(next) => editor.change(tidied(kind, next))}
              />
            </section>
          ))}
        </div>
        <aside class={styles.side}>
          <AdviceList kind={kind} mine={mine} />
          <HoursBeside entry={mine} />
          {hasBeside(kind) ? <Beside kind={kind} entry={mine} /> : <SectionIndex sections={sections} />}
          {detail && <Comments detail={detail} onDetail={onDetail} />}
          {detail && <WithdrawPanel detail={detail} onDetail={onDetail} />}
          {detail && <EntryHistory detail={detail} />}
        </aside>
      </div>
    </EditingProvider>
  );
}
