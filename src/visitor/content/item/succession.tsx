import type { EntryId } from '../../../contract/id.ts';
import type { Item } from '../../../contract/item.ts';
import { LinkList } from '../../../ui/link-list.tsx';
import { screenOf } from '../../screen-of.ts';
import { go } from '../../session/screen.ts';
import { current, readEntry } from '../../store/content.ts';
import { t } from '../../t.ts';
import { useLoaded } from '../../use-loaded.ts';
import styles from './succession.module.css';

/** Which item took this one's place, and whose place it took: as far as they are on the screens. */
export function Succession({ item }: { item: Item }) {
  const by = current.value?.counts?.replaced[item.id];
  const rows = useLoaded(`succession ${item.id} ${by}`, async () => [
    ...(await rowOf(by, t('代替它的新文件'))),
    ...(await rowOf(item.replaces, t('被它代替的旧文件'))),
  ]);
  if (rows === undefined || rows.length === 0) return null;
  return (
    <div class={styles.beneath}>
      <LinkList label={t('前后的文件')} rows={rows} onPress={(key) => go(screenOf(key as EntryId))} />
    </div>
  );
}

const rowOf = async (id: EntryId | undefined, hint: string) => {
  const read = id === undefined ? null : await readEntry(id);
  return read === null ? [] : [{ key: read.published.entry.id, label: read.published.entry.title, hint }];
};
