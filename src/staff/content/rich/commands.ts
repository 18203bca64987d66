import { lift, setBlockType, toggleMark } from 'prosemirror-commands';
import { type Attrs, Fragment, type MarkType, type Node, type NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import { isInTable } from 'prosemirror-tables';
import { marks, nodes, schema } from './schema.ts';

/** What the tools above a text do. Each is also asked without a dispatch: whether it can be done here, so that its button says so. */

/** What a line can be. */
export const lineKinds = {
  paragraph: '正文',
  'heading-2': '大标题',
  'heading-3': '中标题',
  'heading-4': '小标题',
  quote: '引用',
  bullet_list: '一条条列出',
  ordered_list: '编号列出',
} as const;
export type LineKind = keyof typeof lineKinds;

const inList = ({ selection }: EditorState): NodeType | null => {
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type } = $from.node(depth);
    if (type === nodes.bullet_list || type === nodes.ordered_list) return type;
  }
  return null;
};

/** Null: a table, a picture, or what fills itself in. */
export const kindHere = (state: EditorState): LineKind | null => {
  if (state.selection instanceof NodeSelection || isInTable(state)) return null;
  const list = inList(state);
  if (list !== null) return list.name as LineKind;
  const { parent } = state.selection.$from;
  if (parent.type === nodes.heading) return `heading-${parent.attrs.level as 2 | 3 | 4}`;
  return parent.type === nodes.quote ? 'quote' : 'paragraph';
};

const typeOf = (kind: LineKind): readonly [NodeType | undefined, Attrs | null] => {
  const [name, level] = kind.split('-');
  return [nodes[name ?? ''], level === undefined ? null : { level: Number(level) }];
};

/** Out of a list first where the line stands in one; a list of the other kind changes as a whole. */
export const makeLine =
  (kind: LineKind): Command =>
  (state, dispatch, view) => {
    const [type, attrs] = typeOf(kind);
    const list = inList(state);
    if (type === undefined || isInTable(state)) return false;
    if (type === nodes.bullet_list || type === nodes.ordered_list) {
      if (list === null) return wrapPlain(type)(state, dispatch, view);
      return list === type || changeList(type)(state, dispatch);
    }
    if (list === null) return setBlockType(type, attrs)(state, dispatch);
    if (!liftListItem(nodes.list_item as NodeType)(state, dispatch)) return lift(state, dispatch);
    return dispatch === undefined || view === undefined || kind === 'paragraph'
      ? true
      : setBlockType(type, attrs)(view.state, view.dispatch);
  };

/** A heading or a quote becomes plain text on its way into a list. */
const wrapPlain =
  (type: NodeType): Command =>
  (state, dispatch, view) => {
    const isPlain = state.selection.$from.parent.type === nodes.paragraph;
    if (isPlain || view === undefined || dispatch === undefined)
      return isPlain ? wrapInList(type)(state, dispatch) : state.selection.$from.parent.isTextblock;
    return (
      setBlockType(nodes.paragraph as NodeType)(state, dispatch) &&
      wrapInList(type)(view.state, view.dispatch)
    );
  };

const changeList =
  (type: NodeType): Command =>
  (state, dispatch) => {
    const { $from } = state.selection;
    dispatch?.(state.tr.setNodeMarkup($from.before($from.depth - 2), type));
    return true;
  };

export const toggle = (type: MarkType): Command => toggleMark(type);

export const isMarked = ({ selection, storedMarks, doc }: EditorState, type: MarkType): boolean => {
  const { from, $from, to, empty } = selection;
  return empty ? type.isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, type);
};

/** Leads the chosen words, or those of the entry's title where none are chosen, to an entry; null takes the link away. */
export const linkTo =
  (to: string | null, title = ''): Command =>
  (state, dispatch) => {
    const { from, to: until, empty, $from } = state.selection;
    const type = marks.link as MarkType;
    if (!$from.parent.type.allowsMarkType(type)) return false;
    if (to === null) dispatch?.(state.tr.removeMark(from, until, type));
    else if (empty)
      dispatch?.(state.tr.replaceSelectionWith(schema.text(title, [type.create({ to })]), false));
    else dispatch?.(state.tr.addMark(from, until, type.create({ to })));
    return true;
  };

/** After the block in which the cursor stands; in place of an empty line. */
export const insertBlock =
  (node: Node): Command =>
  (state, dispatch) => {
    if (dispatch === undefined) return true;
    const { $from } = state.selection;
    const at = $from.depth === 0 ? $from.pos : $from.before(1);
    const here = state.doc.nodeAt(at);
    const isEmptyLine = here?.type === nodes.paragraph && here.content.size === 0;
    const end = at + (here?.nodeSize ?? 0);
    const tr = state.tr.replaceWith(isEmptyLine ? at : end, end, node);
    const start = isEmptyLine ? at : end;
    const isLast = start + node.nodeSize === tr.doc.content.size;
    // Below a table or a picture there is always a line to type on.
    if (isLast && !node.isTextblock) tr.insert(tr.doc.content.size, schema.node('paragraph'));
    const inside = node.isAtom ? start + node.nodeSize + 1 : start + 1;
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(inside, tr.doc.content.size))));
    dispatch(tr.scrollIntoView());
    return true;
  };

export const newTable = (): Node => {
  const cell = (kind: string): Node => schema.node(kind, null, schema.node('paragraph'));
  return schema.node('table', null, [
    schema.node('table_row', null, [cell('table_header'), cell('table_header')]),
    schema.node('table_row', null, [cell('table_cell'), cell('table_cell')]),
    schema.node('table_row', null, [cell('table_cell'), cell('table_cell')]),
  ]);
};

export const newPicture = (attrs: Attrs): Node => schema.node('picture', attrs);
export const newPart = (part: string): Node => schema.node('generated', { part });

const sizeOf = (some: readonly Node[]): number => some.reduce((sum, { nodeSize }) => sum + nodeSize, 0);

/** The blocks that the selection touches, up or down by one. */
export const moveBlock =
  (by: 1 | -1): Command =>
  ({ doc, selection, tr }, dispatch) => {
    const first = selection.$from.index(0);
    const last = selection.$to.index(0);
    const isAtEnd = by === -1 ? first === 0 : last >= doc.childCount - 1;
    if (isAtEnd || last >= doc.childCount) return false;
    if (dispatch === undefined) return true;
    const moving = doc.children.slice(first, last + 1);
    const before = by === -1 ? first - 1 : first;
    const other = doc.child(by === -1 ? first - 1 : last + 1);
    const order = by === -1 ? [...moving, other] : [other, ...moving];
    const from = sizeOf(doc.children.slice(0, before));
    tr.replaceWith(from, from + sizeOf(order), Fragment.fromArray(order));
    const shift = by * other.nodeSize;
    const kept =
      selection instanceof NodeSelection
        ? NodeSelection.create(tr.doc, selection.from + shift)
        : TextSelection.between(tr.doc.resolve(selection.from + shift), tr.doc.resolve(selection.to + shift));
    dispatch(tr.setSelection(kept).scrollIntoView());
    return true;
  };
