import { useSignal } from '@preact/signals';
import { undo } from 'prosemirror-history';
import type { Command } from 'prosemirror-state';
import type { Block } from '../../../contract/text.ts';
import { Button } from '../../part/button.tsx';
import { Note } from '../../part/note.tsx';
import { ChosenBlock } from './chosen-block.tsx';
import { insertBlock, linkTo, newPicture } from './commands.ts';
import { LinkDialog } from './link-dialog.tsx';
import { PictureDialog } from './picture-dialog.tsx';
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
  const asking = useSignal<Asking | null>(null);
  const text = useTextView({
    ...props,
    onPicture: (file) => ask({ for: 'picture', file }),
  });
  const ask = (next: Asking): void => {
    text.leave();
    asking.value = next;
  };
  // Once the dialog is gone and has given back the focus that it took.
  const done = (command: Command = nothing): void => {
    asking.value = null;
    setTimeout(() => text.press(command));
  };
  return (
    <div class={styles.frame}>
      {text.state.value && (
        <div class={styles.above}>
          <Tools
            state={text.state.value}
            run={text.press}
            label={props.label}
            onLink={() => ask({ for: 'link' })}
            onPicture={() => ask({ for: 'picture', file: null })}
          />
          <TableTools state={text.state.value} run={text.press} label={props.label} />
          <ChosenBlock state={text.state.value} run={text.run} />
        </div>
      )}
      <div ref={text.place} />
      <PasteWords {...text} />
      {asking.value?.for === 'link' && (
        <LinkDialog onClose={() => done()} onPick={(to, title) => done(linkTo(to, title))} />
      )}
      {asking.value?.for === 'picture' && (
        <PictureDialog
          file={asking.value.file}
          onClose={() => done()}
          onPut={(picture) => done(insertBlock(newPicture({ ...picture })))}
        />
      )}
    </div>
  );
}

const nothing: Command = () => false;

/** What a tool asks before it does anything. */
type Asking = { readonly for: 'link' } | { readonly for: 'picture'; readonly file: File | null };

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
