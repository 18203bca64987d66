import { type PinyinTable, readPinyinTable } from './pinyin.ts';

let loading: Promise<PinyinTable> | undefined;

/** The table is a chunk of its own (17 kB brotli), fetched when somebody first types pinyin; a failed load may be tried again. */
export function loadPinyinTable(): Promise<PinyinTable> {
  loading ??= import('./pinyin-table.ts').then((module) => readPinyinTable(module.PINYIN_TABLE));
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
