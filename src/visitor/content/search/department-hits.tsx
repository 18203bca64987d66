import type { DepartmentFound } from '../../../contract/find-department.ts';
import type { DepartmentPerson, Hall } from '../../../contract/hall.ts';
import { phoneInGroups } from '../../../contract/phone.ts';
import { isSampleHall, Marked } from '../../sample-mark.tsx';
import { t } from '../../t.ts';
import styles from './department-hits.module.css';
import { Pieces } from './hit.tsx';
import hits from './hit-group.module.css';
import { markText } from './mark.ts';

export interface DepartmentHitsProps {
  readonly hall: Hall;
  readonly found: readonly DepartmentFound[];
  readonly query: string;
}

/** Who answers for it: window and telephone in sight, so that nobody has to open anything to know where to go. */
export function DepartmentHits({ hall, found, query }: DepartmentHitsProps) {
  return (
    <section class={hits.group}>
      <h2>
        {t('谁来管')}
        <small>{t('{count} 个科室', { count: found.length })}</small>
      </h2>
      <ul class={styles.list}>
        {found.map(({ department: { id, name, duties, window, phone }, people }) => (
          <li key={id}>
            <h3>
              <Pieces pieces={markText(name, query)} />
            </h3>
            <p class={styles.where}>
              <Marked isSample={isSampleHall(hall, 'departments')}>
                {window ?? t('先到 {place}问', { place: hall.helpAt })}
                {' · '}
                <Telephone label={phone ? t('电话') : t('大厅电话')} number={phone ?? hall.hotline} />
              </Marked>
            </p>
            {people.map((person) => (
              <Person key={`${person.name} ${person.post}`} person={person} query={query} />
            ))}
            {duties && (
              <p class={styles.duties}>
                <Pieces before={t('管：')} pieces={markText(duties, query)} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Person({ person: { name, post, duty, phone }, query }: { person: DepartmentPerson; query: string }) {
  return (
    <p>
      <Pieces pieces={markText([name, post].join(' '), query)} />
      {phone && (
        <>
          {t('，')}
          <Telephone label={t('电话')} number={phone} />
        </>
      )}
      {duty && (
        <small class={styles.duty}>
          <Pieces pieces={markText(duty, query)} />
        </small>
      )}
    </p>
  );
}

/** In one piece: a number that is broken over two lines is dialled wrongly. */
function Telephone({ label, number }: { label: string; number: string }) {
  return <span class={styles.number}>{`${label} ${phoneInGroups(number)}`}</span>;
}
