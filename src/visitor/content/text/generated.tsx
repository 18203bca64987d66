import type { ComponentChildren } from 'preact';
import type { EntryId } from '../../../contract/id.ts';
import { phoneInGroups } from '../../../contract/phone.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { LinkList } from '../../../ui/link-list.tsx';
import { screenOf } from '../../screen-of.ts';
import { go } from '../../session/screen.ts';
import { catalogue, current, rows } from '../../store/content.ts';
import type { Current } from '../../store/content-db.ts';
import { useLoaded } from '../../use-loaded.ts';
import { type Facet, facetsOf } from '../catalogue/facets.ts';
import { itemLine } from '../catalogue/item-row.ts';
import styles from './generated.module.css';
import type { GeneratedPart } from './rich-text.tsx';

/** Parts of a page that are made on the screen from what is published, and so are never out of date. */
export const generatedPart = (part: GeneratedPart): ComponentChildren => {
  const held = current.value;
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
  const more = category.count > SHOWN ? [{ key: MORE, label: `看全部 ${category.count} 条` }] : [];
  return (
    <section class={styles.part}>
      <h3>{`${category.label}（${category.count} 条）`}</h3>
      <LinkList
        label={category.label}
        rows={[
          ...(page?.rows ?? []).map((row) => ({
            key: row.id,
            label: row.title,
            hint: (
              <>
                {[row.indexNo && `索引号 ${row.indexNo}`, itemLine(row, held.hall)]
                  .filter(Boolean)
                  .join(' · ')}
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
            <h3>{`${department.name}（${own.length} 项）`}</h3>
            <LinkList
              label={department.name}
              rows={own.map((guide) => ({ key: guide.id, label: guide.title, hint: guide.officialName }))}
              onPress={openEntry}
            />
          </section>
        );
      })}
    </>
  );
}

function OfficePart({ held: { hall } }: { held: Current }) {
  const { office } = hall;
  const mark = hall.sample.includes('office') ? '（示例）' : '';
  return (
    <DefinitionList
      isRuled
      rows={[
        { term: '机构', detail: office.name },
        { term: '地址', detail: office.address + (office.address.includes('示例') ? '' : mark) },
        { term: '邮编', detail: office.postcode },
        ...hall.hours.map((hours) => ({
          term: `${hours.season}办公`,
          detail: `${hours.days} ${hours.times}`,
        })),
        { term: '电话', detail: phoneInGroups(office.phone) },
        ...(office.fax ? [{ term: '传真', detail: phoneInGroups(office.fax) }] : []),
        ...(office.email ? [{ term: '邮箱', detail: office.email }] : []),
        { term: '监督电话', detail: phoneInGroups(hall.superviseLine) },
      ]}
    />
  );
}

function DepartmentsPart({ held: { hall } }: { held: Current }) {
  return (
    <DefinitionList
      isRuled
      rows={hall.departments.map((department) => ({
        term: department.name,
        detail: [department.duties, department.window, department.phone && phoneInGroups(department.phone)]
          .filter(Boolean)
          .join('。'),
      }))}
    />
  );
}
