import { dayAtHall } from '../../../contract/day.ts';
import { hoursLines, minuteAtHall } from '../../../contract/office-hours.ts';
import type { HallInForce } from '../../api/hall-api.ts';
import { useDesk, useMay } from '../../desk.ts';
import { LoadedView } from '../../part/page.tsx';
import { useLoad } from '../../part/use-load.ts';
import { hrefOf } from '../../route/route.ts';
import { type Branch, branchOf, listOf } from '../field/tree.ts';
import styles from './beside.module.css';

export interface HoursBesideProps {
  readonly entry: Branch;
}

const hasOffice = (entry: Branch): boolean =>
  listOf(entry.body).some((tree) => {
    const { type, part } = branchOf(tree);
    return type === 'generated' && part === 'office';
  });

/** Office hours in a text are made on the screen: what visitors read there now, and where it is changed. */
export function HoursBeside({ entry }: HoursBesideProps) {
  return hasOffice(entry) ? <HoursNote /> : null;
}

function HoursNote() {
  const { api } = useDesk();
  const may = useMay();
  const loaded = useLoad('hall-in-force', () => api.hallInForce());
  const way = (words: string) => <a href={hrefOf({ page: 'hall' })}>{words}</a>;
  return (
    <section class={styles.beside} aria-labelledby="hours-beside">
      <h2 id="hours-beside" class={styles.title}>
        正文里的办公时间
      </h2>
      <p class={styles.caption}>不用写在正文里，屏幕照大厅设置自己显示。访客现在看到的是：</p>
      <LoadedView of={loaded} waiting="正在取办公时间……">
        {(inForce) => <Lines {...inForce} />}
      </LoadedView>
      <p class={styles.caption}>
        {may('hall.edit') ? (
          way('到大厅设置改 ›')
        ) : (
          <>由大厅管理员改。{may('hall.read') && way('看大厅设置 ›')}</>
        )}
      </p>
    </section>
  );
}

function Lines({ hall, calendars }: HallInForce) {
  const nowMs = useDesk().clock();
  const lines = hoursLines({ hall, calendars, today: dayAtHall(nowMs), minute: minuteAtHall(nowMs) });
  return (
    <dl class={styles.hours}>
      {lines.map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
