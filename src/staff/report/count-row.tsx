import type { ComponentChildren } from 'preact';
import type { Today } from '../../contract/desk.ts';
import { firstLimit } from '../../contract/limit.ts';
import { useDesk, useMay } from '../desk.ts';
import { isOnline, screensOf } from '../navigation.ts';
import { dateInWords } from '../part/words.ts';
import { hrefOf, inboxOf, type Route } from '../route/route.ts';
import styles from './count-row.module.css';

export interface CountRowProps {
  readonly today: Today;
}

/** The day in four numbers, each a way to what it counts. */
export function CountRow({ today }: CountRowProps) {
  const { clock } = useDesk();
  const may = useMay();
  const days = today.open
    .flatMap(({ limits }) => {
      const due = firstLimit(limits)?.due;
      return due?.is === 'day' ? due.on : [];
    })
    .sort();
  const first = days[0];
  const items = today.published.item ?? 0;
  const guides = today.published.guide ?? 0;
  return (
    <div class={styles.row}>
      {may('submission.list') && (
        <>
          <Figure figure={today.open.length} to={inboxOf()}>
            件待办{first === undefined ? '' : `，最早的到期日 ${dateInWords(first, clock())}`}
          </Figure>
          <Figure figure={today.late} to={inboxOf()} isHot={today.late > 0}>
            件已超过期限
          </Figure>
        </>
      )}
      {may('content.read') && (
        <Figure figure={today.toPublish} to={{ page: 'publish' }}>
          条审核通过、等待发布。屏幕上有 {guides} 个指南、{items} 条公开信息
        </Figure>
      )}
      <Screens today={today} nowMs={clock()} />
    </div>
  );
}

function Screens({ today, nowMs }: CountRowProps & { readonly nowMs: number }) {
  const screens = screensOf(today.machines);
  const online = screens.filter((machine) => isOnline(machine, nowMs));
  const behind = online.filter((machine) => machine.shows !== null && machine.shows < today.snapshot).length;
  if (screens.length === 0)
    return (
      <Figure figure={0} to={{ page: 'screens' }}>
        块屏幕。在大厅的机器上打开访客页面，就会自动登记
      </Figure>
    );
  const isAll = online.length === screens.length;
  return (
    <Figure
      figure={isAll ? screens.length : `${online.length} / ${screens.length}`}
      to={{ page: 'screens' }}
      isHot={!isAll}
    >
      块屏幕{isAll ? '都' : ''}在线，
      {behind === 0 ? `显示第 ${today.snapshot} 版` : `其中 ${behind} 块还没更新到第 ${today.snapshot} 版`}
    </Figure>
  );
}

interface FigureProps {
  readonly figure: number | string;
  readonly to: Route;
  readonly isHot?: boolean;
  readonly children: ComponentChildren;
}

function Figure({ figure, to, isHot, children }: FigureProps) {
  return (
    <p class={styles.figure}>
      <a href={hrefOf(to)} data-hot={isHot ? '' : undefined}>
        {figure}
      </a>
      {children}
    </p>
  );
}
