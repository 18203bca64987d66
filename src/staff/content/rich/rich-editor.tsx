import { useSignal } from '@preact/signals';
import { undo } from 'prosemirror-history';
import type { Block } from '../../../contract/text.ts';
import { Button } from '../../part/button.tsx';
import { Note } from '../../part/note.tsx';
import { ChosenBlock } from './chosen-block.tsx';
import { linkTo } from './commands.ts';
import { LinkDialog } from './link-dialog.tsx';
import styles from './rich-editor.module.css';
import { TableTools, Tools } from './tools.tsx';
import { type UsedText, useTextView } from './use-text-view.ts';

export interface RichEditorProps {
  readonly label: string;
  readonly body: readonly Block[];
  readonly idOf: (block: number) => string;
  readonly hasFault: (block: number) => boolean;
  readonly onChange: (body: readonly Block[]) => void;
  readonly onLeave: () => void;
  readonly describedBy: string;
}

/** A body typed as its readers will see it: bold is bold, a table is a table. */
export function RichEditor(props: RichEditorProps) {
  const text = useTextView(props);
  const isLinking = useSignal(false);
  const close = (): void => {
    isLinking.value = false;
  };
  return (
    <div class={styles.frame}>
      {text.state.value && (
        <div class={styles.above}>
          <Tools
            state={text.state.value}
            run={text.press}
            label={props.label}
            onLink={() => {
              isLinking.value = true;
            }}
          />
          <TableTools state={text.state.value} run={text.press} label={props.label} />
          <ChosenBlock state={text.state.value} run={text.run} />
        </div>
      )}
      <div ref={text.place} />
      <PasteWords {...text} />
      {isLinking.value && (
        <LinkDialog
          onClose={close}
          onPick={(to, title) => {
            close();
            text.press(linkTo(to, title));
          }}
        />
      )}
    </div>
  );
}

function PasteWords({ pasted, state, press }: UsedText) {
  if (pasted.value === null) return null;
  const isLast = pasted.value.doc === state.value?.doc;
  const takeBack = (): void => {
    press(undo);
    pasted.value = null;
  };
  return (
    <Note
      kind="ok"
      action={
        isLast && (
          <Button isSmall onPress={takeBack}>
            撤销粘贴
          </Button>
        )
      }
    >
      {pasted.value.words}
    </Note>
  );
}
