import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { type Block, plainText } from '../../../contract/text.ts';
import { Button } from '../../part/button.tsx';
import { Note } from '../../part/note.tsx';
import type { Tree } from '../field/tree.ts';
import { pastedWords } from './pasted-words.ts';

/**
 * Pasting from Word or WPS into a body: what is more than one paragraph becomes blocks. A few words go where the cursor is, as
 * everywhere. What came of it is said, and can be taken back as long as nothing else was changed.
 */
export interface Paste {
  /** For the block at this place. */
  readonly pasteAt: (at: number) => (event: ClipboardEvent) => void;
  readonly note: ComponentChildren;
}

interface Done {
  readonly words: string;
  readonly before: readonly Tree[];
  readonly after: readonly Tree[];
}

const isRich = (html: string): boolean =>
  /<(table|h[1-6]|li|blockquote)[\s>]|mso-list\s*:/i.test(html) ||
  (html.match(/<(p|div)[\s>]/gi) ?? []).length > 1;

const isEmpty = (tree: Tree | undefined): boolean =>
  tree === undefined || plainText([tree as unknown as Block]).trim() === '';

export function usePaste(value: readonly Tree[], set: (next: readonly Tree[]) => void): Paste {
  const latest = useRef(value);
  latest.current = value;
  const done = useSignal<Done | null>(null);

  const insert = async (html: string, at: number): Promise<void> => {
    // The parser is large, and most days nobody pastes.
    const { blocksOfHtml } = await import('./blocks-of-html.ts');
    const pasted = blocksOfHtml(html);
    if (pasted.blocks.length === 0) return;
    const before = latest.current;
    const from = isEmpty(before[at]) ? at : at + 1;
    const after = [
      ...before.slice(0, from),
      ...(pasted.blocks as unknown as readonly Tree[]),
      ...before.slice(at + 1),
    ];
    set(after);
    done.value = { words: pastedWords(pasted, '粘贴'), before, after };
  };
  const pasteAt = (at: number) => (event: ClipboardEvent) => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (!isRich(html)) return;
    event.preventDefault();
    void insert(html, at);
  };
  const its = done.value;
  const isUndoable =
    its !== null && its.after.length === value.length && its.after.every((each, at) => each === value[at]);
  const note = its && (
    <Note
      kind="ok"
      action={
        isUndoable && (
          <Button
            isSmall
            onPress={() => {
              set(its.before);
              done.value = null;
            }}
          >
            撤销粘贴
          </Button>
        )
      }
    >
      {its.words}
    </Note>
  );
  return { pasteAt, note };
}
