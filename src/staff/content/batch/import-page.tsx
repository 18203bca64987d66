import {
  type Batch,
  type BatchState,
  batchStateIds,
  batchStates,
  listInWords,
} from '../../../contract/batch.ts';
import { useDesk, useMay } from '../../desk.ts';
import { FilterBar } from '../../part/filter-bar.tsx';
import { Note } from '../../part/note.tsx';
import { Guarded, LoadedView, Page } from '../../part/page.tsx';
import table from '../../part/table.module.css';
import { useLoad } from '../../part/use-load.ts';
import { momentInWords } from '../../part/words.ts';
import { batchOf, hrefOf, importOf, type Route } from '../../route/route.ts';
import styles from './batch.module.css';
import { BatchTag, countsInWords } from './batch-words.tsx';
import { ExportPanel } from './export-panel.tsx';
import { UploadForm } from './upload-form.tsx';

export interface ImportPageProps {
  readonly route: Extract<Route, { page: 'import' }>;
}

/** Lists in and out: from a spreadsheet into drafts, and everything that is here as spreadsheets and files. */
export function ImportPage({ route }: ImportPageProps) {
  const may = useMay();
  const { practice } = useDesk();
  return (
    <Page title="导入导出" lead="公开目录和办事指南，整张表进来、出去">
      <Guarded needs="content.read">
        {practice.value !== null && (
          <Note kind="info">
            练习里导入的，只进练习的内容，结束练习就没有了；导出的文件名前面有“练习-”，是练习的内容。
          </Note>
        )}
        {may('content.edit') && (
          <>
            <section class={styles.part} aria-labelledby="bring-in">
              <h2 id="bring-in">导入</h2>
              <UploadForm />
            </section>
            <Batches route={route} />
          </>
        )}
        <ExportPanel />
      </Guarded>
    </Page>
  );
}

function Batches({ route }: ImportPageProps) {
  const { api, place } = useDesk();
  const loaded = useLoad('batches', () => api.batches());
  return (
    <section class={styles.part} aria-labelledby="batches">
      <h2 id="batches">导入过的</h2>
      <LoadedView of={loaded} waiting="正在取导入过的……">
        {(batches) => {
          if (batches.length === 0) return <p class={table.empty}>还没有导入过。</p>;
          const q = route.q.trim();
          const shown = batches.filter(
            (each) =>
              (route.state === '' || each.state === route.state) &&
              `${each.fileName} ${each.by?.name ?? ''}`.includes(q),
          );
          return (
            <>
              <FilterBar
                search={route.q}
                searchLabel="找文件名、谁导入的"
                onSearch={(text) => place.refine(importOf(route.state, text))}
                picks={[
                  {
                    label: '到哪一步',
                    value: route.state,
                    none: '全部',
                    choices: batchStateIds.map((state) => [state, batchStates[state]]),
                    onPick: (state) => place.refine(importOf(state as BatchState | '', route.q)),
                  },
                ]}
                found={
                  shown.length === batches.length
                    ? `共 ${shown.length} 批`
                    : `${shown.length} 批，共 ${batches.length} 批`
                }
              />
              {shown.length === 0 ? <p class={table.empty}>没有符合的。</p> : <BatchTable batches={shown} />}
            </>
          );
        }}
      </LoadedView>
    </section>
  );
}

function BatchTable({ batches }: { readonly batches: readonly Batch[] }) {
  const { clock } = useDesk();
  return (
    <table class={table.table} aria-label="导入过的">
      <thead>
        <tr>
          <th scope="col">文件</th>
          <th scope="col">哪张表</th>
          <th scope="col">到哪一步</th>
          <th scope="col">多少</th>
          <th scope="col" class={table.end}>
            谁、什么时候
          </th>
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
          <tr key={batch.id}>
            <th scope="row">
              <a href={hrefOf(batchOf(batch.id))}>{batch.fileName}</a>
            </th>
            <td class={table.tight}>{listInWords[batch.kind]}</td>
            <td>
              <BatchTag state={batch.state} />
            </td>
            <td>{countsInWords(batch)}</td>
            <td class={`${table.end} ${table.beside} ${table.tight}`}>
              {momentInWords(batch.at, clock())}
              <small>{batch.by?.name}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
