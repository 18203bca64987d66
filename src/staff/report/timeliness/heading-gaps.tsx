import type { Timeliness } from '../../../contract/desk-timeliness.ts';
import { headingListIds, headingLists, headings as known } from '../../../contract/standard-catalogue.ts';
import { useDesk } from '../../desk.ts';
import { dateInWords } from '../../part/words.ts';
import styles from './timeliness-page.module.css';

export interface HeadingGapsProps {
  readonly headings: Timeliness['headings'];
  readonly year: string;
}

/** The headings under which nothing became public this year, and when something last did. */
export function HeadingGaps({ headings, year }: HeadingGapsProps) {
  const { clock } = useDesk();
  const byId = new Map(headings.map((each) => [each.id, each]));
  return (
    <div class={styles.groups}>
      {headingListIds.map((list) => {
        const all = known.filter((each) => each.list === list);
        const gaps = all.filter(({ id }) => (byId.get(id)?.thisYear ?? 0) === 0);
        return (
          <section key={list} aria-label={headingLists[list]}>
            <h3>{headingLists[list]}</h3>
            <p>
              {gaps.length === 0
                ? `${all.length} 项，${year} 年都有了。`
                : `${all.length} 项里，${gaps.length} 项 ${year} 年还没有。`}
              {list === 'field' && '哪些是乡镇的，以县里的清单为准。'}
            </p>
            <ul>
              {gaps.map(({ id, label }) => {
                const last = byId.get(id)?.lastOn ?? null;
                return (
                  <li key={id}>
                    <span>{label}</span>
                    <span>{last === null ? '从来没有' : `上次 ${dateInWords(last, clock())}`}</span>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
