import { kindOf } from '../../../contract/entry-name.ts';
import type { EntryPast, RevisionAct, RevisionRow } from '../../../contract/history.ts';
import { ok } from '../../../contract/result.ts';
import { reviewMoveRule } from '../../../contract/review.ts';
import { useDesk, useMay } from '../../desk.ts';
import { Guarded, LoadedView, Page } from '../../part/page.tsx';
import type { Act } from '../../part/timeline.tsx';
import { useLoad } from '../../part/use-load.ts';
import { momentInWords } from '../../part/words.ts';
import { historyOf, hrefOf, type Route } from '../../route/route.ts';
import { actNote } from '../entry-history.tsx';
import { sectionsOf } from '../field/section-of.ts';
import { labelOf } from '../field/spec.ts';
import { HistoryView } from './history-view.tsx';
import { PastWritings } from './past-writings.tsx';
import { RestorePanel } from './restore-panel.tsx';
import type { Version } from './version.ts';

export interface HistoryPageProps {
  readonly route: Extract<Route, { page: 'history' }>;
}

/** Every revision of an entry: who, when, what happened to it; any two beside each other; the way back to one. */
export function HistoryPage({ route }: HistoryPageProps) {
  const { api } = useDesk();
  const { id } = route;
  const loaded = useLoad(id, () => api.past(id));
  const isList = route.to === '';
  return (
    <Page
      title={loaded.value === undefined ? '历史' : `历史：${loaded.value.title}`}
      lead="存过的每一稿都在，可以看、比、恢复"
      back={
        isList
          ? { href: hrefOf({ page: 'entry', id }), label: '回到这一条' }
          : { href: hrefOf(historyOf(id)), label: '全部稿' }
      }
    >
      <Guarded needs="content.read">
        <LoadedView of={loaded} waiting="正在取历史……">
          {(past) => <Past past={past} route={route} />}
        </LoadedView>
      </Guarded>
    </Page>
  );
}

const whatOf = ({ move, isException, snapshot }: RevisionAct): string => {
  const { label } = reviewMoveRule(move);
  const about = [isException && '例外：由一人签', snapshot !== null && `第 ${snapshot} 版`].filter(Boolean);
  return about.length === 0 ? label : `${label}（${about.join('，')}）`;
};

const useVersions = ({ rows, publishedRevision, revision }: EntryPast, kind: ReturnType<typeof kindOf>) => {
  const { clock } = useDesk();
  const actOf = (act: RevisionAct): Act => ({
    what: whatOf(act),
    who: act.by.name,
    when: momentInWords(act.at, clock()),
    note: actNote(act),
  });
  const versionOf = (row: RevisionRow): Version => ({
    key: String(row.revision),
    name: `第 ${row.revision} 稿`,
    who: row.by?.name ?? '导入',
    when: momentInWords(row.at, clock()),
    changed: row.changed?.map((key) => labelOf(sectionsOf[kind], key)) ?? null,
    marks: [
      ...(row.revision === publishedRevision ? ['屏幕上的'] : []),
      ...(row.revision === revision ? ['最新'] : []),
    ],
    acts: row.acts.map(actOf),
  });
  return rows.map(versionOf);
};

interface PastProps extends HistoryPageProps {
  readonly past: EntryPast;
}

function Past({ past, route }: PastProps) {
  const { api, place } = useDesk();
  const may = useMay();
  const { id, from, to } = route;
  const kind = kindOf(id);
  const versions = useVersions(past, kind);
  return (
    <>
      {to === '' && may('content.edit') && <PastWritings id={id} />}
      <HistoryView
        versions={versions}
        sections={sectionsOf[kind]}
        shown={{ from, to }}
        hrefTo={(shown) => hrefOf(historyOf(id, shown))}
        onPick={(shown) => place.refine(historyOf(id, shown))}
        load={async (key) => {
          const held = await api.revision(id, Number(key));
          return held.ok ? ok({ text: held.value.text, faults: held.value.faults }) : held;
        }}
        actions={(version, text) => (
          <RestorePanel key={version.key} id={id} past={past} version={version} text={text} />
        )}
      />
    </>
  );
}
