import { useSignal } from '@preact/signals';
import type { Attachment } from '../../../contract/attachment.ts';
import { fileTypes } from '../../../contract/attachment.ts';
import { fileStateInWords, fileWarnings } from '../../../contract/file.ts';
import { Button } from '../../part/button.tsx';
import { sayAtDesk } from '../../part/note.tsx';
import styles from './files-view.module.css';
import { PagesDialog } from './pages-dialog.tsx';
import { useFile } from './use-file.ts';
import { sizeInWords } from './use-uploads.ts';

/** What an attachment is, how far it is, what to mind; and its pages to look at. */
export function FileState({ file, name }: Attachment) {
  const known = useFile(file).value;
  const isShown = useSignal(false);
  if (known === null) return <p class={styles.state}>正在看它准备得怎么样……</p>;
  if (!known.ok)
    return (
      <p class={styles.wrong}>
        {known.problem.code === 'no-such-thing'
          ? '这个文件不在服务器上。请去掉它，重新上传。'
          : sayAtDesk(known.problem)}
      </p>
    );
  const detail = known.value;
  return (
    <div class={styles.state}>
      <p class={detail.state === 'refused' ? styles.wrong : undefined} role="status">
        {fileTypes[detail.type].label}，{sizeInWords(detail.bytes)}。{fileStateInWords(detail)}
      </p>
      {detail.warnings.map((warning) => (
        <p key={warning} class={styles.warning}>
          {fileWarnings[warning]}
        </p>
      ))}
      {detail.state === 'ready' && (
        <Button
          isSmall
          says={`看看“${name}”的页面`}
          onPress={() => {
            isShown.value = true;
          }}
        >
          看看页面
        </Button>
      )}
      {isShown.value && (
        <PagesDialog
          name={name}
          pages={detail.pages}
          onClose={() => {
            isShown.value = false;
          }}
        />
      )}
    </div>
  );
}
