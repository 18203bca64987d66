import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import { EditorState, Plugin } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import { type Block, plainText } from '../../../contract/text.ts';
import { isSame, type Tree } from '../field/tree.ts';
import { type ClipboardWork, clipboard } from './clipboard.ts';
import { blocksOf, docOf, placesOf } from './doc.ts';
import { keys } from './keys.ts';
import { drawPicture, type LoadPicture } from './picture-view.ts';
import { nodes } from './schema.ts';

/** One text under somebody's hands: the editor's view, and how it and the entry's body stay the same. */

export interface TextViewInput extends ClipboardWork {
  readonly place: HTMLElement;
  readonly body: readonly Block[];
  readonly attributes: Readonly<Record<string, string>>;
  /** Names the element of a block, so that lists of faults and of hints lead to it. */
  readonly idOf: (block: number) => string;
  readonly hasFault: (block: number) => boolean;
  /** After every change, never while an input method composes: half a syllable is not kept. */
  readonly onChange: (body: readonly Block[]) => void;
  readonly onState: (state: EditorState) => void;
  readonly onLeave: () => void;
  readonly loadPicture: LoadPicture;
}

export interface TextView {
  readonly view: EditorView;
  /** What was chosen or fetched elsewhere (a colleague's text, an older one) takes the place of what stands here. */
  readonly show: (body: readonly Block[]) => void;
  /** Faults have changed. */
  readonly mark: () => void;
  readonly close: () => void;
}

const isSameBody = (a: readonly Block[], b: readonly Block[]): boolean =>
  a === b || isSame(a as unknown as Tree, b as unknown as Tree);

/** An input method's last word comes a moment after it has ended. */
const AFTER_COMPOSITION_MS = 60;

export function makeTextView(input: TextViewInput): TextView {
  let known = input.body;
  const marked = new Plugin({
    props: { decorations: (state) => marksOf(state, input) },
  });
  const view = new EditorView(input.place, {
    state: EditorState.create({
      doc: docOf(input.body),
      plugins: [...keys(), history(), tableEditing(), dropCursor(), gapCursor(), marked],
    }),
    attributes: input.attributes,
    nodeViews: { picture: drawPicture(input.loadPicture) },
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr));
      input.onState(view.state);
      if (tr.docChanged) tell();
    },
    handleDOMEvents: {
      ...clipboard(input),
      compositionend: () => {
        setTimeout(tell, AFTER_COMPOSITION_MS);
        return false;
      },
      blur: () => {
        input.onLeave();
        return false;
      },
    },
  });
  const tell = (): void => {
    if (view.isDestroyed || view.composing) return;
    const body = blocksOf(view.state.doc);
    if (isSameBody(body, known)) return;
    known = body;
    input.onChange(body);
  };
  input.onState(view.state);
  return {
    view,
    show: (body) => {
      if (isSameBody(body, known)) return;
      known = body;
      const { state } = view;
      view.dispatch(state.tr.replaceWith(0, state.doc.content.size, docOf(body).content));
    },
    mark: () => view.updateState(view.state.reconfigure({ plugins: view.state.plugins })),
    close: () => view.destroy(),
  };
}

/** Each block bears its name; who cannot see the text hears what stands in place of words when it is empty. */
const marksOf = (state: EditorState, { idOf, hasFault }: TextViewInput): DecorationSet => {
  const starts: number[] = [];
  state.doc.forEach((_, offset) => {
    starts.push(offset);
  });
  const places = placesOf(state.doc).map((child, block) => {
    const from = starts[child] ?? 0;
    const fault = hasFault(block) ? { 'data-fault': '' } : {};
    return Decoration.node(from, from + state.doc.child(child).nodeSize, { id: idOf(block), ...fault });
  });
  const empty = state.doc.childCount === 1 && state.doc.firstChild?.type === nodes.paragraph;
  const hint =
    empty && state.doc.firstChild?.content.size === 0
      ? [Decoration.node(0, 2, { 'data-hint': '在这里写，或者从 Word、WPS 粘贴进来' })]
      : [];
  return DecorationSet.create(state.doc, [...places, ...hint]);
};

/** `第 3 块“公示期七天……”`: how a block is called where it is not seen. */
export const nameOfBlock = (block: Block | undefined, at: number): string => {
  const words = block === undefined ? '' : plainText([block]).replace(/\s+/g, ' ').slice(0, 12);
  return words === '' ? `第 ${at + 1} 块` : `第 ${at + 1} 块“${words}”`;
};
