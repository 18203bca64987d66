import type { ComponentChildren } from 'preact';
import type { DepartmentPerson } from '../../../contract/hall.ts';
import type { EntryId } from '../../../contract/id.ts';
import { hoursLines, minuteAtHall } from '../../../contract/office-hours.ts';
import { phoneInGroups } from '../../../contract/phone.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { LinkList } from '../../../ui/link-list.tsx';
import { now, today } from '../../clock.ts';
import { isSampleHall, isSampleIndexNo, Marked, markedRow } from '../../sample-mark.tsx';
import { screenOf } from '../../screen-of.ts';
import { go } from '../../session/screen.ts';
import { catalogue, rows, shown } from '../../store/content.ts';
import type { Current } from '../../store/content-db.ts';
import { t } from '../../t.ts';
import { useLoaded } from '../../use-loaded.ts';
import { type Facet, facetsOf } from '../catalogue/facets.ts';
import { itemLine } from '../catalogue/item-row.ts';
import { rowLabel } from '../row-label.tsx';
import styles from './generated.module.css';
import type { GeneratedPart } from './rich-text.tsx';

/** Parts of a page that are made on the screen from what is published, and so are never out of date. */
export const generatedPart = (part: GeneratedPart): ComponentChildren => {
  const held = shown.value;
  if (!held) return null;
  switch (part) {
    case 'catalogue':
      return <CataloguePart held={held} />;
    case 'guide-list':
      return <GuideListPart held={held} />;
    case 'office':
      return <OfficePart held={held} />;
    case 'departments':
      return <DepartmentsPart held={held} />;
  }
};

const openEntry = (key: string): void => go(screenOf(key as EntryId));
const MORE = 'more';

/** 条例 Art. 12: index number, name, summary and date of what is disclosed. The newest of each category; the rest a touch away. */
function CataloguePart({ held }: { held: Current }) {
  return (
    <>
      {facetsOf(held).category.map((category) => (
        <CategoryPart key={category.value} category={category} held={held} />
      ))}
    </>
  );
}

const SHOWN = 10;

function CategoryPart({ category, held }: { category: Facet; held: Current }) {
  const page = useLoaded(category.value, () => catalogue({ category: category.value, limit: SHOWN }));
  const more =
    category.count > SHOWN ? [{ key: MORE, label: t('看全部 {count} 条', { count: category.count }) }] : [];
  return (
    <section class={styles.part}>
      <h3>{t('{label}（{count} 条）', { label: category.label, count: category.count })}</h3>
      <LinkList
        label={category.label}
        rows={[
          ...(page?.rows ?? []).map((row) => ({
            key: row.id,
            label: rowLabel(row),
            hint: (
              <>
                {row.indexNo && (
                  <Marked isSample={isSampleIndexNo(held.hall, row.indexNo)}>
                    {t('索引号')} {row.indexNo}
                  </Marked>
                )}
                {row.indexNo && ' · '}
                {itemLine(row, held.hall)}
                <br />
                {row.summary}
              </>
            ),
          })),
          ...more,
        ]}
        onPress={(key) =>
          key === MORE ? go({ name: 'catalogue', category: category.value }) : openEntry(key)
        }
      />
    </section>
  );
}

function GuideListPart({ held }: { held: Current }) {
  const guides = useLoaded('guide-list', () => rows('guide')) ?? [];
  return (
    <>
      {held.hall.departments.map((department) => {
        const own = guides.filter((guide) => guide.department === department.id);
        if (own.length === 0) return null;
        return (
          <section key={department.id} class={styles.part}>
            <h3>{t('{label}（{count} 项）', { label: department.name, count: own.length })}</h3>
            <LinkList
              label={department.name}
              rows={own.map((guide) => ({ key: guide.id, label: rowLabel(guide), hint: guide.officialName }))}
              onPress={openEntry}
            />
          </section>
        );
      })}
    </>
  );
}

function OfficePart({ held: { hall, calendars } }: { held: Current }) {
  const { office } = hall;
  const hours = hoursLines({ hall, calendars, today: today.value, minute: minuteAtHall(now.value) }, t);
  const row = (term: string, element: Parameters<typeof isSampleHall>[1], detail: string) =>
    markedRow({ term, detail, isSample: isSampleHall(hall, element) });
  return (
    <DefinitionList
      isRuled
      rows={[
        row(t('机构'), 'office', office.name),
        row(t('地址'), 'office', office.address),
        row(t('邮编'), 'office', office.postcode),
        ...hours.map(({ term, detail }) => row(term, 'hours', detail)),
        row(t('电话'), 'phones', phoneInGroups(office.phone)),
        ...(office.fax ? [row(t('传真'), 'office', phoneInGroups(office.fax))] : []),
        ...(office.email ? [row(t('邮箱'), 'office', office.email)] : []),
        row(t('监督电话'), 'phones', phoneInGroups(hall.superviseLine)),
      ]}
    />
  );
}

function DepartmentsPart({ held: { hall } }: { held: Current }) {
  return (
    <DefinitionList
      isRuled
      rows={hall.departments.map(({ name, duties, window, phone, people = [] }) => {
        const detail = [duties, window, phone && phoneInGroups(phone)].filter(Boolean).join(t('。'));
        const row = markedRow({ term: name, detail, isSample: isSampleHall(hall, 'departments') });
        return {
          ...row,
          detail: (
            <>
              {row.detail}
              <People of={people} />
            </>
          ),
        };
      })}
    />
  );
}

/** Name and post on one line, so that somebody who asks for a person by either finds them; duty and telephone beneath. */
function People({ of }: { of: readonly DepartmentPerson[] }) {
  if (of.length === 0) return null;
  return (
    <ul class={styles.people}>
      {of.map(({ name, post, duty, phone }) => (
        <li key={`${name} ${post}`}>
          <b>{name}</b> {post}
          {(duty || phone) && (
            <small>
              {[duty, phone && t('电话 {phone}', { phone: phoneInGroups(phone) })]
                .filter(Boolean)
                .join(t('，'))}
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}
