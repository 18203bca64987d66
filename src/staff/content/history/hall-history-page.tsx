import {
  type HallChangeState,
  hallChangeStateInWords,
  hallVersionInWords,
} from '../../../contract/hall-change.ts';
import type { HallVersionRow } from '../../../contract/history.ts';
import { ok } from '../../../contract/result.ts';
import { useDesk, useMay } from '../../desk.ts';
import { Button } from '../../part/button.tsx';
import { Note } from '../../part/note.tsx';
import { Guarded, LoadedView, Page } from '../../part/page.tsx';
import type { Act } from '../../part/timeline.tsx';
import { useLoad } from '../../part/use-load.ts';
import { momentInWords } from '../../part/words.ts';
import { hrefOf, type Route } from '../../route/route.ts';
import { NO_VERSIONS, type Versions } from '../../route/versions.ts';
import { hallSections, spokenHall } from '../field/hall-table.ts';
import { labelOf } from '../field/spec.ts';
import type { Branch } from '../field/tree.ts';
import { HALL_WRITING, type HallWriting } from '../hall/hall-writing.ts';
import styles from './history.module.css';
import { HistoryView } from './history-view.tsx';
import { UnfitNote } from './unfit-note.tsx';
import type { Version, VersionText } from './version.ts';

export interface HallHistoryPageProps {
  readonly route: Extract<Route, { page: 'hall-history' }>;
}

const at = (versions: Versions): Route => ({ page: 'hall-history', ...versions });

/** Every state of the hall's settings, and the way back to one. */
export function HallHistoryPage({ route }: HallHistoryPageProps) {
  const { api } = useDesk();
  const loaded = useLoad('hall-history', () => api.hallPast());
  const { from, to } = route;
  return (
    <Page
      title="历史：大厅设置"
      lead="送过签发的每一次改动都在，可以看、比、恢复"
      back={
        to === ''
          ? { href: hrefOf({ page: 'hall' }), label: '回到大厅设置' }
          : { href: hrefOf(at(NO_VERSIONS)), label: '全部改动' }
      }
    >
      <Guarded needs="hall.read">
        <LoadedView of={loaded} waiting="正在取历史……">
          {(rows) => <Past rows={rows} shown={{ from, to }} />}
        </LoadedView>
      </Guarded>
    </Page>
  );
}

interface PastProps {
  readonly rows: readonly HallVersionRow[];
  readonly shown: Versions;
}

function Past({ rows, shown }: PastProps) {
  const { api, place } = useDesk();
  return (
    <HistoryView
      versions={useVersions(rows)}
      sections={hallSections}
      shown={shown}
      hrefTo={(next) => hrefOf(at(next))}
      onPick={(next) => place.refine(at(next))}
      load={async (key) => {
        const version = await api.hallVersion(key);
        return version.ok ? ok({ ...version.value, text: spokenHall(version.value.text) }) : version;
      }}
      actions={(version, text) => (
        <TakeBack key={version.key} version={version.key} text={text} isNow={version.marks.includes(NOW)} />
      )}
    />
  );
}

const NOW = '屏幕上的';

const come = ({ note }: HallVersionRow): Act => ({ what: note ?? '', who: '', when: '', note: null });

const decided = ({ snapshot, decidedBy, note, origin }: HallVersionRow, state: HallChangeState): Act => ({
  what: `${hallChangeStateInWords[state]}${state === 'signed' && snapshot !== null ? `（第 ${snapshot} 版）` : ''}`,
  who: decidedBy?.name ?? '',
  when: '',
  note: [origin, note].filter(Boolean).join(' ') || null,
});

const useVersions = (rows: readonly HallVersionRow[]): readonly Version[] => {
  const { clock } = useDesk();
  const now = rows.find(({ snapshot }) => snapshot !== null)?.key;
  return rows.map((row) => ({
    key: row.key,
    name: hallVersionInWords(row.key),
    who: row.by?.name ?? '导入',
    when: momentInWords(row.at, clock()),
    changed: row.changed?.map((key) => labelOf(hallSections, key)) ?? null,
    marks: row.key === now ? [NOW] : [],
    acts: [row.state === null ? come(row) : decided(row, row.state)],
  }));
};

interface TakeBackProps {
  readonly version: string;
  readonly text: VersionText;
  readonly isNow: boolean;
}

/** Settings have no drafts: an old state goes into the editor, and from there to be signed like any change. */
function TakeBack({ version, text, isNow }: TakeBackProps) {
  const { memory, place } = useDesk();
  const may = useMay();
  if (!may('hall.edit') || isNow) return null;
  const isWriting = memory.keys.value.includes(HALL_WRITING);
  return (
    <>
      {text.faults.length > 0 && <UnfitNote faults={text.faults} nameOf={nameOf} />}
      {isWriting && <Note kind="warn">您还有没送签发的改动。请先送签发，或者改回去，再恢复从前的。</Note>}
      <div class={styles.buttons}>
        <Button
          kind="primary"
          isDisabled={isWriting}
          onPress={() => {
            const writing: HallWriting = { hall: text.text as Branch, restoredFrom: version };
            memory.keep(HALL_WRITING, writing);
            place.go({ page: 'hall' });
          }}
        >
          把这些放进大厅设置
        </Button>
        <span>还要送签发、由另一位同事签字，屏幕才换。</span>
      </div>
    </>
  );
}

const nameOf = (path: string): string => labelOf(hallSections, path.split('.')[0] ?? '');
