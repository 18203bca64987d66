import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Attachment, Picture } from '../../../contract/attachment.ts';
import { fileStateInWords } from '../../../contract/file.ts';
import { Button } from '../../part/button.tsx';
import { TextField } from '../../part/field.tsx';
import { goToFirstFault } from '../../part/first-fault.ts';
import { Modal } from '../../part/modal.tsx';
import { sayAtDesk } from '../../part/note.tsx';
import { FilePicture } from '../attachment/file-picture.tsx';
import { PickFiles } from '../attachment/pick-files.tsx';
import { UploadList } from '../attachment/upload-list.tsx';
import { useFile } from '../attachment/use-file.ts';
import { useUploads } from '../attachment/use-uploads.ts';

export interface NewPicture {
  readonly picture: Picture;
  readonly alt: string;
  readonly caption: string | null;
}

export interface PictureDialogProps {
  /** What was pasted or dropped; null: it is still to be chosen. */
  readonly file: File | null;
  readonly onPut: (picture: NewPicture) => void;
  readonly onClose: () => void;
}

const ACCEPT = 'image/png,image/jpeg,image/webp';

/** A picture on its way into a text: sent, checked, and given the words that stand for it where it is not seen. */
export function PictureDialog({ file, onPut, onClose }: PictureDialogProps) {
  const sent = useSignal<Attachment['file'] | null>(null);
  const picture = useSignal<Picture | null>(null);
  const alt = useSignal('');
  const caption = useSignal('');
  const isTried = useSignal(false);
  const uploads = useUploads((_, detail) => {
    sent.value = detail.file;
  });
  useEffect(() => {
    if (file !== null) uploads.add([file]);
  }, []);
  const isWordless = alt.value.trim() === '';
  const put = (): void => {
    isTried.value = true;
    goToFirstFault();
    if (picture.value === null || isWordless) return;
    const under = caption.value.trim();
    onPut({ picture: picture.value, alt: alt.value.trim(), caption: under === '' ? null : under });
  };
  const choose = (files: readonly File[]): void => {
    [sent.value, picture.value] = [null, null];
    for (const { id } of uploads.list.peek()) uploads.drop(id);
    uploads.add(files);
  };
  return (
    <Modal
      title="放一张图片"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={put} isDisabled={picture.value === null}>
            放进正文
          </Button>
          <Button kind="quiet" onPress={onClose}>
            不放了
          </Button>
        </>
      }
    >
      <PickFiles
        id="picture-file"
        words={sent.value === null ? '选图片' : '换一张'}
        accept={ACCEPT}
        isMany={false}
        onPick={choose}
      />
      <UploadList uploads={uploads} />
      {sent.value !== null && (
        <Prepared
          key={sent.value}
          file={sent.value}
          alt={alt.value}
          onReady={(ready) => {
            picture.value = ready;
          }}
        />
      )}
      <TextField
        label="图上是什么"
        hint="读给看不见的人听，例如：补贴申请表的填写样张，红圈处要签名。只为好看的图请不要放。"
        max={200}
        value={alt.value}
        fault={isTried.value && isWordless ? '请用一句话说图上是什么。' : undefined}
        onInput={(text) => {
          alt.value = text;
        }}
      />
      <TextField
        label="图下面的说明"
        isOptional
        max={100}
        value={caption.value}
        onInput={(text) => {
          caption.value = text;
        }}
      />
    </Modal>
  );
}

interface PreparedProps extends Pick<Attachment, 'file'> {
  readonly alt: string;
  readonly onReady: (picture: Picture) => void;
}

function Prepared({ file, alt, onReady }: PreparedProps) {
  const known = useFile(file).value;
  const page = known?.ok === true && known.value.state === 'ready' ? known.value.pages[0] : undefined;
  const isPicture = known?.ok === true && known.value.type.startsWith('image/');
  useEffect(() => {
    if (page !== undefined && isPicture) onReady(page);
  }, [page?.file]);
  if (known === null) return <p role="status">正在检查图片……</p>;
  if (!known.ok) return <p role="alert">{sayAtDesk(known.problem)}</p>;
  if (!isPicture) return <p role="alert">这不是图片。PDF 和 Office 文件请放到“附件”里。</p>;
  return page === undefined ? (
    <p role="status">{fileStateInWords(known.value)}</p>
  ) : (
    <FilePicture picture={page} alt={alt.trim() === '' ? '刚选的图片' : alt} />
  );
}
