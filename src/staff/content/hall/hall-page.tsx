import { type HallSettings, hallChangeStateInWords } from '../../../contract/hall-change.ts';
import { useDesk, useMay } from '../../desk.ts';
import { ButtonLink } from '../../part/button.tsx';
import { Guarded, LoadedView, Page } from '../../part/page.tsx';
import { Timeline } from '../../part/timeline.tsx';
import { useLoad } from '../../part/use-load.ts';
import { momentInWords } from '../../part/words.ts';
import { hrefOf } from '../../route/route.ts';
import { NO_VERSIONS } from '../../route/versions.ts';
import styles from '../entry-page.module.css';
import { hallSections, spokenHall } from '../field/hall-table.ts';
import { ReadView } from '../read-view.tsx';
import { useSpeaker } from '../use-speaker.ts';
import { HallEditor } from './hall-editor.tsx';
import { HallSign } from './hall-sign.tsx';

/** 大厅设置: written by the hall's keeper, signed by another, in force with the next snapshot. */
export function HallPage() {
  const { api } = useDesk();
  const may = useMay();
  const { speaker } = useSpeaker();
  const loaded = useLoad('hall', () => api.hallSettings());
  return (
    <Page
      title="大厅设置"
      lead="名称、电话、时间、科室、通知、首页、主色、待机画面"
      actions={<ButtonLink href={hrefOf({ page: 'hall-history', ...NO_VERSIONS })}>历史和恢复</ButtonLink>}
    >
      <Guarded needs="hall.read">
        <LoadedView of={loaded} waiting="正在取大厅设置……">
          {(settings) => (
            <div class={styles.main}>
              <HallSign settings={settings} onSettings={loaded.put} />
              {may('hall.edit') ? (
                <HallEditor
                  key={settings.waiting?.n ?? settings.digest}
                  settings={settings}
                  onSettings={loaded.put}
                />
              ) : (
                <ReadView sections={hallSections} entry={spokenHall(settings.hall)} speaker={speaker} />
              )}
              <Past settings={settings} />
            </div>
          )}
        </LoadedView>
      </Guarded>
    </Page>
  );
}

function Past({ settings }: { readonly settings: HallSettings }) {
  const { clock } = useDesk();
  if (settings.past.length === 0) return null;
  return (
    <Timeline
      title="经过"
      acts={settings.past.map((each) => ({
        what: `${each.by?.name ?? ''}的改动：${hallChangeStateInWords[each.state]}`,
        who: each.decidedBy?.name ?? '',
        when: momentInWords(each.decidedAt ?? each.at, clock()),
        note: [each.origin, each.note].filter(Boolean).join(' ') || null,
      }))}
    />
  );
}
