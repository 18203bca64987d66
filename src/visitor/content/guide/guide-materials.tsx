import type { Guide, Material } from '../../../contract/guide.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { TickList } from '../../../ui/tick-list.tsx';
import { markedRow } from '../../sample-mark.tsx';
import { ticksOf, toggleTick } from '../../session/memory.ts';
import { t } from '../../t.ts';
import { SectionTitle } from '../section-title.tsx';
import styles from './guide-part.module.css';
import { isSample, materialGroups, materialNote, sparedMaterials } from './guide-words.ts';

/** What to bring, as a list to tick while one gets ready. Ticks go with the visitor. */
export function GuideMaterials({ guide }: { guide: Guide }) {
  const ticked = new Set(ticksOf(guide.id).map(String));
  const groups = materialGroups(guide);
  const spared = sparedMaterials(guide);
  return (
    <section>
      <SectionTitle isFirst isSample={isSample(guide, 'materials')}>
        {t('要带什么')}
      </SectionTitle>
      {groups.length === 0 && <p class={styles.plain}>{t('什么都不用带。')}</p>}
      {groups.map(({ condition, materials }) => (
        <div key={condition ?? ''} class={styles.group}>
          {condition && <h3>{t('{condition}，还要带', { condition })}</h3>}
          <TickList
            label={condition ?? t('要带的材料')}
            items={materials.map(({ at, material }) => ({
              id: String(at),
              label: material.name,
              note: materialNote(material),
            }))}
            ticked={ticked}
            onToggle={(at) => toggleTick(guide.id, Number(at))}
          />
        </div>
      ))}
      {spared.length > 0 && (
        <p class={styles.plain}>{t('不用带，由窗口查：{names}。', { names: spared.join(t('、')) })}</p>
      )}
      {guide.forms && guide.forms.length > 0 && (
        <DefinitionList
          rows={guide.forms.map(({ name, note }) =>
            markedRow({
              term: t('表格'),
              detail: [name, note].filter(Boolean).join(t('，')),
              isSample: isSample(guide, 'forms'),
            }),
          )}
        />
      )}
      {guide.materials.length > 0 && (
        <Disclosure
          summary={t('每样材料的具体要求')}
          note={t('{count} 样', { count: guide.materials.length })}
        >
          {guide.materials.map((material, at) => (
            <MaterialDetail key={at} material={material} />
          ))}
        </Disclosure>
      )}
    </section>
  );
}

function MaterialDetail({ material }: { material: Material }) {
  const rows = [
    { term: t('类别'), detail: t(material.kind) },
    {
      term: t('要什么样的'),
      detail: [t(material.type), material.form && t(material.form)].filter(Boolean).join(t('，')),
    },
    { term: t('从哪里来'), detail: [t(material.source), material.sourceNote].filter(Boolean).join(t('，')) },
    { term: t('份数'), detail: countWords(material) },
    {
      term: t('是不是必须'),
      detail: [t(material.necessity), material.condition].filter(Boolean).join(t('，')),
    },
    { term: t('怎样算合格'), detail: material.acceptance },
    { term: t('依据'), detail: material.basis },
  ].filter((row): row is { term: string; detail: string } => Boolean(row.detail));
  return (
    <div class={styles.detail}>
      <h3>{material.name}</h3>
      <DefinitionList rows={rows} />
    </div>
  );
}

const countWords = ({ originals, copies }: Material): string =>
  [
    originals ? t('原件 {count} 份', { count: originals }) : '',
    copies ? t('复印件 {count} 份', { count: copies }) : '',
  ]
    .filter(Boolean)
    .join(t('，'));
