import type { EntryId } from '../../../contract/id.ts';
import {
  type AudienceId,
  audienceIds,
  audiences,
  type TopicId,
  topicIds,
  topics,
} from '../../../contract/topic.ts';
import { ChipList } from '../../../ui/chip-list.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { LinkList } from '../../../ui/link-list.tsx';
import { SomeChinese } from '../../language-notice.tsx';
import { Missing } from '../../missing.tsx';
import { isSampleHall, Marked } from '../../sample-mark.tsx';
import { screenOf } from '../../screen-of.ts';
import { go } from '../../session/screen.ts';
import { rows, spoken } from '../../store/content.ts';
import type { GuideRow } from '../../store/content-db.ts';
import { t } from '../../t.ts';
import { useLoaded } from '../../use-loaded.ts';
import { rowLabel } from '../row-label.tsx';
import styles from './guides-screen.module.css';

/** Lists of guides: of one topic, for one kind of people, and all by department. */
export function TopicScreen({ id }: { id: TopicId }) {
  const list = useLoaded(`topic ${id}`, () => rows('guide', { topic: id }));
  if (!topicIds.includes(id)) return <Missing />;
  return (
    <>
      <Heading
        title={t(topics[id].title)}
        kicker={t('办事指南')}
        lead={list && t('{count} 项，点一项看要带什么、去哪里办。', { count: list.length })}
      />
      {list && <SomeChinese texts={titlesOf(list)} />}
      {list && <GuideList label={t(topics[id].title)} list={ownFirst(list, id)} />}
    </>
  );
}

/** What is mainly of this topic before what merely touches it. */
const ownFirst = (list: readonly GuideRow[], topic: TopicId): readonly GuideRow[] => [
  ...list.filter((row) => row.topics[0] === topic),
  ...list.filter((row) => row.topics[0] !== topic),
];

export function AudienceScreen({ id }: { id: AudienceId }) {
  const list = useLoaded(`audience ${id}`, () => rows('guide', { audience: id }));
  if (!audienceIds.includes(id)) return <Missing />;
  return (
    <>
      <Heading
        size="long"
        title={t(audiences[id])}
        kicker={`${t('办事指南')} · ${t('按人找')}`}
        lead={list && t('{count} 项。', { count: list.length })}
      />
      {list && <SomeChinese texts={titlesOf(list)} />}
      {list && <GuideList label={t(audiences[id])} list={list} />}
    </>
  );
}

export function GuidesScreen() {
  const list = useLoaded('guides', () => rows('guide'));
  const held = spoken.value;
  if (!held) return null;
  const people = audienceIds
    .map((id) => ({ id, words: `${t(audiences[id])} ${held.counts.audiences[id] ?? 0}` }))
    .filter(({ id }) => (held.counts.audiences[id] ?? 0) > 0);
  return (
    <>
      <Heading
        size="long"
        title={t('全部办事指南')}
        lead={t('{count} 项，按部门排。', { count: held.counts.kinds.guide })}
      />
      {list && <SomeChinese texts={titlesOf(list)} />}
      <h2 class={styles.section}>{t('按人找')}</h2>
      <ChipList
        label={t('按人找')}
        chips={people.map(({ words }) => words)}
        onPress={(chip) => {
          const chosen = people.find(({ words }) => words === chip);
          if (chosen) go({ name: 'audience', id: chosen.id });
        }}
      />
      {held.hall.departments.map((department) => {
        const own = list?.filter((row) => row.department === department.id) ?? [];
        if (own.length === 0) return null;
        return (
          <section key={department.id} class={styles.section}>
            <h2>
              {department.name}
              {department.window && (
                <small>
                  <Marked isSample={isSampleHall(held.hall, 'departments')}>{department.window}</Marked>
                </small>
              )}
            </h2>
            <GuideList label={department.name} list={own} />
          </section>
        );
      })}
    </>
  );
}

const titlesOf = (list: readonly GuideRow[]): readonly string[] => list.map(({ title }) => title);

/** In wide letters a summary beneath each title would push the list out of sight, but it is what tells two titles apart. */
function GuideList({ label, list }: { label: string; list: readonly GuideRow[] }) {
  return (
    <div class={styles.rows}>
      <LinkList
        label={label}
        rows={list.map((row) => ({
          key: row.id,
          label: rowLabel(row),
          hint: row.summary,
        }))}
        onPress={(key) => go(screenOf(key as EntryId))}
      />
    </div>
  );
}
