import { minuteInWords } from '../../contract/day.ts';
import { kindInWords } from '../../contract/entry.ts';
import { useDesk } from '../desk.ts';
import { LoadedView } from '../part/page.tsx';
import table from '../part/table.module.css';
import { useLoad } from '../part/use-load.ts';
import { hrefOf } from '../route/route.ts';

/** What will go to the screens, or leave them, by itself. Nothing at all where nothing is set. */
export function ScheduledList() {
  const { api } = useDesk();
  const loaded = useLoad('scheduled', () => api.entries());
  return (
    <LoadedView of={loaded} waiting="正在看有哪些定了时间……">
      {(rows) => {
        const timed = rows
          .flatMap((row) => [
            ...(row.publishAt ? [{ row, at: row.publishAt, what: '自动发布' }] : []),
            ...(row.endAt ? [{ row, at: row.endAt, what: '自动撤下' }] : []),
          ])
          .sort((a, b) => (a.at < b.at ? -1 : 1));
        return timed.length === 0 ? (
          <p class={table.empty}>没有定时的。审核通过的，可以在它的审查单上定时间。</p>
        ) : (
          <table class={table.table} aria-label="定时的">
            <thead>
              <tr>
                <th scope="col">名称</th>
                <th scope="col">什么时候</th>
                <th scope="col" class={table.end}>
                  怎么变
                </th>
              </tr>
            </thead>
            <tbody>
              {timed.map(({ row, at, what }) => (
                <tr key={`${row.id} ${what}`}>
                  <th scope="row">
                    <a href={hrefOf({ page: 'sheet', id: row.id })}>{row.title}</a>
                    <small>{kindInWords[row.kind]}</small>
                  </th>
                  <td>{minuteInWords(at)}</td>
                  <td class={table.end}>{what}</td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      }}
    </LoadedView>
  );
}
