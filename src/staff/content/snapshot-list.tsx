import { useSignal } from '@preact/signals';
import type { MachineRow } from '../../contract/desk.ts';
import type { SnapshotRow } from '../../contract/publication.ts';
import { useDesk, useMay } from '../desk.ts';
import { machineInWords } from '../machine/machine-words.ts';
import { screensOf } from '../navigation.ts';
import { Button } from '../part/button.tsx';
import table from '../part/table.module.css';
import { momentInWords } from '../part/words.ts';
import { RollBack } from './roll-back.tsx';

export interface SnapshotListProps {
  readonly rows: readonly SnapshotRow[];
  /** The number that screens show. */
  readonly newest: number;
  readonly onDone: (snapshot: SnapshotRow) => Promise<void>;
}

/** Any earlier snapshot can be shown again, as a new number. */
export function SnapshotList({ rows, newest, onDone }: SnapshotListProps) {
  const { clock, today } = useDesk();
  const may = useMay();
  const chosen = useSignal<number | null>(null);
  const screens = screensOf(today.value?.machines ?? []);
  return (
    <>
      <table class={table.table} aria-label="发布过的各版">
        <thead>
          <tr>
            <th scope="col">第几版</th>
            <th scope="col">什么时候</th>
            <th scope="col">谁</th>
            <th scope="col">为什么</th>
            <th scope="col">改了几条</th>
            {may('content.publish') && (
              <th scope="col" class={table.end}>
                退回
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row" class={table.tight}>
                第 {row.number} 版
                <Showing screens={screens.filter((screen) => screen.shows === row.number)} />
              </th>
              <td class={table.tight}>{momentInWords(row.signedAt, clock())}</td>
              <td data-name="谁">{row.by?.name ?? '系统'}</td>
              <td data-name="为什么">{row.reason}</td>
              <td data-name="改了" class={table.tight}>
                {row.changed} 条，共 {row.count} 条
              </td>
              {may('content.publish') && (
                <td class={table.end}>
                  {row.number === newest ? (
                    '屏幕上就是这版'
                  ) : (
                    <Button
                      isSmall
                      says={`退回到第 ${row.number} 版`}
                      onPress={() => {
                        chosen.value = row.number;
                      }}
                    >
                      退回到这一版
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {chosen.value !== null && (
        <RollBack
          to={chosen.value}
          next={newest + 1}
          onDone={async (snapshot) => {
            chosen.value = null;
            await onDone(snapshot);
          }}
          onClose={() => {
            chosen.value = null;
          }}
        />
      )}
    </>
  );
}

/** The screens that stand at this snapshot now. */
function Showing({ screens }: { readonly screens: readonly MachineRow[] }) {
  return screens.length === 0 ? null : <small>{screens.map(machineInWords).join('、')} 正显示</small>;
}
