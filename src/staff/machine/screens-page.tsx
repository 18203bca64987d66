import type { MachineRow } from '../../contract/desk.ts';
import { useDesk } from '../desk.ts';
import { isOnline } from '../navigation.ts';
import { Button } from '../part/button.tsx';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import table from '../part/table.module.css';
import { Tag } from '../part/tag.tsx';
import { useLoad } from '../part/use-load.ts';
import { momentInWords, sinceInWords } from '../part/words.ts';

export function ScreensPage() {
  return (
    <Page title="屏幕" lead="大厅的屏幕和打开过本站的手机">
      <Guarded needs="machine.read">
        <Screens />
      </Guarded>
    </Page>
  );
}

function Screens() {
  const { api, today } = useDesk();
  const loaded = useLoad('machines', () => api.machines());
  return (
    <LoadedView of={loaded} waiting="正在取屏幕的情况……">
      {(rows) => (
        <>
          {rows.length === 0 ? (
            <p class={table.empty}>还没有屏幕登记。在大厅的机器上打开访客页面，就会自动登记。</p>
          ) : (
            <MachineTable rows={[...rows].sort(byKind)} newest={today.value?.snapshot ?? null} />
          )}
          <p class={table.after}>
            <Button
              isSmall
              kind="quiet"
              onPress={loaded.reload}
              busy={loaded.isLoading ? '正在更新……' : undefined}
            >
              更新
            </Button>
          </p>
        </>
      )}
    </LoadedView>
  );
}

/** Screens before phones, each by its letter. */
const byKind = (a: MachineRow, b: MachineRow): number =>
  a.kind === b.kind ? (a.prefix < b.prefix ? -1 : 1) : a.kind === 'screen' ? -1 : 1;

interface MachineTableProps {
  readonly rows: readonly MachineRow[];
  readonly newest: number | null;
}

function MachineTable({ rows, newest }: MachineTableProps) {
  const { clock } = useDesk();
  const now = clock();
  return (
    <table class={table.table} aria-label="屏幕">
      <thead>
        <tr>
          <th scope="col">编号</th>
          <th scope="col">是什么</th>
          <th scope="col">现在</th>
          <th scope="col">显示哪一版</th>
          <th scope="col">没上传的</th>
          <th scope="col" class={table.end}>
            登记
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.prefix}</th>
            <td>{row.kind === 'screen' ? '大厅屏幕' : '手机或电脑'}</td>
            <td>{presence(row, now)}</td>
            <td data-name="显示">{shows(row, newest)}</td>
            <td data-name="没上传的">{waits(row)}</td>
            <td class={table.end} data-name="登记">
              {momentInWords(row.enrolledAt, now)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const presence = (row: MachineRow, now: number) => {
  if (row.revoked) return <Tag tone="bad">已停用</Tag>;
  if (row.lastSeenAt === null) return '登记后还没连过';
  const since = sinceInWords(row.lastSeenAt, now);
  if (isOnline(row, now)) return <Tag tone="good">{`在线，${since}见过`}</Tag>;
  // A phone goes home with its owner; a screen that is silent is news.
  return row.kind === 'screen' ? <Tag tone="warn">{`没有联网，上次 ${since}`}</Tag> : `上次 ${since}`;
};

const shows = (row: MachineRow, newest: number | null): string => {
  if (row.shows === null) return '不知道';
  const behind = newest === null ? 0 : newest - row.shows;
  return behind > 0 ? `第 ${row.shows} 版，差 ${behind} 版` : `第 ${row.shows} 版`;
};

const waits = (row: MachineRow): string => {
  if (row.waiting === null) return '不知道';
  return row.waiting === 0 ? '没有' : `${row.waiting} 件`;
};
