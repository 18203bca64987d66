import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Command, EditorState } from 'prosemirror-state';
import { useDesk } from '../../desk.ts';
import { pastedWords } from '../paste/pasted-words.ts';
import { makeTextView, type TextView } from './make-view.ts';
import styles from './rich-editor.module.css';
import type { RichEditorProps } from './rich-editor.tsx';

export interface PasteNote {
  readonly words: string;
  /** The text as the paste left it: as long as it stands so, the paste can be taken back. */
  readonly doc: EditorState['doc'] | undefined;
}

export interface UsedText {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly state: Signal<EditorState | null>;
  readonly pasted: Signal<PasteNote | null>;
  readonly run: (command: Command) => void;
  /** The same, and the cursor is in the text again. */
  readonly press: (command: Command) => void;
  /** Before a dialog: the text keeps its selection, and a dialog that closes does not put the cursor at its beginning. */
  readonly leave: () => void;
}

export interface UseTextInput extends RichEditorProps {
  /** One was pasted or dropped. */
  readonly onPicture: (file: File) => void;
}

/** The text's own machinery, alive as long as its component; what its owner says of it is always the latest. */
export const useTextView = (props: UseTextInput): UsedText => {
  const { api } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  const text = useRef<TextView | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const state = useSignal<EditorState | null>(null);
  const pasted = useSignal<PasteNote | null>(null);
  useEffect(() => {
    if (place.current === null) return;
    const { label, body, describedBy } = latest.current;
    text.current = makeTextView({
      place: place.current,
      body,
      attributes: {
        class: styles.text ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-describedby': describedBy,
      },
      idOf: (block) => latest.current.idOf(block),
      hasFault: (block) => latest.current.hasFault(block),
      onChange: (next) => latest.current.onChange(next),
      onState: (next) => {
        state.value = next;
      },
      onLeave: () => latest.current.onLeave(),
      onPasted: (done) => {
        pasted.value = { words: pastedWords(done, '粘贴'), doc: text.current?.view.state.doc };
      },
      onFiles: (files) => {
        const image = files.find(({ type }) => type.startsWith('image/'));
        if (image !== undefined) latest.current.onPicture(image);
        return image !== undefined;
      },
      loadPicture: async ({ file }) => {
        const answer = await api.picture(file);
        return answer.ok ? answer.value : null;
      },
    });
    return () => text.current?.close();
  }, []);
  useLayoutEffect(() => {
    text.current?.show(props.body);
    text.current?.mark();
  });
  const run = (command: Command): void => {
    const view = text.current?.view;
    if (view !== undefined) command(view.state, view.dispatch, view);
  };
  const press = (command: Command): void => {
    run(command);
    text.current?.view.focus();
  };
  return { place, state, pasted, run, press, leave: () => text.current?.view.dom.blur() };
};
