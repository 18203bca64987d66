import { useSignal } from '@preact/signals';
import { type Show, showIds, shows, type Timeliness } from '../../../contract/desk-timeliness.ts';
import { LEGAL_WORKDAYS } from '../../../contract/timeliness.ts';
import { useDesk, useMay } from '../../desk.ts';
import { Button, ButtonLink } from '../../part/button.tsx';
import { FilterBar } from '../../part/filter-bar.tsx';
import { Guarded, LoadedView, Page } from '../../part/page.tsx';
import table from '../../part/table.module.css';
import { useLoad } from '../../part/use-load.ts';
import { hrefOf, type Route } from '../../route/route.ts';
import { AnnounceDialog } from './announce-dialog.tsx';
import { DepartmentTable } from './department-table.tsx';
import { HeadingGaps } from './heading-gaps.tsx';
import { byDepartment, filterRows } from './tally.ts';
import styles from './timeliness-page.module.css';
import { TimelinessTable } from './timeliness-table.tsx';

export interface TimelinessPageProps {
  readonly route: Extract<Route, { page: 'timeliness' }>;
}

/** What each department has due, late and soon to expire, and what the standard catalogue still lacks this year. */
export function TimelinessPage({ route }: TimelinessPageProps) {
  const { api, session } = useDesk();
  const may = useMay();
  const loaded = useLoad('timeliness', () => api.timeliness());
  const isAnnouncing = useSignal(false);
  return (
    <Page
      title="时限"
      lead={`主动公开的，自形成或变更之日起 ${LEGAL_WORKDAYS} 个工作日内公开（条例第二十六条）`}
      actions={
        <>
          <ButtonLink href={hrefOf({ page: 'digest', from: '' })} icon="printer">
            周例会单
          </ButtonLink>
          <ButtonLink href={hrefOf({ page: 'accountability', year: 0, quarter: 0 })}>考核统计</ButtonLink>
          {may('content.announce') && (
            <Button
              kind="primary"
              icon="plus"
              onPress={() => {
                isAnnouncing.value = true;
              }}
            >
              登记要公开的事
            </Button>
          )}
        </>
      }
    >
      <Guarded needs="content.read">
        <LoadedView of={loaded} waiting="正在算各科室的时限……">
          {(value) => <Board value={value} route={route} onChanged={loaded.reload} />}
        </LoadedView>
      </Guarded>
      {isAnnouncing.value && (
        <AnnounceDialog
          department={session.value?.department ?? route.department}
          onClose={() => {
            isAnnouncing.value = false;
          }}
          onDone={() => {
            isAnnouncing.value = false;
            void loaded.reload();
          }}
        />
      )}
    </Page>
  );
}

interface BoardProps extends TimelinessPageProps {
  readonly value: Timeliness;
  readonly onChanged: () => Promise<void>;
}

function Board({ value, route, onChanged }: BoardProps) {
  const { hall } = useDesk();
  const departments = byDepartment(value.rows, hall.value);
  return (
    <div class={styles.page}>
      <section aria-labelledby="departments">
        <h2 id="departments">各科室</h2>
        <DepartmentTable departments={departments} />
      </section>
      <section aria-labelledby="rows">
        <h2 id="rows">逐条看</h2>
        <Rows value={value} route={route} onChanged={onChanged} />
      </section>
      <section aria-labelledby="headings">
        <h2 id="headings">今年还没有公开过的目录</h2>
        <HeadingGaps headings={value.headings} year={value.today.slice(0, 4)} />
      </section>
    </div>
  );
}

function Rows({ value, route, onChanged }: BoardProps) {
  const { place, hall } = useDesk();
  const shown = filterRows(value.rows, route);
  const all = value.rows.length;
  return (
    <>
      <FilterBar
        search={route.q}
        searchLabel="找名称"
        onSearch={(q) => place.refine({ ...route, q })}
        picks={[
          {
            label: '情况',
            value: route.show,
            none: '全部情况',
            choices: showIds.map((id) => [id, shows[id]]),
            onPick: (show) => place.refine({ ...route, show: show as Show | '' }),
          },
          {
            label: '科室',
            value: route.department,
            none: '全部科室',
            choices: (hall.value?.departments ?? []).map(({ id, name }) => [id, name]),
            onPick: (department) => place.refine({ ...route, department }),
          },
        ]}
        found={shown.length === all ? `共 ${all} 条` : `${shown.length} 条，共 ${all} 条`}
      />
      {shown.length > 0 ? (
        <TimelinessTable rows={shown} onChanged={onChanged} />
      ) : (
        <p class={table.empty}>
          {all === 0 ? '没有到期、超期或快满的。都按时公开了。' : '没有符合的。可以换一个情况或科室。'}
        </p>
      )}
      <p class={table.after}>
        <a href={hrefOf({ page: 'due-items', state: '', q: '' })}>登记过的“要公开的事”</a>
      </p>
    </>
  );
}
