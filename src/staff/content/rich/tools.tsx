import { useRef } from 'preact/hooks';
import { redo, undo } from 'prosemirror-history';
import type { MarkType } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
} from 'prosemirror-tables';
import { onKey } from '../../../ui/composition.ts';
import {
  insertBlock,
  isMarked,
  kindHere,
  type LineKind,
  lineKinds,
  linkTo,
  makeLine,
  moveBlock,
  newPart,
  newTable,
  toggle,
} from './commands.ts';
import styles from './rich-editor.module.css';
import { marks } from './schema.ts';

export interface ToolsProps {
  readonly state: EditorState;
  readonly run: (command: Command) => void;
  readonly onLink: () => void;
  readonly onPicture: () => void;
  readonly label: string;
}

interface Tool {
  readonly label: string;
  readonly does?: Command;
  /** Asks for more before anything changes. */
  readonly opens?: () => void;
  readonly isOn?: boolean;
  readonly isOff?: boolean;
  readonly title?: string;
  readonly look?: 'strong' | 'em';
}

const strong = marks.strong as MarkType;
const em = marks.em as MarkType;
const link = marks.link as MarkType;

/** Above the text: what its words and lines are, and what can be put between them. Words, not signs: they need no learning. */
export function Tools({ state, run, onLink, onPicture, label }: ToolsProps) {
  const can = (command: Command): boolean => command(state);
  const kind = kindHere(state);
  const off = (command: Command) => ({ does: command, isOff: !can(command) });
  const groups: readonly (readonly Tool[])[] = [
    [
      {
        label: '加粗',
        ...off(toggle(strong)),
        isOn: isMarked(state, strong),
        look: 'strong',
        title: 'Ctrl+B',
      },
      { label: '强调', ...off(toggle(em)), isOn: isMarked(state, em), look: 'em', title: 'Ctrl+I' },
      isMarked(state, link)
        ? { label: '去掉链接', does: linkTo(null), isOn: true }
        : { label: '链接', opens: onLink, isOff: !can(linkTo('')), title: '连到本站的另一条内容' },
    ],
    [
      { label: '表格', does: insertBlock(newTable()), isOff: isInTable(state) },
      { label: '图片', opens: onPicture, isOff: isInTable(state) },
      {
        label: '自动内容',
        does: insertBlock(newPart('office')),
        isOff: isInTable(state),
        title: '屏幕上按已发布的内容自动填写',
      },
    ],
    [
      { label: '上移', ...off(moveBlock(-1)), title: 'Alt+↑' },
      { label: '下移', ...off(moveBlock(1)), title: 'Alt+↓' },
    ],
    [
      { label: '撤销', ...off(undo), title: 'Ctrl+Z' },
      { label: '重做', ...off(redo), title: 'Ctrl+Y' },
    ],
  ];
  return (
    <div class={styles.tools}>
      <select
        aria-label={`${label}：这一行是什么`}
        value={kind ?? ''}
        disabled={kind === null}
        onChange={(event) => run(makeLine(event.currentTarget.value as LineKind))}
      >
        {kind === null && <option value="">{isInTable(state) ? '表格' : '不是文字'}</option>}
        {Object.entries(lineKinds).map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
      <ToolRow label={`${label}：格式`} groups={groups} run={run} />
    </div>
  );
}

const tableTools: readonly Tool[] = [
  { label: '上面加一行', does: addRowBefore },
  { label: '下面加一行', does: addRowAfter },
  { label: '左边加一列', does: addColumnBefore },
  { label: '右边加一列', does: addColumnAfter },
  { label: '删去这行', does: deleteRow },
  { label: '删去这列', does: deleteColumn },
  { label: '删去表格', does: deleteTable },
];

/** While the cursor stands in a table. */
export function TableTools({ state, run, label }: Pick<ToolsProps, 'state' | 'run' | 'label'>) {
  if (!isInTable(state)) return null;
  return (
    <div class={styles.tools}>
      <ToolRow label={`${label}：表格`} groups={[tableTools]} run={run} />
      <small>第一行是表头。Tab 到下一格，Enter 在格里换行。</small>
    </div>
  );
}

interface ToolRowProps extends Pick<ToolsProps, 'run' | 'label'> {
  readonly groups: readonly (readonly Tool[])[];
}

/** One stop of the Tab key; arrows go from tool to tool (WAI-ARIA toolbar). */
function ToolRow({ label, groups, run }: ToolRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const at = useRef(0);
  const step = onKey((event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = [...(row.current?.querySelectorAll('button') ?? [])];
    if (by === undefined || all.length === 0) return;
    event.preventDefault();
    const next = (at.current + by + all.length) % all.length;
    for (const [index, button] of all.entries()) button.tabIndex = index === next ? 0 : -1;
    at.current = next;
    all[next]?.focus();
  });
  const press = ({ does, opens, isOff }: Tool): void => {
    if (isOff === true) return;
    opens?.();
    if (does !== undefined) run(does);
  };
  let index = -1;
  return (
    <div ref={row} class={styles.row} role="toolbar" aria-label={label} onKeyDown={step}>
      {groups.map((tools, group) => (
        <span key={group} class={styles.group}>
          {tools.map((tool) => {
            index += 1;
            return (
              <button
                key={tool.label}
                type="button"
                tabIndex={index === at.current ? 0 : -1}
                aria-pressed={tool.isOn}
                aria-disabled={tool.isOff ? true : undefined}
                title={tool.title}
                data-look={tool.look}
                // The cursor stays where it is in the text.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => press(tool)}
              >
                {tool.label}
              </button>
            );
          })}
        </span>
      ))}
    </div>
  );
}
