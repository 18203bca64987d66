import { useSignal } from '@preact/signals';
import { type Role, roleIds, roles } from '../../contract/account.ts';
import {
  type Invitation,
  type PersonRow,
  type PersonState,
  personStateInWords,
  personStates,
} from '../../contract/people.ts';
import { useDesk, useMay } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { FilterBar } from '../part/filter-bar.tsx';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import table from '../part/table.module.css';
import { useLoad } from '../part/use-load.ts';
import type { Route } from '../route/route.ts';
import { CodeDialog } from './code-dialog.tsx';
import { InviteDialog } from './person-dialog.tsx';
import { PersonTable } from './person-table.tsx';
import { filterPeople } from './person-words.ts';

export interface PeoplePageProps {
  readonly route: Extract<Route, { page: 'people' }>;
}

/** Who may work at the desk, as what, and for which department. */
export function PeoplePage({ route }: PeoplePageProps) {
  const may = useMay();
  if (may('account.manage')) return <People route={route} />;
  return (
    <Page title="账号">
      <Guarded needs="account.manage">{null}</Guarded>
    </Page>
  );
}

function People({ route }: PeoplePageProps) {
  const { api } = useDesk();
  const loaded = useLoad('people', () => api.people());
  const isInviting = useSignal(false);
  const made = useSignal<Invitation | null>(null);
  const rows = loaded.value ?? [];
  const put = (row: PersonRow): void => {
    const isKnown = rows.some((each) => each.id === row.id);
    loaded.put(isKnown ? rows.map((each) => (each.id === row.id ? row : each)) : [...rows, row]);
  };
  const show = (invitation: Invitation): void => {
    isInviting.value = false;
    made.value = invitation;
    put(invitation.person);
  };
  return (
    <Page
      title="账号"
      lead="谁能用工作台，担任什么岗位，管哪个科室"
      actions={
        <Button
          kind="primary"
          icon="plus"
          onPress={() => {
            isInviting.value = true;
          }}
        >
          请一位同事
        </Button>
      }
    >
      <LoadedView of={loaded} waiting="正在取账号……">
        {(all) => <List rows={all} route={route} onChanged={put} onInvited={show} />}
      </LoadedView>
      {isInviting.value && (
        <InviteDialog
          onInvited={show}
          onClose={() => {
            isInviting.value = false;
          }}
        />
      )}
      {made.value && (
        <CodeDialog
          invitation={made.value}
          onClose={() => {
            made.value = null;
          }}
        />
      )}
    </Page>
  );
}

interface ListProps extends PeoplePageProps {
  readonly rows: readonly PersonRow[];
  readonly onChanged: (row: PersonRow) => void;
  readonly onInvited: (invitation: Invitation) => void;
}

function List({ rows, route, onChanged, onInvited }: ListProps) {
  const { place } = useDesk();
  const shown = filterPeople(rows, route);
  const found =
    shown.length === rows.length ? `共 ${rows.length} 人` : `${shown.length} 人，共 ${rows.length} 人`;
  return (
    <>
      <FilterBar
        search={route.q}
        searchLabel="找姓名、账号"
        onSearch={(q) => place.refine({ ...route, q })}
        picks={[
          {
            label: '岗位',
            value: route.role,
            none: '全部岗位',
            choices: roleIds.map((role) => [role, roles[role]]),
            onPick: (role) => place.refine({ ...route, role: role as Role | '' }),
          },
          {
            label: '状态',
            value: route.state,
            none: '全部状态',
            choices: personStates.map((state) => [state, personStateInWords[state]]),
            onPick: (state) => place.refine({ ...route, state: state as PersonState | '' }),
          },
        ]}
        found={found}
      />
      {shown.length > 0 ? (
        <PersonTable rows={shown} onChanged={onChanged} onInvited={onInvited} />
      ) : (
        <p class={table.empty}>没有符合的。可以少写几个字，或者换一个岗位、状态。</p>
      )}
    </>
  );
}
