import { useMemo } from 'preact/hooks';
import { referencesOf } from '../../../contract/entry.ts';
import type { EntryId } from '../../../contract/id.ts';
import type { ShowDrafts } from '../../../contract/preview.ts';
import type { PublishedEntry } from '../../../contract/published.ts';
import { ok } from '../../../contract/result.ts';
import { type Desk, useDesk } from '../../desk.ts';
import { Note } from '../../part/note.tsx';
import { Guarded, LoadedView, Page } from '../../part/page.tsx';
import { useLoad } from '../../part/use-load.ts';
import { historyOf, hrefOf, type Route } from '../../route/route.ts';
import { type Writing, writingKey } from '../writing.ts';
import { unpreparedIn, withFiles } from './draft-files.ts';
import { draftObject } from './draft-object.ts';
import { lookIds, looks } from './look.ts';
import { PreviewFrame } from './preview-frame.tsx';
import styles from './preview-page.module.css';

export interface PreviewPageProps {
  readonly route: Extract<Route, { page: 'preview' }>;
}

/** A draft in the visitor's own app, at a real screen's size, before anybody approves it. */
export function PreviewPage({ route }: PreviewPageProps) {
  const { id, look, revision } = route;
  const desk = useDesk();
  const loaded = useLoad(`${id} ${revision}`, () =>
    revision === 0 ? draftsFor(desk, id) : draftsOfRevision(desk, id, revision),
  );
  return (
    <Page
      title="屏幕上的样子"
      lead={revision === 0 ? '预览，不是大厅的屏幕' : `第 ${revision} 稿，从前的一稿`}
      back={
        revision === 0
          ? { href: hrefOf({ page: 'entry', id }), label: '回到这一条' }
          : { href: hrefOf(historyOf(id)), label: '回到历史' }
      }
    >
      <Guarded needs="content.read">
        <nav class={styles.looks} aria-label="在哪种屏幕上看">
          {lookIds.map((each) => (
            <a
              key={each}
              href={hrefOf({ ...route, look: each })}
              aria-current={each === look ? 'page' : undefined}
            >
              {looks[each].label}
            </a>
          ))}
        </nav>
        <LoadedView of={loaded} waiting="正在取这一稿……">
          {(drafts) =>
            drafts.length === 0 ? (
              <Note kind="warn" title="这一稿还不能预览。">
                有的地方还没有写好，屏幕画不出来。请回到这一条，按提示改好再看。
              </Note>
            ) : (
              <Framed drafts={drafts} route={route} />
            )
          }
        </LoadedView>
      </Guarded>
    </Page>
  );
}

function Framed({ drafts, route }: PreviewPageProps & { readonly drafts: readonly PublishedEntry[] }) {
  const message = useMemo((): ShowDrafts => ({ drafts: [...drafts], open: route.id }), [drafts, route.id]);
  const unseen = drafts.flatMap(unpreparedIn);
  return (
    <>
      {unseen.length > 0 && (
        <Note kind="warn" title="有的附件还看不到。">
          {`${unseen.join('、')}还没有准备好。准备好了再刷新这一页。`}
        </Note>
      )}
      <PreviewFrame look={route.look} message={message} />
    </>
  );
}

/** The draft itself first, as it stands in this page's memory or else as it was saved; then drafts that it leads to and nobody has published. */
const draftsFor = async (desk: Desk, id: EntryId) => {
  const { api, memory, clock } = desk;
  const writing = memory.take<Writing>(writingKey(id));
  const detail = writing?.basedOn === 0 ? null : await api.entry(id);
  if (detail !== null && !detail.ok) return detail;
  const saved = detail?.value;
  const first = draftObject({
    entry: writing?.mine ?? saved?.entry,
    revision: saved?.revision ?? 1,
    indexNo: saved?.indexNo ?? null,
    nowMs: clock(),
  });
  if (first === null) return ok([]);
  const whole = await withFiles(api, first);
  const others = await Promise.all(referencesOf(first.entry).map((each) => api.entry(each)));
  const unseen = others.flatMap((other) => {
    if (!other.ok || other.value.published !== null) return [];
    const { entry, revision, indexNo } = other.value;
    const draft = draftObject({ entry, revision, indexNo, nowMs: clock() });
    return draft === null ? [] : [draft];
  });
  return ok([whole, ...unseen]);
};

/** An old revision as visitors saw it, beside what is published now. */
const draftsOfRevision = async ({ api, clock }: Desk, id: EntryId, revision: number) => {
  const old = await api.revision(id, revision);
  if (!old.ok) return old;
  const draft = draftObject({ entry: old.value.text, revision, indexNo: null, nowMs: clock() });
  return ok(draft === null ? [] : [draft]);
};
