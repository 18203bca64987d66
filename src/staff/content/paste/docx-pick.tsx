import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Note } from '../../part/note.tsx';
import type { Pasted } from './blocks-of-html.ts';
import styles from './docx-pick.module.css';
import { pastedWords } from './pasted-words.ts';
import type { DocxFault } from './read-docx.ts';

export interface PickedDocx {
  readonly name: string;
  readonly pasted: Pasted;
}

interface DocxPickProps {
  readonly onPick: (picked: PickedDocx | null) => void;
}

type Said = { readonly kind: 'ok' | 'danger'; readonly words: string };

/** Begin from a Word file: it is read here, and what came of it is said. */
export function DocxPick({ onPick }: DocxPickProps) {
  const id = useId();
  const isReading = useSignal(false);
  const said = useSignal<Said | null>(null);
  const read = async (file: File | undefined): Promise<void> => {
    said.value = null;
    onPick(null);
    if (file === undefined) return;
    isReading.value = true;
    const { docxFaultInWords, readDocx } = await import('./read-docx.ts');
    const result = await readDocx(await file.arrayBuffer());
    isReading.value = false;
    if (result.ok) {
      said.value = { kind: 'ok', words: pastedWords(result.value, '读出') };
      onPick({ name: file.name, pasted: result.value });
    } else said.value = { kind: 'danger', words: docxFaultInWords[result.problem satisfies DocxFault] };
  };
  return (
    <div class={styles.pick}>
      <label for={id}>
        从 Word 文件开始<span>可不填</span>
      </label>
      <input
        id={id}
        type="file"
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        aria-describedby={`${id}-hint`}
        onChange={(event) => void read(event.currentTarget.files?.[0])}
      />
      <p id={`${id}-hint`}>.docx 文件（Word 或 WPS 都行），不超过 20 MB。只在这台电脑上读，不上传。</p>
      <div role="status">{isReading.value && '正在读文件……'}</div>
      {said.value && <Note kind={said.value.kind}>{said.value.words}</Note>}
    </div>
  );
}
