import { useSignalEffect } from '@preact/signals';
import type { MachineRow } from '../../contract/desk.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import table from '../part/table.module.css';
import { useLoad } from '../part/use-load.ts';
import { IncidentTable } from './incident-table.tsx';
import { MachineTable } from './machine-table.tsx';
import styles from './screens-page.module.css';

export function ScreensPage() {
  return (
    <Page title="屏幕" lead="大厅的屏幕和打开过本站的手机">
      <Guarded needs="machine.read">
        <Screens />
        <Incidents />
      </Guarded>
    </Page>
  );
}

function Screens() {
  const { api, today } = useDesk();
  const loaded = useLoad('machines', () => api.machines());
  const { reload } = loaded;
  // As fresh as the counts of the menu, which are asked for every minute while somebody is at work.
  useSignalEffect(() => {
    if (today.value !== null) void reload();
  });
  return (
    <LoadedView of={loaded} waiting="正在取屏幕的情况……">
      {(rows) => (
        <>
          {rows.length === 0 ? (
            <p class={table.empty}>还没有屏幕登记。在大厅的机器上打开访客页面，就会自动登记。</p>
          ) : (
            <MachineTable
              rows={[...rows].sort(byKind)}
              onChanged={(row) => loaded.put(rows.map((each) => (each.id === row.id ? row : each)))}
            />
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

function Incidents() {
  const { api } = useDesk();
  const loaded = useLoad('incidents', () => api.incidents());
  return (
    <section class={styles.incidents}>
      <h2>屏幕报告的事</h2>
      <LoadedView of={loaded} waiting="正在取屏幕报告的事……">
        {(rows) =>
          rows.length === 0 ? (
            <p class={table.empty}>没有。存表出错、内容对不上、交来的表没被收下，都会写在这里。</p>
          ) : (
            <IncidentTable rows={rows} onSeen={(list) => loaded.put([...list])} />
          )
        }
      </LoadedView>
    </section>
  );
}
