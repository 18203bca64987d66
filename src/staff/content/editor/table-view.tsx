import type { Block, Inline } from '../../../contract/text.ts';
import { Button } from '../../part/button.tsx';
import { TextField } from '../../part/field.tsx';
import { inlinesOf, textOfInlines } from '../field/inline-text.ts';
import styles from './blocks-view.module.css';
import { useEditing } from './editing.ts';

type Table = Extract<Block, { type: 'table' }>;
type Cell = readonly Inline[];

export interface TableViewProps {
  readonly block: Table;
  readonly name: string;
  readonly path: string;
  readonly fault: string | undefined;
  readonly onChange: (block: Table) => void;
}

const MOST_COLUMNS = 20;
/** A longer table comes from a file: a page of so many fields would no longer be quick to type in. */
const MOST_CELLS = 400;

const put = <T,>(list: readonly T[], at: number, value: T): T[] =>
  list.map((each, index) => (index === at ? value : each));

/** A small table as a grid of fields; the first row is its head. */
export function TableView({ block, name, path, fault, onChange }: TableViewProps) {
  const { faultAt } = useEditing();
  const { head, rows } = block;
  const columns = head.length;
  if ((rows.length + 1) * columns > MOST_CELLS)
    return (
      <p>
        一张 {columns} 列 {rows.length} 行的表。这么大的表请用内容文件导入来改。
      </p>
    );
  const setCell = (row: number, column: number, text: string): void => {
    const cell = inlinesOf(text);
    onChange(
      row === -1
        ? { ...block, head: put(head, column, cell) }
        : { ...block, rows: put(rows, row, put(rows[row] ?? [], column, cell)) },
    );
  };
  const cellField = (cell: Cell, row: number, column: number) => {
    const place = row === -1 ? '表头' : `第 ${row + 1} 行`;
    const text = textOfInlines(cell);
    return text === null ? (
      <span>（有改不了的格式）</span>
    ) : (
      <TextField
        label={`${name}，表格${place}第 ${column + 1} 列`}
        isLabelHidden
        lines={1}
        value={text}
        onInput={(typed) => setCell(row, column, typed)}
      />
    );
  };
  return (
    <div class={styles.table}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column}>{cellField(cell, -1, column)}</th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={column}>{cellField(cell, row, column)}</td>
              ))}
              <td>
                <Button
                  isSmall
                  kind="quiet"
                  says={`删行：表格第 ${row + 1} 行`}
                  onPress={() => onChange({ ...block, rows: rows.filter((_, at) => at !== row) })}
                >
                  删行
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {(fault ?? faultAt(`${path}.rows`)) && <p class={styles.fault}>{fault ?? faultAt(`${path}.rows`)}</p>}
      <div class={styles.adds}>
        <Button isSmall onPress={() => onChange({ ...block, rows: [...rows, head.map(() => [])] })}>
          加一行
        </Button>
        <Button
          isSmall
          isDisabled={columns >= MOST_COLUMNS}
          onPress={() =>
            onChange({ ...block, head: [...head, []], rows: rows.map((cells) => [...cells, []]) })
          }
        >
          加一列
        </Button>
        <Button
          isSmall
          kind="quiet"
          isDisabled={columns <= 1}
          onPress={() =>
            onChange({ ...block, head: head.slice(0, -1), rows: rows.map((cells) => cells.slice(0, -1)) })
          }
        >
          去掉最后一列
        </Button>
      </div>
    </div>
  );
}
