import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { LinkList } from '../../../ui/link-list.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { Marked } from '../../sample-mark.tsx';
import { screenOf } from '../../screen-of.ts';
import type { CatalogueFilter } from '../../session/path.ts';
import { go, goInstead } from '../../session/screen.ts';
import type { Current } from '../../store/content-db.ts';
import { type Sentence, t } from '../../t.ts';
import { EVERYTHING, type Facet, type Facets, facetsOf } from './facets.ts';
import styles from './item-list.module.css';
import { itemLine } from './item-row.ts';
import { useCatalogue } from './use-catalogue.ts';

const ROW_UNITS = 168;
const FACETS = { category: '类别', year: '年份', department: '部门' } as const satisfies Record<
  keyof Facets,
  Sentence
>;
const CHOOSE = { category: '选类别', year: '选年份', department: '选部门' } as const satisfies Record<
  keyof Facets,
  Sentence
>;
type FacetName = keyof Facets;

const limitOf = (filter: CatalogueFilter, facet: FacetName): string | undefined => {
  const value = filter[facet];
  return value === undefined || value === EVERYTHING ? undefined : String(value);
};

/** The same list with one of its three limits changed; taking the last one away leaves the whole catalogue. */
const turned = (filter: CatalogueFilter, facet: FacetName, value: string | undefined): CatalogueFilter => {
  const { [facet]: _, ...rest } = filter;
  const next = value === undefined ? rest : { ...rest, [facet]: facet === 'year' ? Number(value) : value };
  return Object.keys(next).length === 0 ? { category: EVERYTHING } : next;
};

/** One list of the catalogue, with its limits above it. */
export function ItemList({ filter, held }: { filter: CatalogueFilter; held: Current }) {
  const { category, ...rest } = filter;
  const query = category === undefined || category === EVERYTHING ? rest : filter;
  const { held: read, want } = useCatalogue(query);
  const open = useSignal<FacetName | null>(null);
  const facets = facetsOf(held);
  const labelOf = (facet: FacetName): string | undefined =>
    facets[facet].find((each) => each.value === limitOf(filter, facet))?.label;
  const names = (Object.keys(FACETS) as FacetName[]).map(labelOf).filter(Boolean);
  return (
    <div class={styles.list}>
      <Heading
        size="long"
        kicker={t('政府信息公开目录')}
        title={names.join(t('，')) || t('全部公开信息')}
        lead={read ? t('{count} 条，新的在前。', { count: read.count }) : t('正在查…')}
      />
      <div class={styles.limits}>
        {(Object.keys(FACETS) as FacetName[]).map((facet) => (
          <Button
            key={facet}
            kind="secondary"
            size="small"
            isPressed={limitOf(filter, facet) !== undefined}
            onPress={() => {
              open.value = facet;
            }}
          >
            {t('{facet}：{chosen}', { facet: t(FACETS[facet]), chosen: labelOf(facet) ?? t('全部') })}
          </Button>
        ))}
      </div>
      {read?.count === 0 && <p class={styles.none}>{t('这样选没有内容，请换一个类别、年份或部门。')}</p>}
      {read && read.count > 0 && (
        <div class={styles.rows}>
          <VirtualList
            label={t('公开信息')}
            count={read.count}
            rowUnits={ROW_UNITS}
            row={(index) => {
              want(index);
              const row = read.rows[index];
              if (row === undefined) return <p class={styles.coming}>…</p>;
              return (
                <button type="button" class={styles.row} onClick={() => go(screenOf(row.id))}>
                  <span class={styles.words}>
                    <b>{row.title}</b>
                    {/* Not behind the title, which is cut off after two lines. */}
                    <small>
                      <Marked isSample={row.sample === 'whole'} /> {itemLine(row, held.hall)}
                    </small>
                  </span>
                  <Icon name="chevron-right" />
                </button>
              );
            }}
          />
        </div>
      )}
      {open.value && (
        <FacetDialog
          title={t(CHOOSE[open.value])}
          options={facets[open.value]}
          onClose={() => {
            open.value = null;
          }}
          onChoose={(value) => {
            const facet = open.value;
            open.value = null;
            if (facet) goInstead({ name: 'catalogue', ...turned(filter, facet, value) });
          }}
        />
      )}
    </div>
  );
}

interface FacetDialogProps {
  readonly title: string;
  readonly options: readonly Facet[];
  readonly onChoose: (value: string | undefined) => void;
  readonly onClose: () => void;
}

const ALL = '*';

function FacetDialog({ title, options, onChoose, onClose }: FacetDialogProps) {
  return (
    <Dialog
      isOpen
      isLight
      title={title}
      onClose={onClose}
      actions={
        <Button kind="secondary" onPress={onClose}>
          {t('不换')}
        </Button>
      }
    >
      <LinkList
        label={title}
        rows={[
          { key: ALL, label: t('全部') },
          ...options.map(({ value, label, count }) => ({
            key: value,
            label,
            note: t('{count} 条', { count }),
          })),
        ]}
        onPress={(key) => onChoose(key === ALL ? undefined : key)}
      />
    </Dialog>
  );
}
