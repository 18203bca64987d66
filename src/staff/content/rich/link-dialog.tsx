import { useSignal } from '@preact/signals';
import { kindInWords } from '../../../contract/entry.ts';
import type { EntryId } from '../../../contract/id.ts';
import { Button } from '../../part/button.tsx';
import { TextField } from '../../part/field.tsx';
import { Modal } from '../../part/modal.tsx';
import { useEditing } from '../editor/editing.ts';
import { filterEntries } from '../entry-list.ts';
import styles from './rich-editor.module.css';

export interface LinkDialogProps {
  readonly onPick: (to: EntryId, title: string) => void;
  readonly onClose: () => void;
}

const AT_ONCE = 12;

/** Where words lead: only to what this hall shows, because a screen without network reaches nothing else. */
export function LinkDialog({ onPick, onClose }: LinkDialogProps) {
  const { entries } = useEditing();
  const q = useSignal('');
  const found = filterEntries(entries, { kind: '', state: '', q: q.value });
  return (
    <Modal
      title="连到哪一条内容？"
      onClose={onClose}
      actions={
        <Button kind="quiet" onPress={onClose}>
          不连
        </Button>
      }
    >
      <TextField
        label="找名称"
        type="search"
        hint="只能连到本站的内容。别的网址屏幕打不开，请直接写成文字。"
        value={q.value}
        onInput={(text) => {
          q.value = text;
        }}
      />
      <ul class={styles.found}>
        {found.slice(0, AT_ONCE).map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => onPick(row.id, row.title)}>
              {row.title}
              <small>{kindInWords[row.kind]}</small>
            </button>
          </li>
        ))}
      </ul>
      <p role="status">
        {found.length === 0
          ? '没有找到。可以少写几个字。'
          : found.length > AT_ONCE
            ? `还有 ${found.length - AT_ONCE} 条，多写几个字就能找到。`
            : ''}
      </p>
    </Modal>
  );
}
