import { useSignal } from '@preact/signals';
import { shows, type TimelinessRow } from '../../../contract/desk-timeliness.ts';
import { type ReviewState, reviewStateInWords } from '../../../contract/review.ts';
import { useDesk, useMay } from '../../desk.ts';
import { Button, ButtonLink } from '../../part/button.tsx';
import table from '../../part/table.module.css';
import { Tag } from '../../part/tag.tsx';
import { hrefOf } from '../../route/route.ts';
import { SettleDialog, type Settling } from './settle-dialog.tsx';
import styles from './timeliness-page.module.css';
import { departmentName, timingInWords, toneOf } from './words.ts';

export interface TimelinessTableProps {
  readonly rows: readonly TimelinessRow[];
  readonly onChanged: () => Promise<void>;
}

const MOST_SHOWN = 200;

export function TimelinessTable({ rows, onChanged }: TimelinessTableProps) {
  const settling = useSignal<Settling | null>(null);
  const close = (): void => {
    settling.value = null;
  };
  const rest = rows.length - MOST_SHOWN;
  return (
    <>
      <table class={table.table} aria-label="逐条看">
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">科室</th>
            <th scope="col">情况</th>
            <th scope="col">时限</th>
            <th scope="col" class={table.end}>
              做什么
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_SHOWN).map((row) => (
            <Line
              key={`${row.show} ${row.of.id}`}
              row={row}
              onSettle={(it) => {
                settling.value = it;
              }}
            />
          ))}
        </tbody>
      </table>
      {rest > 0 && <p class={table.after}>还有 {rest} 条没有列出。选一个科室或情况，就能看全。</p>}
      {settling.value !== null && (
        <SettleDialog
          due={settling.value}
          onClose={close}
          onDone={() => {
            close();
            void onChanged();
          }}
        />
      )}
    </>
  );
}

interface LineProps {
  readonly row: TimelinessRow;
  readonly onSettle: (due: Settling) => void;
}

function Line({ row, onSettle }: LineProps) {
  const { clock, hall } = useDesk();
  const { say, more } = timingInWords(row, clock());
  const { of } = row;
  return (
    <tr>
      <th scope="row" class={table.beside}>
        {of.kind === 'item' ? <a href={hrefOf({ page: 'entry', id: of.id })}>{row.title}</a> : row.title}
        <small>
          {of.kind === 'item'
            ? (reviewStateInWords[of.state as ReviewState] ?? of.state)
            : `还没有写，${of.by?.name ?? '系统'}登记`}
        </small>
      </th>
      <td class={table.tight}>{departmentName(hall.value, row.department)}</td>
      <td class={table.tight}>
        <Tag tone={toneOf[row.show]}>{shows[row.show]}</Tag>
      </td>
      <td>
        {say}
        <small>{more}</small>
      </td>
      <td class={table.end}>{of.kind === 'due-item' && <DueActs row={row} of={of} onSettle={onSettle} />}</td>
    </tr>
  );
}

interface DueActsProps extends LineProps {
  readonly of: Extract<TimelinessRow['of'], { kind: 'due-item' }>;
}

/** Write it now, or say what became of it: its own person, or whoever reviews. */
function DueActs({ row, of, onSettle }: DueActsProps) {
  const { session } = useDesk();
  const may = useMay();
  const isMine = of.by?.id === session.value?.staff.id && may('content.announce');
  return (
    <span class={styles.acts}>
      {may('content.edit') && (
        <ButtonLink isSmall href={hrefOf({ page: 'new', kind: 'item' })} says={`写：${row.title}`}>
          去写
        </ButtonLink>
      )}
      {(isMine || may('content.review')) && (
        <Button
          isSmall
          kind="quiet"
          says={`了结：${row.title}`}
          onPress={() => onSettle({ id: of.id, title: row.title })}
        >
          了结
        </Button>
      )}
    </span>
  );
}
