import type { EntryId } from '../../../contract/id.ts';
import { useDesk } from '../../desk.ts';
import { Button } from '../../part/button.tsx';
import { Note } from '../../part/note.tsx';
import { momentInWords } from '../../part/words.ts';
import { isSame } from '../field/tree.ts';
import type { EditorState } from './use-editor.ts';

export interface ElsewhereNoteProps {
  readonly id: EntryId;
  readonly editor: EditorState;
}

/** One's own text in another window of this browser, which no server has: it is offered, never taken or overwritten unasked. */
export function ElsewhereNote({ id, editor }: ElsewhereNoteProps) {
  const { autosave, clock } = useDesk();
  const copy = autosave.elsewhere.value.get(id);
  if (copy === undefined || isSame(copy.writing.mine, editor.writing.value.mine)) return null;
  const when = copy.at === '' ? '' : `${momentInWords(copy.at, clock())} `;
  return (
    <Note
      kind="warn"
      title="这台电脑上还有您写的另一份。"
      action={
        <Button isSmall onPress={editor.lookBeside}>
          看看两份的差别
        </Button>
      }
    >
      {when}
      {copy.isOpen ? '在另一个还开着的窗口里写的' : '在一个已经关掉的窗口里写的'}，还没有存到服务器。
    </Note>
  );
}
