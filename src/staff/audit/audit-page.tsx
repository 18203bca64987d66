import { type Act, actIds, acts, BY_SYSTEM, type AuditPage as Shown } from '../../contract/audit.ts';
import type { Day } from '../../contract/day.ts';
import { useDesk } from '../desk.ts';
import { FilterBar } from '../part/filter-bar.tsx';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import { Pager } from '../part/pager.tsx';
import table from '../part/table.module.css';
import { useLoad } from '../part/use-load.ts';
import { type AuditPlace, auditOf, auditQuery, hrefOf, type Route, withQuery } from '../route/route.ts';
import { AuditTable } from './audit-table.tsx';
import { ChainCheck } from './chain-check.tsx';

export interface AuditPageProps {
  readonly route: Extract<Route, { page: 'audit' }>;
}

/** Who did what when, as it was written down at the time; nobody can change it unseen. */
export function AuditPage({ route }: AuditPageProps) {
  return (
    <Page title="操作记录" lead="谁在什么时候做了什么，只增不改">
      <Guarded needs="audit.read">
        <ChainCheck />
        <Audit route={route} />
      </Guarded>
    </Page>
  );
}

function Audit({ route }: AuditPageProps) {
  const { api } = useDesk();
  const query = withQuery('', auditQuery(route)).slice(1);
  const loaded = useLoad(query, () => api.audit(query));
  // The choice of people stays while the next page is on its way.
  const everybody = useLoad('people of the audit', () => api.audit(''));
  return (
    <>
      <Filter route={route} people={everybody.value?.people ?? []} total={loaded.value?.total} />
      <LoadedView of={loaded} waiting="正在取操作记录……">
        {(shown) => (
          <>
            {shown.rows.length > 0 ? (
              <AuditTable rows={shown.rows} />
            ) : (
              <p class={table.empty}>没有符合的记录。可以少选一项，或者换一天。</p>
            )}
            <Pager
              page={shown.page}
              pages={shown.pages}
              hrefTo={(number) => hrefOf(auditOf({ ...route, number }))}
              before="较新的"
              after="较早的"
              last="最早的一页"
            />
          </>
        )}
      </LoadedView>
    </>
  );
}

interface FilterProps extends AuditPageProps {
  readonly people: Shown['people'];
  readonly total: number | undefined;
}

function Filter({ route, people, total }: FilterProps) {
  const { place } = useDesk();
  const refine = (change: Partial<AuditPlace>): void =>
    place.refine(auditOf({ ...route, number: 1, ...change }));
  return (
    <FilterBar
      search={route.object}
      searchLabel="找对象：名称、姓名、编号"
      onSearch={(object) => refine({ object })}
      picks={[
        {
          label: '谁',
          value: route.by,
          none: '所有人',
          choices: [...people.map(({ id, name }) => [id, name] as const), [BY_SYSTEM, '系统自动']],
          onPick: (by) => refine({ by }),
        },
        {
          label: '做了什么',
          value: route.act,
          none: '所有操作',
          choices: actIds.map((act) => [act, acts[act]]),
          onPick: (act) => refine({ act: act as Act | '' }),
        },
      ]}
      day={{ label: '哪一天', value: route.day, onPick: (day) => refine({ day: day as Day | '' }) }}
      found={total === undefined ? '正在找……' : `共 ${total} 条`}
    />
  );
}
