import { dayAtHall } from '../../../contract/day.ts';
import { routes } from '../../../contract/routes.ts';
import type { Answer } from '../../api/call.ts';
import { useDesk } from '../../desk.ts';
import styles from './batch.module.css';
import { SaveButton } from './save-button.tsx';

/** What is here, to be taken away. */
export function ExportPanel() {
  const { api, clock, hall } = useDesk();
  const dated = (what: string, ending: string): string =>
    `${hall.value?.name ?? ''}${what}-${dayAtHall(clock()).replaceAll('-', '')}.${ending}`;
  const zip = async (tell: (words: string) => void): Answer<Blob> => {
    const files = await api.exportFiles();
    if (!files.ok) return files;
    const { number, count } = files.value;
    return api.bring(routes.staff.exportZip, (bytes) => {
      tell(`第 ${number} 版 ${count} 份文件，已收到 ${(bytes / 1_000_000).toFixed(1)} MB……`);
    });
  };
  return (
    <section class={styles.part} aria-labelledby="take-out">
      <h2 id="take-out">导出</h2>
      <ul class={styles.exports}>
        <li>
          <SaveButton
            name={dated('公开目录', 'xlsx')}
            busy="正在做公开目录……"
            bring={() => api.bring(routes.staff.exportList('item'))}
          >
            公开目录.xlsx
          </SaveButton>
          <p>每一列都有：索引号、状态、公开期限、是否按时。改了可以再导入。</p>
        </li>
        <li>
          <SaveButton
            name={dated('办事指南', 'xlsx')}
            busy="正在做办事指南……"
            bring={() => api.bring(routes.staff.exportList('guide'))}
          >
            办事指南.xlsx
          </SaveButton>
          <p>基本要素一行一份。</p>
        </li>
        <li>
          <SaveButton name={dated('全部内容', 'zip')} busy="正在打包……" bring={zip}>
            全部内容文件.zip
          </SaveButton>
          <p>屏幕上现在的全部内容，能读的文件，可以装进另一个大厅；草稿、签字和索引号不在里面。</p>
        </li>
      </ul>
    </section>
  );
}
