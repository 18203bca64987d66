import type { Guide, Place } from '../../../contract/guide.ts';
import { hoursLine, minuteAtHall } from '../../../contract/office-hours.ts';
import { phoneInGroups } from '../../../contract/phone.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { now, today } from '../../clock.ts';
import { isSampleHall, Marked, markedRow } from '../../sample-mark.tsx';
import { spoken } from '../../store/content.ts';
import { t } from '../../t.ts';
import { SectionTitle } from '../section-title.tsx';
import styles from './guide-part.module.css';
import { isSample } from './guide-words.ts';

/** Where to go and when: the first place in full, the others folded. */
export function GuidePlaces({ guide }: { guide: Guide }) {
  const [first, ...others] = guide.places;
  if (first === undefined) return null;
  return (
    <section>
      <SectionTitle isFirst isSample={isSample(guide, 'places')}>
        {t('去哪里办')}
      </SectionTitle>
      <PlaceView place={first} guide={guide} isFirst />
      {others.length > 0 && (
        <div class={styles.after}>
          <Disclosure
            summary={t('也可以去{places}', { places: others.map((place) => place.name).join(t('、')) })}
          >
            {others.map((place) => (
              <div key={place.name} class={styles.detail}>
                <h3>{place.name}</h3>
                <PlaceView place={place} guide={guide} />
              </div>
            ))}
          </Disclosure>
        </div>
      )}
    </section>
  );
}

interface PlaceViewProps {
  readonly place: Place;
  readonly guide: Guide;
  /** Where the first place has no number of its own, the guide's stands in. */
  readonly isFirst?: boolean;
}

function PlaceView({ place, guide, isFirst }: PlaceViewProps) {
  const held = spoken.value;
  // Only of the hall itself is it known whether today is a working day there.
  const hours =
    held && place.name === held.hall.hallName
      ? hoursLine(
          {
            hall: held.hall,
            calendars: held.calendars,
            today: today.value,
            minute: minuteAtHall(now.value),
          },
          t,
        )
      : null;
  const where = [place.name, place.window].filter(Boolean).join(' ');
  const number = place.phone ?? (isFirst ? guide.consult.phone : undefined);
  const isSampleNumber = place.phone === undefined && isSample(guide, 'consult');
  // Where the section's title bears the mark, once is enough.
  const isMarkedAbove = isSample(guide, 'places');
  const rows = [
    { term: t('窗口'), detail: where },
    { term: t('地址'), detail: place.address },
    ...(hours && held
      ? [
          {
            term: hours.term,
            detail: (
              <Marked isSample={!isMarkedAbove && isSampleHall(held.hall, 'hours')}>
                <b>{hours.detail}</b>
              </Marked>
            ),
          },
        ]
      : []),
    { term: t('时间'), detail: place.hours },
    ...(number
      ? [markedRow({ term: t('电话'), detail: phoneInGroups(number), isSample: isSampleNumber })]
      : []),
  ];
  return <DefinitionList rows={rows} />;
}
