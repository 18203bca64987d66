import { useEffect } from 'preact/hooks';
import type { MachineRow } from '../../contract/desk.ts';
import { useDesk } from '../desk.ts';
import { screensOf } from '../navigation.ts';
import table from '../part/table.module.css';
import { Tag } from '../part/tag.tsx';
import { hrefOf } from '../route/route.ts';
import { allInWords, contactInWords, type Far, farInWords, howFar } from './how-far.ts';
import { machineInWords } from './machine-words.ts';

/** Looked at so often and so long after a publication; then the desk's own minute is enough. */
const LOOK_MS = 1_500;
const MOST_LOOKS = 40;

const tones = { newest: 'good', updating: 'warn', stuck: 'bad', unknown: 'warn' } as const satisfies Record<
  Far,
  string
>;

/** Which snapshot each of the hall's screens shows and when it was heard of; follows a publication until all that can be reached have it. */
export function ScreensShowing() {
  const { today, clock, refresh } = useDesk();
  const now = clock();
  const newest = today.value?.snapshot ?? 0;
  const screens = screensOf(today.value?.machines ?? []);
  const fars = screens.map((each) => howFar(each, newest, now));
  useFollowing(fars.includes('updating'), newest, refresh);
  if (today.value === null) return <p role="status">正在看各屏幕显示哪一版……</p>;
  if (screens.length === 0)
    return <p class={table.empty}>还没有屏幕登记。在大厅的机器上打开访客页面，就会自动登记。</p>;
  return (
    <>
      <p role="status">{allInWords(fars, newest)}</p>
      <table class={table.table} aria-label="各屏幕显示哪一版">
        <thead>
          <tr>
            <th scope="col">屏幕</th>
            <th scope="col">显示哪一版</th>
            <th scope="col" class={table.end}>
              联系
            </th>
          </tr>
        </thead>
        <tbody>
          {screens.map((screen) => (
            <Line key={screen.id} screen={screen} far={howFar(screen, newest, now)} nowMs={now} />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface LineProps {
  readonly screen: MachineRow;
  readonly far: Far;
  readonly nowMs: number;
}

function Line({ screen, far, nowMs }: LineProps) {
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf({ page: 'screens', q: screen.prefix })}>{machineInWords(screen)}</a>
        {screen.place !== null && <small>{screen.place}</small>}
      </th>
      <td>
        <Tag tone={tones[far]}>{farInWords(far, screen)}</Tag>
      </td>
      <td class={table.end}>{contactInWords(screen.lastSeenAt, nowMs)}</td>
    </tr>
  );
}

function useFollowing(isFollowing: boolean, newest: number, refresh: () => Promise<void>): void {
  // A screen that does not get there within a minute is not asked for again and again: each new number begins anew.
  useEffect(() => {
    if (!isFollowing) return;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks >= MOST_LOOKS) clearInterval(timer);
      void refresh();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [isFollowing, newest, refresh]);
}
