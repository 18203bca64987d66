import type { Today } from '../../contract/desk.ts';
import { useDesk } from '../desk.ts';
import { IncidentTable } from '../machine/incident-table.tsx';
import { byUrgency, isPressing } from '../machine/incident-words.ts';
import { machineInWords } from '../machine/machine-words.ts';
import { screensOf } from '../navigation.ts';
import { Note } from '../part/note.tsx';
import { hrefOf } from '../route/route.ts';
import styles from './today-page.module.css';

const MOST_SHOWN = 5;

/** What screens told and nobody has seen; nothing at all on a quiet day. */
export function ToldToday({ today }: { readonly today: Today }) {
  const { refresh } = useDesk();
  const told = today.incidents.filter(isPressing).sort(byUrgency);
  const holding = screensOf(today.machines).filter((machine) => (machine.refused ?? 0) > 0);
  if (told.length === 0 && holding.length === 0) return null;
  const rest = told.length - MOST_SHOWN;
  return (
    <section class={styles.told}>
      <h2>屏幕报告的事</h2>
      {holding.map((machine) => (
        <Note
          key={machine.id}
          kind="danger"
          title={`${machineInWords(machine)} 里有 ${machine.refused} 份没被收下的表。`}
        >
          交表的人手里有回执，收件里没有。不要清除那台机器的浏览器数据；有人来问时，请在窗口重新填一份。
        </Note>
      ))}
      {told.length > 0 && <IncidentTable rows={told.slice(0, MOST_SHOWN)} onSeen={() => void refresh()} />}
      {rest > 0 && (
        <p class={styles.more}>
          <a href={hrefOf({ page: 'screens' })}>还有 {rest} 件，到屏幕里看</a>
        </p>
      )}
    </section>
  );
}
