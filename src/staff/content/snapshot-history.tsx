import { useSignal } from '@preact/signals';
import { dayAtHall, dayInWords } from '../../contract/day.ts';
import type { SnapshotRow } from '../../contract/publication.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { FilterBar } from '../part/filter-bar.tsx';
import table from '../part/table.module.css';
import type { Route } from '../route/route.ts';
import { SnapshotList, type SnapshotListProps } from './snapshot-list.tsx';

export interface SnapshotHistoryProps extends Pick<SnapshotListProps, 'onDone'> {
  readonly rows: readonly SnapshotRow[];
  readonly route: Extract<Route, { page: 'publish' }>;
}

/** A hall publishes for years; the older ones are one press away. */
const AT_ONCE = 50;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** By number, person, reason and day, as the list shows it or as `2026-11-24`. */
const isFound = ({ number, by, reason, signedAt }: SnapshotRow, q: string): boolean => {
  const on = dayAtHall(Date.parse(signedAt));
  const words = `第 ${number} 版 ${by?.name ?? '系统'} ${reason} ${on} ${dayInWords(on)}`;
  return plain(words).includes(plain(q.trim()));
};

/** Every snapshot there was, newest first, to be searched by number, day, person or reason. */
export function SnapshotHistory({ rows, route, onDone }: SnapshotHistoryProps) {
  const { place } = useDesk();
  const most = useSignal(AT_ONCE);
  const q = route.q ?? '';
  const found = rows.filter((row) => isFound(row, q)).sort((a, b) => b.number - a.number);
  const newest = rows.reduce((most, row) => Math.max(most, row.number), 0);
  const left = found.length - most.value;
  return (
    <>
      <FilterBar
        search={q}
        searchLabel="找版号、日期、人、理由"
        onSearch={(text) => place.refine({ ...route, q: text })}
        picks={[]}
        found={
          found.length === rows.length ? `共 ${rows.length} 版` : `${found.length} 版，共 ${rows.length} 版`
        }
      />
      {found.length > 0 ? (
        <SnapshotList rows={found.slice(0, most.value)} newest={newest} onDone={onDone} />
      ) : (
        <p class={table.empty}>没有这样的一版。可以少写几个字。</p>
      )}
      {left > 0 && (
        <p class={table.after}>
          <Button
            isSmall
            onPress={() => {
              most.value += AT_ONCE;
            }}
          >
            再看更早的 {Math.min(left, AT_ONCE)} 版
          </Button>
        </p>
      )}
    </>
  );
}
