import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import { goToNextCell, isInTable } from 'prosemirror-tables';
import { moveBlock, toggle } from './commands.ts';
import { marks, nodes, schema } from './schema.ts';

/** Keys as Word has them. The editor leaves all of them to an input method that composes. */

const insertBreak: Command = (state, dispatch) => {
  if (!state.selection.$from.parent.type.contentMatch.matchType(nodes.break as NodeType)) return false;
  dispatch?.(state.tr.replaceSelectionWith(schema.node('break')).scrollIntoView());
  return true;
};

/** A cell is one paragraph: Enter begins a new line in it. */
const breakInCell: Command = (state, dispatch) => isInTable(state) && insertBreak(state, dispatch);

const item = nodes.list_item as NodeType;
const strong = toggle(marks.strong as MarkType);
const em = toggle(marks.em as MarkType);

export const keys = (): readonly Plugin[] => [
  keymap({
    'Mod-b': strong,
    'Mod-i': em,
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    Enter: chainCommands(breakInCell, splitListItem(item), liftListItem(item)),
    'Shift-Enter': chainCommands(exitCode, insertBreak),
    Backspace: liftAtStart,
    'Alt-ArrowUp': moveBlock(-1),
    'Alt-ArrowDown': moveBlock(1),
    // In the last cell Tab leaves the text: the keyboard is never caught in a table.
    Tab: goToNextCell(1),
    'Shift-Tab': goToNextCell(-1),
  }),
  keymap(baseKeymap),
];

/** At the start of a list's item the item becomes a paragraph, as in Word. */
function liftAtStart(...[state, dispatch]: Parameters<Command>): boolean {
  const { empty, $from } = state.selection;
  return empty && $from.parentOffset === 0 && liftListItem(item)(state, dispatch);
}
