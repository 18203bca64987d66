import type { Attachment } from '../../../contract/attachment.ts';
import { FileState } from './file-state.tsx';
import styles from './files-view.module.css';

/** Attachments to read: their names, how far each is, and its pages. */
export function FileList({ attachments }: { readonly attachments: readonly Attachment[] }) {
  return (
    <ol class={styles.list}>
      {attachments.map(({ file, name }) => (
        <li key={file}>
          <b>{name}</b>
          <FileState file={file} name={name} />
        </li>
      ))}
    </ol>
  );
}
