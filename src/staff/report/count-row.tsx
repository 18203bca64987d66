import type { ComponentChildren } from 'preact';
import type { Today } from '../../contract/desk.ts';
import type { DisclosureProgress } from '../../contract/desk-timeliness.ts';
import { firstLimit } from '../../contract/limit.ts';
import { useDesk, useMay } from '../desk.ts';
import { isOnline, screensOf } from '../navigation.ts';
import type { Loaded } from '../part/use-load.ts';
import { dateInWords } from '../part/words.ts';
import { hrefOf, inboxOf, type Route, timelinessOf } from '../route/route.ts';
import styles from './count-row.module.css';
import { sumOf } from './disclosure-progress.tsx';

export interface CountRowProps {
  readonly today: Today;
  readonly counted: Loaded<readonly DisclosureProgress[]>;
}

/** The day in four numbers, each a way to what it counts. */
export function CountRow({ today, counted }: CountRowProps) {
  const { clock } = useDesk();
  const may = useMay();
  const days = today.open
    .flatMap(({ limits }) => {
      const due = firstLimit(limits)?.due;
      return due?.is === 'day' ? due.on : [];
    })
    .sort();
  const first = days[0];
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
      {may('content.read') && !may('submission.list') && <OnScreens today={today} />}
      {may('content.read') && <Progress counted={counted} />}
      <Screens today={today} nowMs={clock()} />
    </div>
  );
}

function OnScreens({ today }: Pick<CountRowProps, 'today'>) {
  const { guide = 0, item = 0 } = today.published;
  return (
    <Figure figure={today.toPublish} to={{ page: 'publish' }}>
      条审核通过、等待发布。屏幕上有 {guide} 个指南、{item} 条公开信息
    </Figure>
  );
}

/** As the annual report asks it: how many of what must be disclosed this year have been written. */
function Progress({ counted }: Pick<CountRowProps, 'counted'>) {
  if (counted.value === undefined)
    return (
      <Figure figure="—" to={timelinessOf()}>
        {counted.problem ? '应公开的信息没有数出来，到时限里看' : '正在数应公开的信息……'}
      </Figure>
    );
  const { total, entered, published, late } = sumOf(counted.value);
  if (total === 0)
    return (
      <Figure figure={0} to={{ page: 'due-items', state: '', q: '' }}>
        条今年应公开的。形成了就先登记，期限才数得准
      </Figure>
    );
  return (
    <Figure figure={`${entered} / ${total}`} to={timelinessOf()}>
      条今年应公开的已录入，公开了 {published} 条
      {late > 0 && (
        <>
          ，<a href={hrefOf(timelinessOf('late'))}>超期 {late} 条</a>
        </>
      )}
      <span class={styles.bar} aria-hidden="true">
        <span style={{ inlineSize: `${(100 * entered) / total}%` }} />
      </span>
    </Figure>
  );
}

function Screens({ today, nowMs }: Pick<CountRowProps, 'today'> & { readonly nowMs: number }) {
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
