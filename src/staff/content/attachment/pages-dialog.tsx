import { useSignal } from '@preact/signals';
import type { Picture } from '../../../contract/attachment.ts';
import { Button } from '../../part/button.tsx';
import { Modal } from '../../part/modal.tsx';
import { FilePicture } from './file-picture.tsx';
import styles from './files-view.module.css';

export interface PagesDialogProps {
  readonly name: string;
  readonly pages: readonly Picture[];
  readonly onClose: () => void;
}

/** The pages as screens will show them, one at a time. */
export function PagesDialog({ name, pages, onClose }: PagesDialogProps) {
  const at = useSignal(0);
  const page = pages[at.value];
  const turn = (by: 1 | -1): void => {
    at.value = Math.min(pages.length - 1, Math.max(0, at.value + by));
  };
  const where = `第 ${at.value + 1} 页，共 ${pages.length} 页`;
  return (
    <Modal
      title={name}
      onClose={onClose}
      actions={
        <>
          <Button isDisabled={at.value === 0} onPress={() => turn(-1)}>
            上一页
          </Button>
          <Button isDisabled={at.value === pages.length - 1} onPress={() => turn(1)}>
            下一页
          </Button>
          <Button kind="primary" onPress={onClose}>
            关闭
          </Button>
        </>
      }
    >
      <p role="status">{where}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
      <section class={styles.page} aria-label={where} tabIndex={0}>
        {page && <FilePicture key={page.file} picture={page} alt={`${name}，${where}`} />}
      </section>
    </Modal>
  );
}
