import type { EntryDetail } from '../../contract/desk.ts';
import { kindInWords } from '../../contract/entry.ts';
import { kindOf } from '../../contract/entry-name.ts';
import type { EntryId } from '../../contract/id.ts';
import { useDesk, useMay } from '../desk.ts';
import { SIGN_PERMISSIONS } from '../navigation.ts';
import { Note } from '../part/note.tsx';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import { useLoad } from '../part/use-load.ts';
import { momentInWords } from '../part/words.ts';
import { hrefOf } from '../route/route.ts';
import { AdviceNote } from './advice-note.tsx';
import { Comments } from './comments.tsx';
import { changesBetween } from './difference/change.ts';
import { DifferenceView } from './difference/difference-view.tsx';
import { EntryHistory } from './entry-history.tsx';
import styles from './entry-page.module.css';
import { sectionsOf } from './field/section-of.ts';
import { FindingList } from './finding-list.tsx';
import { NamedByList } from './named-by.tsx';
import { PaperSheet } from './paper-sheet.tsx';
import { PreviewLink } from './preview/preview-link.tsx';
import { ReadView } from './read-view.tsx';
import { SignPanel } from './sign-panel.tsx';
import { TimePanel } from './time-panel.tsx';
import { UrgentPanel } from './urgent-panel.tsx';
import { useSpeaker } from './use-speaker.ts';
import { WithheldForm } from './withheld-form.tsx';
import { branchOfEntry } from './writing.ts';

export interface SheetPageProps {
  readonly id: EntryId;
}

/** The review sheet (审查单): what is published and what would be, beside each other, and the signature. */
export function SheetPage({ id }: SheetPageProps) {
  const { api } = useDesk();
  const may = useMay();
  const loaded = useLoad(id, () => api.entry(id));
  const back = SIGN_PERMISSIONS.some(may)
    ? { href: hrefOf({ page: 'review' }), label: '待我审核' }
    : { href: hrefOf({ page: 'entry', id }), label: '回到这一条' };
  return (
    <Page
      title={loaded.value?.title ?? '审查单'}
      tab={`审查：${loaded.value?.title ?? ''}`}
      lead={kindInWords[kindOf(id)]}
      actions={<PreviewLink id={id} />}
      back={back}
    >
      <Guarded needs="content.read">
        <LoadedView of={loaded} waiting="正在取这一条……">
          {(detail) => (
            <div class={styles.columns} data-side="wide">
              <div class={styles.main}>
                <Owed detail={detail} />
                <PaperSheet detail={detail} />
                <FindingList detail={detail} onDetail={loaded.put} />
                <AdviceNote detail={detail} />
                <NamedByList id={id} say="名称和内容改了，它们的链接还是到这里。" />
                <WithheldForm detail={detail} onDetail={loaded.put} />
                <Difference detail={detail} />
              </div>
              <aside class={styles.side}>
                <SignPanel detail={detail} onDetail={loaded.put} />
                <TimePanel detail={detail} onDetail={loaded.put} />
                <UrgentPanel detail={detail} onDetail={loaded.put} />
                <Comments detail={detail} onDetail={loaded.put} />
                <EntryHistory detail={detail} />
              </aside>
            </div>
          )}
        </LoadedView>
      </Guarded>
    </Page>
  );
}

/** What went out before its review says so on top, until both signatures are there. */
function Owed({ detail: { urgent } }: { readonly detail: EntryDetail }) {
  const { clock } = useDesk();
  if (urgent === null) return null;
  const missing = [...(urgent.isReviewed ? [] : ['复审']), ...(urgent.isCleared ? [] : ['保密审查'])];
  return (
    <Note kind="warn" title={`紧急发布，事后补审：还缺${missing.join('、')}。`}>
      {urgent.by.name} {momentInWords(urgent.at, clock())} 签发，理由：{urgent.reason ?? '没有写'}
    </Note>
  );
}

function Difference({ detail }: { readonly detail: EntryDetail }) {
  const { speaker } = useSpeaker();
  const sections = sectionsOf[detail.kind];
  const after = branchOfEntry(detail.entry);
  if (detail.published === null)
    return (
      <>
        <Note>屏幕上还没有这一条，下面是全文。</Note>
        <ReadView sections={sections} entry={after} speaker={speaker} />
      </>
    );
  const changes = changesBetween(sections, branchOfEntry(detail.published), after, speaker);
  if (changes.length === 0) return <Note>和屏幕上的一样，没有差别。</Note>;
  return (
    <DifferenceView changes={changes} beforeLabel="现在屏幕上的" afterLabel={`第 ${detail.revision} 稿`} />
  );
}
