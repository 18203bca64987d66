import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Today } from '../../contract/desk.ts';
import { useDesk } from '../desk.ts';
import { screensOf } from '../navigation.ts';
import { Button } from '../part/button.tsx';
import { FilterBar } from '../part/filter-bar.tsx';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import table from '../part/table.module.css';
import { useLoad } from '../part/use-load.ts';
import type { Route, ShownIncidents, ShownMachines } from '../route/route.ts';
import { IncidentTable } from './incident-table.tsx';
import {
  filterIncidents,
  filterMachines,
  shownIncidentsInWords,
  shownMachinesInWords,
} from './machine-list.ts';
import { MachineTable } from './machine-table.tsx';
import styles from './screens-page.module.css';

export interface ScreensPageProps {
  readonly route: Extract<Route, { page: 'screens' }>;
}

export function ScreensPage({ route }: ScreensPageProps) {
  return (
    <Page title="屏幕" lead="大厅的屏幕和打开过本站的手机">
      <Guarded needs="machine.read">
        <Screens route={route} />
        <Incidents route={route} />
      </Guarded>
    </Page>
  );
}

function Screens({ route }: ScreensPageProps) {
  const { api, clock, today, place } = useDesk();
  const loaded = useLoad('machines', () => api.machines());
  const { reload } = loaded;
  const known = useRef<Today | null>(null);
  // As fresh as the counts of the menu, which are asked for every minute while somebody is at work.
  useSignalEffect(() => {
    const isNews = known.current !== null && known.current !== today.value;
    known.current = today.value;
    if (isNews) void reload();
  });
  return (
    <LoadedView of={loaded} waiting="正在取屏幕的情况……">
      {(rows) => {
        const now = { nowMs: clock(), newest: today.value?.snapshot ?? null };
        const shown = filterMachines(rows, route, now);
        return (
          <>
            <FilterBar
              search={route.q ?? ''}
              searchLabel="找编号、地点、回执编号"
              onSearch={(q) => place.refine({ ...route, q })}
              picks={[
                {
                  label: '哪些机器',
                  value: route.show ?? '',
                  none: '全部机器',
                  choices: Object.entries(shownMachinesInWords),
                  onPick: (show) => place.refine({ ...route, show: show as ShownMachines | '' }),
                },
                {
                  label: '报告的事',
                  value: route.told ?? '',
                  none: '全部报告',
                  choices: Object.entries(shownIncidentsInWords),
                  onPick: (told) => place.refine({ ...route, told: told as ShownIncidents | '' }),
                },
              ]}
              found={`${screensOf(shown).length} 块屏幕，一共 ${shown.length} 台机器`}
            />
            {shown.length > 0 ? (
              <MachineTable
                rows={shown}
                onChanged={(row) => loaded.put(rows.map((each) => (each.id === row.id ? row : each)))}
              />
            ) : (
              <p class={table.empty}>
                {rows.length === 0
                  ? '还没有屏幕登记。在大厅的机器上打开访客页面，就会自动登记。'
                  : '没有这样的机器。可以少写几个字，或者换成全部机器。'}
              </p>
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
        );
      }}
    </LoadedView>
  );
}

function Incidents({ route }: ScreensPageProps) {
  const { api } = useDesk();
  const loaded = useLoad('incidents', () => api.incidents());
  return (
    <section class={styles.incidents}>
      <h2>屏幕报告的事</h2>
      <LoadedView of={loaded} waiting="正在取屏幕报告的事……">
        {(rows) => {
          const shown = filterIncidents(rows, route);
          if (shown.length > 0)
            return <IncidentTable rows={shown} onSeen={(list) => loaded.put([...list])} />;
          return (
            <p class={table.empty}>
              {rows.length === 0
                ? '没有。存表出错、内容对不上、交来的表没被收下，都会写在这里。'
                : '没有这样的报告。上面可以换成全部报告。'}
            </p>
          );
        }}
      </LoadedView>
    </section>
  );
}
