import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Picture } from '../../../contract/attachment.ts';
import { useDesk } from '../../desk.ts';
import styles from './files-view.module.css';

export interface FilePictureProps {
  readonly picture: Picture;
  readonly alt: string;
}

/** A picture of the server's; its place is kept until it is there. */
export function FilePicture({ picture, alt }: FilePictureProps) {
  const { api } = useDesk();
  const address = useSignal<string | null>(null);
  const isMissing = useSignal(false);
  useEffect(() => {
    let made: string | null = null;
    let isOver = false;
    void api.picture(picture.file).then((answer) => {
      if (isOver) return;
      isMissing.value = !answer.ok;
      if (answer.ok) {
        made = URL.createObjectURL(answer.value);
        address.value = made;
      }
    });
    return () => {
      isOver = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [picture.file, api]);
  if (isMissing.value) return <p class={styles.wrong}>图片没有取到，可能没有联网，或者已经不在服务器上。</p>;
  if (address.value === null) return <p class={styles.state}>正在取图片……</p>;
  return (
    <img class={styles.picture} src={address.value} alt={alt} width={picture.width} height={picture.height} />
  );
}
