import { dayInWords } from '../../../contract/day.ts';
import type { Guide } from '../../../contract/guide.ts';
import type { EntryId } from '../../../contract/id.ts';
import { topics } from '../../../contract/topic.ts';
import { FactsRow } from '../../../ui/facts-row.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { SideNote } from '../../../ui/side-note.tsx';
import { Split } from '../../../ui/split.tsx';
import { LanguageNotice } from '../../language-notice.tsx';
import { Missing } from '../../missing.tsx';
import { Marked } from '../../sample-mark.tsx';
import { certainEntry } from '../../store/content.ts';
import { t } from '../../t.ts';
import { TermScope } from '../../term-scope.tsx';
import { TermText } from '../../term-text.tsx';
import { useEntry } from '../../use-entry.ts';
import { SinceNotice } from '../since-notice.tsx';
import { GuideActions } from './guide-actions.tsx';
import { GuideConditions } from './guide-conditions.tsx';
import { GuideMaterials } from './guide-materials.tsx';
import { GuideMore } from './guide-more.tsx';
import styles from './guide-part.module.css';
import { GuidePlaces } from './guide-places.tsx';
import { factsOf, isSample } from './guide-words.ts';

/** A guide reads like a good leaflet: what to bring, who may, where and when, what one gets; then the rest. */
export function GuideScreen({ id }: { id: EntryId }) {
  const opened = useEntry('guide', id);
  if (opened.state === 'reading') return null;
  if (opened.state === 'missing') return <Missing />;
  const guide = opened.published.entry;
  return (
    <>
      <SinceNotice since={opened.since} showNew={opened.showNew} />
      <LanguageNotice entry={opened.original.entry} />
      <GuideView guide={guide} />
      <GuideActions guide={guide} onPaper={certainEntry<Guide>(opened.original.entry)} />
    </>
  );
}

/** The text alone, so that it can be shown wherever a guide is at hand. */
export function GuideView({ guide }: { guide: Guide }) {
  return (
    <TermScope key={guide.id}>
      <Heading
        size="long"
        kicker={<Kicker guide={guide} />}
        title={guide.title}
        lead={<TermText>{guide.summary}</TermText>}
      />
      <FactsRow
        facts={factsOf(guide).map(({ element, value, note }) => ({
          value,
          note: <Marked isSample={isSample(guide, element)}>{note}</Marked>,
        }))}
      />
      <div class={styles.parts}>
        <Split
          side={
            <>
              <GuidePlaces guide={guide} />
              <GuideMore guide={guide} />
            </>
          }
        >
          <GuideMaterials guide={guide} />
          <GuideConditions guide={guide} />
        </Split>
      </div>
      <SideNote>
        {[
          t('更新于{day}', { day: dayInWords(guide.updatedOn, t) }),
          guide.source && t('来源：{source}', { source: guide.source }),
        ]
          .filter(Boolean)
          .join(t('。'))}
      </SideNote>
    </TermScope>
  );
}

function Kicker({ guide }: { guide: Guide }) {
  const [first] = guide.topics;
  return (
    <>
      {[
        t('办事指南'),
        first && t(topics[first].title),
        guide.officialName !== guide.title && t('官方名称：{name}', { name: guide.officialName }),
      ]
        .filter(Boolean)
        .join(' · ')}{' '}
      <Marked isSample={isSample(guide, 'summary')} />
    </>
  );
}
