import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import {
  type ListKind,
  listInWords,
  listKinds,
  MAX_SPREADSHEET_BYTES,
  spreadsheetFaults,
} from '../../../contract/batch.ts';
import { useDesk } from '../../desk.ts';
import { PickField } from '../../part/field.tsx';
import { Note, sayAtDesk } from '../../part/note.tsx';
import { batchOf } from '../../route/route.ts';
import styles from './batch.module.css';
import { SaveButton } from './save-button.tsx';

/** One list after another: which it is, its template, and the filled file. */
export function UploadForm() {
  const { api, hall, session } = useDesk();
  const kind = useSignal<ListKind>('item');
  const department = useSignal('');
  const category = useSignal('');
  const isBound = session.value?.department != null;
  return (
    <div class={styles.upload}>
      <div class={styles.picks}>
        <PickField
          label="导入什么"
          value={kind.value}
          choices={listKinds.map((each) => [each, listInWords[each]])}
          onPick={(next) => {
            kind.value = listKinds.find((each) => each === next) ?? 'item';
          }}
        />
        {!isBound && (
          <PickField
            label="没写科室的，都归"
            value={department.value}
            none="不代填"
            choices={hall.value?.departments.map(({ id, name }) => [id, name] as const) ?? []}
            onPick={(next) => {
              department.value = next;
            }}
          />
        )}
        {kind.value === 'item' && (
          <PickField
            label="没写分类的，都算"
            value={category.value}
            none="不代填"
            choices={hall.value?.categories.map(({ id, label }) => [id, label] as const) ?? []}
            onPick={(next) => {
              category.value = next;
            }}
          />
        )}
      </div>
      <div class={styles.template}>
        <SaveButton
          name={`${listInWords[kind.value]}模板.xlsx`}
          busy="正在做模板……"
          bring={() => api.template(kind.value)}
        >
          {`下载${listInWords[kind.value]}模板`}
        </SaveButton>
        <p>每一列怎么填、依据哪一条，在模板的第二张表里。已有的目录不用照抄，列名对得上就行。</p>
      </div>
      <FileDrop
        asked={() => ({ kind: kind.value, department: department.value, category: category.value })}
      />
    </div>
  );
}

interface FileDropProps {
  readonly asked: () => Readonly<Record<string, string>>;
}

/** Chosen or dropped; the server reads it, and its report is the next page. */
function FileDrop({ asked }: FileDropProps) {
  const { api, place } = useDesk();
  const id = useId();
  const busy = useSignal<string | null>(null);
  const fault = useSignal<string | null>(null);
  const isOver = useSignal(false);
  const read = async (file: File | undefined): Promise<void> => {
    fault.value = null;
    if (file === undefined || busy.value !== null) return;
    // Not sent at all: nobody waits for a hundred megabytes to be refused.
    if (file.size > MAX_SPREADSHEET_BYTES) fault.value = spreadsheetFaults['too-large'];
    if (file.size === 0) fault.value = spreadsheetFaults.empty;
    if (fault.value !== null) return;
    busy.value = `正在读“${file.name}”，几千行要十来秒……`;
    const batch = await api.readSpreadsheet(file, { ...asked(), name: file.name.slice(-200) });
    busy.value = null;
    if (batch.ok) place.go(batchOf(batch.value.id));
    else fault.value = sayAtDesk(batch.problem);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the short way; the button inside is for everybody.
    <div
      class={styles.drop}
      data-over={isOver.value ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        void read(event.dataTransfer?.files[0]);
      }}
    >
      <label for={id}>选填好的表，或者拖到这里</label>
      <input
        id={id}
        type="file"
        accept=".xlsx,.csv"
        disabled={busy.value !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const input = event.currentTarget;
          void read(input.files?.[0]).then(() => {
            // The same file, mended, can be chosen again.
            input.value = '';
          });
        }}
      />
      <p id={`${id}-hint`}>
        .xlsx（Excel 或 WPS）或 .csv，不超过 20 MB、20000 行。先看报告，还不会写进去；公式按算好的结果读。
      </p>
      <div role="status">{busy.value}</div>
      {fault.value && (
        <Note kind="danger" title="没有读成。">
          {fault.value}
        </Note>
      )}
    </div>
  );
}
