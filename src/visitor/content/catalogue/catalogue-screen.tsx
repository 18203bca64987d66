import type { EntryId } from '../../../contract/id.ts';
import type { Page } from '../../../contract/page.ts';
import { ChipList } from '../../../ui/chip-list.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { IndexGrid } from '../../../ui/index-grid.tsx';
import { LinkList } from '../../../ui/link-list.tsx';
import { Split } from '../../../ui/split.tsx';
import { SomeChinese } from '../../language-notice.tsx';
import { screenOf } from '../../screen-of.ts';
import type { CatalogueFilter } from '../../session/path.ts';
import { go } from '../../session/screen.ts';
import { rows, shown } from '../../store/content.ts';
import type { Current } from '../../store/content-db.ts';
import { t } from '../../t.ts';
import { useLoaded } from '../../use-loaded.ts';
import { rowLabel } from '../row-label.tsx';
import { SectionTitle } from '../section-title.tsx';
import { EVERYTHING, facetsOf } from './facets.ts';
import { ItemList } from './item-list.tsx';
import { itemLine } from './item-row.ts';

/** The catalogue: first the ways into it, each with its count; then a list. */
export function CatalogueScreen({ filter }: { filter: CatalogueFilter }) {
  const held = shown.value;
  if (!held) return null;
  const isOverview = Object.keys(filter).length === 0;
  return isOverview ? <Overview held={held} /> : <ItemList filter={filter} held={held} />;
}

const NEWEST = 5;
/** In the order of 条例 Art. 12 and of the portals. */
const SECTIONS: readonly Page['section'][] = ['指南', '目录', '制度', '机构', '法规'];

function Overview({ held }: { held: Current }) {
  const pages = useLoaded('pages', () => rows('page')) ?? [];
  const newest = useLoaded('newest', () => rows('item', { limit: NEWEST })) ?? [];
  const facets = facetsOf(held);
  const standing = pages
    .filter((page) => SECTIONS.includes(page.section))
    .sort((a, b) => SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section));
  const openEntry = (key: string): void => go(screenOf(key as EntryId));
  return (
    <>
      <Heading
        size="long"
        title={t('政府信息公开')}
        lead={t('{government}公开的信息，共 {count} 条。', {
          government: held.hall.government,
          count: held.counts.kinds.item,
        })}
      />
      <SomeChinese texts={[...standing, ...newest].map(({ title }) => title)} />
      <Split
        side={
          <LinkList
            label={t('指南、目录和制度')}
            rows={standing.map((page) => ({ key: page.id, label: rowLabel(page), hint: page.summary }))}
            onPress={openEntry}
          />
        }
      >
        <IndexGrid
          label={t('按类别')}
          entries={facets.category.map(({ value, label, count }) => ({
            key: value,
            label,
            note: t('{count} 条', { count }),
          }))}
          onPress={(category) => go({ name: 'catalogue', category })}
        />
      </Split>
      <SectionTitle>{t('最近公开')}</SectionTitle>
      <LinkList
        label={t('最近公开')}
        rows={[
          ...newest.map((row) => ({ key: row.id, label: rowLabel(row), hint: itemLine(row, held.hall) })),
          ...(held.counts.kinds.item > NEWEST
            ? [{ key: EVERYTHING, label: t('看全部 {count} 条', { count: held.counts.kinds.item }) }]
            : []),
        ]}
        onPress={(key) =>
          key === EVERYTHING ? go({ name: 'catalogue', category: EVERYTHING }) : openEntry(key)
        }
      />
      <Chips
        title={t('按年份')}
        options={facets.year}
        onChoose={(year) => go({ name: 'catalogue', year: Number(year) })}
      />
      <Chips
        title={t('按部门')}
        options={facets.department}
        onChoose={(department) => go({ name: 'catalogue', department })}
      />
    </>
  );
}

interface ChipsProps {
  readonly title: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  readonly onChoose: (value: string) => void;
}

function Chips({ title, options, onChoose }: ChipsProps) {
  const words = options.map((option) => `${option.label}　${option.count}`);
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <ChipList
        label={title}
        chips={words}
        onPress={(chip) => {
          const chosen = options[words.indexOf(chip)];
          if (chosen) onChoose(chosen.value);
        }}
      />
    </>
  );
}
