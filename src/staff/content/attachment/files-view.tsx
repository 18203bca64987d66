import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type Attachment, fileTypes, MAX_ATTACHMENTS } from '../../../contract/attachment.ts';
import type { FileDetail } from '../../../contract/file.ts';
import { TextField } from '../../part/field.tsx';
import { Note } from '../../part/note.tsx';
import { idAt, under, useEditing } from '../editor/editing.ts';
import { OrderedRows } from '../editor/ordered-rows.tsx';
import { RowsFrame } from '../editor/rows-frame.tsx';
import rows from '../editor/rows-view.module.css';
import { useRowFocus } from '../editor/use-row-focus.ts';
import type { Field } from '../field/spec.ts';
import { branchOf, type Tree, textOf, withItem } from '../field/tree.ts';
import { DropZone } from './drop-zone.tsx';
import { MOST_NAME, nameOf } from './file-name.ts';
import { FileState } from './file-state.tsx';
import styles from './files-view.module.css';
import { PickFiles } from './pick-files.tsx';
import { UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';

export interface FilesViewProps {
  readonly field: Field;
  readonly value: readonly Tree[];
  readonly path: string;
  readonly onChange: (value: Tree | undefined) => void;
}

const ACCEPT = Object.entries(fileTypes)
  .flatMap(([type, { ending }]) => [type, `.${ending}`])
  .join(',');

/** Attachments: chosen by the button or dropped here; named, put in order, looked at, taken out. */
export function FilesView({ field, value, path, onChange }: FilesViewProps) {
  const { touch } = useEditing();
  const focus = useRowFocus();
  const latest = useRef(value);
  latest.current = value;
  const set = (next: readonly Tree[]): void => {
    touch(path);
    latest.current = next;
    onChange(next.length === 0 ? undefined : next);
  };
  const arrived = (file: File, { file: digest }: FileDetail): void => {
    const isThere = latest.current.some((each) => branchOf(each).file === digest);
    if (isThere) said.value = `“${file.name}”已经在附件里了，内容一样，没有再加。`;
    else set([...latest.current, { file: digest, name: nameOf(file.name) }]);
  };
  const said = useSignal<string | null>(null);
  const uploads = useUploads(arrived);
  const add = (files: readonly File[]): void => {
    const room = MAX_ATTACHMENTS - value.length - uploads.list.peek().length;
    said.value = files.length > room ? `附件最多 ${MAX_ATTACHMENTS} 个，后面的没有加。` : null;
    uploads.add(files.slice(0, Math.max(0, room)));
  };
  return (
    <RowsFrame field={field} path={path}>
      <DropZone onDrop={add}>
        <OrderedRows
          value={value}
          path={path}
          set={set}
          focus={focus}
          nameOf={(at) => `附件第 ${at + 1} 个`}
          listClass={rows.rows}
          rowClass={rows.row}
          suffix="-row"
        >
          {(tree, at) => {
            const change = (next: Tree): void => set(withItem(value, at, next));
            return <FileRow tree={tree} at={at} path={under(path, at)} onChange={change} />;
          }}
        </OrderedRows>
        <UploadList uploads={uploads} />
        {said.value !== null && <Note kind="warn">{said.value}</Note>}
        <div class={styles.pick}>
          <PickFiles
            id={`${idAt(path)}-add`}
            words="选文件"
            says="选文件加到附件"
            accept={ACCEPT}
            isMany
            onPick={add}
          />
          <span>也可以把文件拖到这里。可以一次选几个。</span>
        </div>
      </DropZone>
    </RowsFrame>
  );
}

interface FileRowProps {
  readonly tree: Tree;
  readonly at: number;
  readonly path: string;
  readonly onChange: (next: Tree) => void;
}

function FileRow({ tree, at, path, onChange }: FileRowProps) {
  const { touch, faultAt } = useEditing();
  const { file, name } = branchOf(tree) as unknown as Attachment;
  const namePath = under(path, 'name');
  return (
    <div class={styles.file}>
      <TextField
        id={idAt(namePath)}
        label={`附件第 ${at + 1} 个的名称`}
        max={MOST_NAME}
        value={textOf(name)}
        fault={faultAt(namePath)}
        onInput={(next) => {
          touch(namePath);
          onChange({ file, name: next });
        }}
      />
      <FileState key={file} file={file} name={name} />
    </div>
  );
}
