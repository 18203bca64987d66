import type { Guide, Place } from '../../../contract/guide.ts';
import { phoneInGroups } from '../../../contract/phone.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { now, today } from '../../clock.ts';
import { current } from '../../store/content.ts';
import { SectionTitle } from '../section-title.tsx';
import styles from './guide-part.module.css';
import { isSample } from './guide-words.ts';
import { hoursInWords, minuteAtHall } from './hours.ts';

/** Where to go and when: the first place in full, the others folded. */
export function GuidePlaces({ guide }: { guide: Guide }) {
  const [first, ...others] = guide.places;
  if (first === undefined) return null;
  return (
    <section>
      <SectionTitle isFirst isSample={isSample(guide, 'places')}>
        去哪里办
      </SectionTitle>
      <PlaceView place={first} phone={guide.consult.phone} />
      {others.length > 0 && (
        <div class={styles.after}>
          <Disclosure summary={`也可以去${others.map((place) => place.name).join('、')}`}>
            {others.map((place) => (
              <div key={place.name} class={styles.detail}>
                <h3>{place.name}</h3>
                <PlaceView place={place} />
              </div>
            ))}
          </Disclosure>
        </div>
      )}
    </section>
  );
}

function PlaceView({ place, phone }: { place: Place; phone?: string }) {
  const held = current.value;
  // Only of the hall itself is it known whether today is a working day there.
  const hours =
    held && place.name === held.hall.hallName
      ? hoursInWords({
          hall: held.hall,
          calendars: held.calendars,
          today: today.value,
          minute: minuteAtHall(now.value),
        })
      : '';
  const where = [place.name, place.window].filter(Boolean).join(' ');
  const number = place.phone ?? phone;
  const rows = [
    { term: '窗口', detail: where },
    { term: '地址', detail: place.address },
    ...(hours ? [{ term: '今天', detail: <b>{hours.replace(/^今天 ?/, '')}</b> }] : []),
    { term: '时间', detail: place.hours },
    ...(number ? [{ term: '电话', detail: phoneInGroups(number) }] : []),
  ];
  return <DefinitionList rows={rows} />;
}
