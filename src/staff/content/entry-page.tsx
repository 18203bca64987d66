import { mayActOn, roleIds } from '../../contract/account.ts';
import { minuteInWords } from '../../contract/day.ts';
import type { EntryDetail } from '../../contract/desk.ts';
import { kindInWords } from '../../contract/entry.ts';
import { kindOf } from '../../contract/entry-name.ts';
import type { EntryId } from '../../contract/id.ts';
import { onScreens } from '../../contract/on-screens.ts';
import { reviewStateInWords, statesToSign } from '../../contract/review.ts';
import { departmentName, useDesk, useMay } from '../desk.ts';
import { ButtonLink } from '../part/button.tsx';
import { Note } from '../part/note.tsx';
import { Guarded, LoadedView, Page } from '../part/page.tsx';
import type { Loaded } from '../part/use-load.ts';
import { contentOf, historyOf, hrefOf } from '../route/route.ts';
import { Comments } from './comments.tsx';
import { Editor } from './editor/editor.tsx';
import { EntryHistory } from './entry-history.tsx';
import styles from './entry-page.module.css';
import { sectionsOf } from './field/section-of.ts';
import { textOf } from './field/tree.ts';
import { PreviewLink } from './preview/preview-link.tsx';
import { ReadView } from './read-view.tsx';
import { StateTag } from './state-tag.tsx';
import { TimePanel } from './time-panel.tsx';
import { UrgentPanel } from './urgent-panel.tsx';
import { useOpening } from './use-opening.ts';
import { useSpeaker } from './use-speaker.ts';
import { WithdrawPanel } from './withdraw-panel.tsx';
import { branchOfEntry, type Writing, writingKey } from './writing.ts';

export interface EntryPageProps {
  readonly id: EntryId;
}

/** One entry: to write for those who may, to read for the others. */
export function EntryPage({ id }: EntryPageProps) {
  const { memory } = useDesk();
  const may = useMay();
  const isTheirs = useIsTheirs();
  const { loaded, others, past } = useOpening(id);
  const kept = memory.take<Writing>(writingKey(id));
  const { value } = loaded;
  const kind = kindOf(id);
  const title = value?.title ?? textOf(kept?.mine.title);
  return (
    <Page
      title={title === '' ? kindInWords[kind] : title}
      lead={<Lead detail={value} kind={kindInWords[kind]} />}
      actions={
        <>
          <ButtonLink href={hrefOf(historyOf(id))}>历史和恢复</ButtonLink>
          <PreviewLink id={id} />
        </>
      }
      back={{ href: hrefOf(contentOf(kind)), label: `内容 · ${kindInWords[kind]}` }}
    >
      <Guarded needs="content.read">
        <LoadedView of={loaded} waiting="正在取这一条……">
          {(detail) =>
            may('content.edit') && isTheirs(detail) ? (
              <Editor id={id} detail={detail} others={others.value} past={past.value} onDetail={loaded.put} />
            ) : (
              detail && <Reading detail={detail} loaded={loaded} />
            )
          }
        </LoadedView>
      </Guarded>
    </Page>
  );
}

interface LeadProps {
  /** null: only begun; undefined: not known. */
  readonly detail: EntryDetail | null | undefined;
  readonly kind: string;
}

function Lead({ detail, kind }: LeadProps) {
  if (detail === undefined) return <>{kind}</>;
  if (detail === null) return <>{kind} · 还没有保存过</>;
  return (
    <span class={styles.lead}>
      <StateTag state={detail.state} />
      <span>第 {detail.revision} 稿</span>
      <span>屏幕上：{onScreens(detail)}</span>
      {detail.indexNo && <span>索引号 {detail.indexNo}</span>}
    </span>
  );
}

interface ReadingProps {
  readonly detail: EntryDetail;
  readonly loaded: Loaded<EntryDetail | null>;
}

function Reading({ detail, loaded }: ReadingProps) {
  const { speaker } = useSpeaker();
  const why = useWhyNoEditor(detail);
  return (
    <div class={styles.columns}>
      <div class={styles.main}>
        <Note>{why}</Note>
        <ReadView sections={sectionsOf[detail.kind]} entry={branchOfEntry(detail.entry)} speaker={speaker} />
      </div>
      <aside class={styles.side}>
        <NextStep detail={detail} />
        <TimePanel detail={detail} onDetail={loaded.put} />
        <UrgentPanel detail={detail} onDetail={loaded.put} />
        <WithdrawPanel detail={detail} onDetail={loaded.put} />
        <Comments detail={detail} onDetail={loaded.put} />
        <EntryHistory detail={detail} />
      </aside>
    </div>
  );
}

/** Whether the person may write it by its department; what is not saved yet is their own. */
const useIsTheirs = () => {
  const { session } = useDesk();
  const { value: actor } = session;
  return (detail: EntryDetail | null): boolean =>
    detail === null || (actor != null && mayActOn(actor, 'content.edit', detail.department));
};

const useWhyNoEditor = (detail: EntryDetail): string => {
  const { hall } = useDesk();
  const may = useMay();
  if (!may('content.edit')) return '由信息员修改。您的岗位可以看。';
  const its = departmentName(detail.department, hall.value);
  return `这一条归${its}管，由${its}的信息员修改。您可以看。`;
};

/** Where this entry is waiting, and the way there. */
function NextStep({ detail }: { readonly detail: EntryDetail }) {
  if (statesToSign(roleIds).includes(detail.state))
    return (
      <a href={hrefOf({ page: 'sheet', id: detail.id })}>
        {reviewStateInWords[detail.state]}：看差别、签意见 ›
      </a>
    );
  if (detail.state === 'scheduled' && detail.publishAt)
    return (
      <p>
        定在 {minuteInWords(detail.publishAt)} 自动发布。
        <a href={hrefOf({ page: 'sheet', id: detail.id })}>看审查单 ›</a>
      </p>
    );
  if (detail.state === 'approved') return <a href={hrefOf({ page: 'publish' })}>审核过了：去发布 ›</a>;
  return null;
}
