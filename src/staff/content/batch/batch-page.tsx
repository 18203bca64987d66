import { useSignal } from '@preact/signals';
import { listInWords } from '../../../contract/batch.ts';
import { useDesk } from '../../desk.ts';
import { Note } from '../../part/note.tsx';
import { Guarded, LoadedView, Page } from '../../part/page.tsx';
import { momentInWords } from '../../part/words.ts';
import { hrefOf, importOf, type Route } from '../../route/route.ts';
import styles from './batch.module.css';
import { BatchActions } from './batch-actions.tsx';
import { BatchProgress } from './batch-progress.tsx';
import { BatchTag, countsInWords, sentInWords } from './batch-words.tsx';
import { RowList } from './row-list.tsx';
import { SendPanel } from './send-panel.tsx';
import { useBatch } from './use-batch.ts';

export interface BatchPageProps {
  readonly route: Extract<Route, { page: 'batch' }>;
}

/** One batch from its report to its undoing. It stands on the server: a closed page loses nothing. */
export function BatchPage({ route }: BatchPageProps) {
  return (
    <Page title="导入报告" back={{ href: hrefOf(importOf()), label: '导入导出' }}>
      <Guarded needs="content.edit">
        <BatchOf route={route} />
      </Guarded>
    </Page>
  );
}

function BatchOf({ route }: BatchPageProps) {
  const { clock } = useDesk();
  const chosen = useSignal<ReadonlySet<number>>(new Set());
  const loaded = useBatch(route.id);
  return (
    <LoadedView of={loaded} waiting="正在取报告……">
      {(batch) => (
        <>
          <section class={styles.summary} aria-label="概况">
            <p class={styles.file}>
              <b>{batch.fileName}</b> <BatchTag state={batch.state} />
            </p>
            <p>
              {listInWords[batch.kind]}，工作表“{batch.sheet}”，表头在第 {batch.headerRow} 行。
              {batch.by?.name} {momentInWords(batch.at, clock())} 读入。
            </p>
            <p class={styles.counts}>{countsInWords(batch)}</p>
            {sentInWords(batch) !== '' && <p class={styles.counts}>送审：{sentInWords(batch)}</p>}
            {batch.unread.length > 0 && (
              <Note kind="info">
                这几列不认识，没有读：{batch.unread.join('、')}。列名写对了再来，或者不用管。
              </Note>
            )}
          </section>
          <BatchProgress batch={batch} />
          <BatchActions batch={batch} onChange={loaded.put} />
          <SendPanel batch={batch} chosen={chosen} onChange={loaded.put} />
          <RowList route={route} batch={batch} chosen={chosen} />
        </>
      )}
    </LoadedView>
  );
}
