import { Button } from '../../part/button.tsx';
import styles from './files-view.module.css';
import { type Uploads, uploadInWords } from './use-uploads.ts';

/** What is on its way, and what did not arrive. */
export function UploadList({ uploads }: { readonly uploads: Uploads }) {
  const list = uploads.list.value;
  if (list.length === 0) return null;
  return (
    <ul class={styles.uploads} aria-label="正在上传的文件">
      {list.map((upload) => {
        const { id, file, state, sent } = upload;
        const isStuck = state === 'lost' || state === 'refused';
        return (
          <li key={id}>
            <b>{file.name}</b>
            <span class={isStuck ? styles.wrong : undefined} role={isStuck ? 'alert' : undefined}>
              {uploadInWords(upload)}
            </span>
            {state === 'sending' && (
              <progress max={file.size} value={sent} aria-label={`${file.name}的上传`} />
            )}
            <span class={styles.acts}>
              {state === 'lost' && (
                <Button isSmall says={`再传一次${file.name}`} onPress={() => uploads.again(id)}>
                  再传一次
                </Button>
              )}
              <Button
                isSmall
                kind="quiet"
                says={`${isStuck ? '不传了' : '取消上传'}：${file.name}`}
                onPress={() => uploads.drop(id)}
              >
                {isStuck ? '不传了' : '取消'}
              </Button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
