import { departmentsFor } from '../../../contract/find-department.ts';
import type { Department, DepartmentPerson } from '../../../contract/hall.ts';
import { phoneInGroups } from '../../../contract/phone.ts';
import { useDesk } from '../../desk.ts';
import { FilterBar } from '../../part/filter-bar.tsx';
import { LoadedView, Page } from '../../part/page.tsx';
import table from '../../part/table.module.css';
import { useLoad } from '../../part/use-load.ts';
import type { Route } from '../../route/route.ts';

export interface DepartmentPageProps {
  readonly route: Extract<Route, { page: 'departments' }>;
}

/** 科室: whom to ring or to send somebody to, as screens show it now. Anybody at the desk may be asked. */
export function DepartmentPage({ route }: DepartmentPageProps) {
  const { api } = useDesk();
  const loaded = useLoad('departments', () => api.hall());
  return (
    <Page title="科室" lead="谁管什么、在哪个窗口、打哪个电话，和屏幕上的一样；在“大厅设置”里改">
      <LoadedView of={loaded} waiting="正在取科室……">
        {({ departments }) => <Departments all={departments} route={route} />}
      </LoadedView>
    </Page>
  );
}

function Departments({ all, route }: DepartmentPageProps & { readonly all: readonly Department[] }) {
  const { place } = useDesk();
  const shown =
    route.q.trim() === ''
      ? all
      : departmentsFor(all, route.q, { isAsked: true }).map(({ department }) => department);
  return (
    <>
      <FilterBar
        search={route.q}
        searchLabel="找人、职务、管的事"
        onSearch={(q) => place.refine({ ...route, q })}
        picks={[]}
        found={`${shown.length} 个，共 ${all.length} 个`}
      />
      {shown.length > 0 ? (
        <DepartmentTable shown={shown} />
      ) : (
        <p class={table.empty}>没有符合的。少写几个字试试，例如：低保。</p>
      )}
    </>
  );
}

function DepartmentTable({ shown }: { readonly shown: readonly Department[] }) {
  return (
    <table class={table.table} aria-label="科室">
      <thead>
        <tr>
          <th scope="col">科室</th>
          <th scope="col">管什么</th>
          <th scope="col">窗口、电话</th>
          <th scope="col">人</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, name, duties, window, phone, people = [] }) => (
          <tr key={id}>
            <th scope="row">
              <b>{name}</b>
            </th>
            <td data-name="管什么">{duties ?? '没有写'}</td>
            <td data-name="窗口、电话" class={table.tight}>
              {window ?? '没有窗口'}
              {phone && <small>{phoneInGroups(phone)}</small>}
            </td>
            <td data-name="人">
              {people.length === 0 ? (
                <small>没有写</small>
              ) : (
                people.map((person) => <Person key={`${person.name} ${person.post}`} person={person} />)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Person({ person: { name, post, duty, phone } }: { readonly person: DepartmentPerson }) {
  return (
    <div>
      {name} {post}
      {(duty || phone) && <small>{[duty, phone && phoneInGroups(phone)].filter(Boolean).join('，')}</small>}
    </div>
  );
}
