import { useEffect } from 'preact/hooks';
import { roles } from '../../contract/account.ts';
import { dayAtHall, dayInShort } from '../../contract/day.ts';
import type { Today } from '../../contract/desk.ts';
import type { DisclosureProgress } from '../../contract/desk-timeliness.ts';
import { ok } from '../../contract/result.ts';
import type { Answer } from '../api/call.ts';
import { useDesk, useMay, useOwnDepartment } from '../desk.ts';
import { ButtonLink } from '../part/button.tsx';
import { Page } from '../part/page.tsx';
import table from '../part/table.module.css';
import { useLoad } from '../part/use-load.ts';
import { hrefOf, inboxOf } from '../route/route.ts';
import { byDue } from '../submission/inbox.ts';
import { SubmissionTable } from '../submission/submission-table.tsx';
import { CountRow } from './count-row.tsx';
import { DepartmentProgress } from './disclosure-progress.tsx';
import { OwedToday } from './owed-today.tsx';
import styles from './today-page.module.css';
import { ToldToday } from './told-today.tsx';
import { VoidedToday } from './voided-today.tsx';
import { WaitingList } from './waiting-list.tsx';

/** More of them are named by their number. */
const MOST_ROLES = 2;

/** What is due, before anything else. */
export function TodayPage() {
  const { session, today, clock, refresh } = useDesk();
  const may = useMay();
  const department = useOwnDepartment();
  useEffect(() => {
    void refresh();
  }, [refresh]);
  const held = session.value?.roles ?? [];
  const duties =
    held.length > MOST_ROLES ? `${held.length} 个岗位` : held.map((role) => roles[role]).join('、');
  const lead = [dayInShort(dayAtHall(clock())), department, duties, session.value?.staff.name];
  return (
    <Page
      title="今天"
      lead={lead.filter(Boolean).join(' · ')}
      actions={
        may('content.edit') && (
          <ButtonLink kind="primary" href={hrefOf({ page: 'new', kind: '' })} icon="plus">
            新建内容
          </ButtonLink>
        )
      }
    >
      {today.value === null ? <p role="status">正在取今天的情况……</p> : <Body today={today.value} />}
    </Page>
  );
}

/** What visitors filed stands first for those who handle it; the others begin with what waits for them. */
function Body({ today }: { readonly today: Today }) {
  const { api } = useDesk();
  const may = useMay();
  const isReader = may('content.read');
  const counted = useLoad(`progress ${isReader}`, async (): Answer<readonly DisclosureProgress[]> => {
    const timeliness = isReader ? await api.timeliness() : ok({ progress: [] });
    return timeliness.ok ? ok(timeliness.value.progress) : timeliness;
  });
  const isHandler = may('submission.list');
  return (
    <>
      <CountRow today={today} counted={counted} />
      <OwedToday today={today} />
      <VoidedToday today={today} />
      <ToldToday today={today} />
      <div class={styles.columns}>
        {isHandler ? <Due today={today} /> : <WaitingList today={today} />}
        <div class={styles.stack}>
          {isHandler && <WaitingList today={today} />}
          <DepartmentProgress rows={counted.value ?? []} />
        </div>
      </div>
    </>
  );
}

const MOST_SHOWN = 12;

function Due({ today }: { readonly today: Today }) {
  const rows = [...today.open].sort(byDue);
  const rest = rows.length - MOST_SHOWN;
  return (
    <section>
      <h2>按期限排</h2>
      {rows.length === 0 ? (
        <p class={table.empty}>没有待办的收件。新的到了会出现在这里。</p>
      ) : (
        <SubmissionTable rows={rows.slice(0, MOST_SHOWN)} label="按期限排" isShort />
      )}
      {rest > 0 && (
        <p class={styles.more}>
          <a href={hrefOf(inboxOf())}>还有 {rest} 件，到收件里看</a>
        </p>
      )}
    </section>
  );
}
