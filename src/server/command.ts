import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from './settings.ts';
import { openStore, type Store } from './store/store.ts';

/** Programs that work on the hall's database beside the server, which may be running. They make none where there is none. */
export async function withStore(work: (store: Store) => Promise<number>): Promise<number> {
  // Files of the data folder are for their owner only.
  process.umask(0o077);
  const settings = readSettings(process.env);
  if (!settings.ok) return complain(settings.problem);
  const file = join(settings.value.dataDir, 'hall.sqlite');
  if (!existsSync(file))
    return complain(`没有数据库 ${file}。请先 npm start，或者用 DATA_DIR 指明数据文件夹。`);
  const store = await openStore(file);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** One sentence, and the exit code that goes with it. */
export function complain(sentence: string, code = 1): number {
  console.error(`便民屏 · ${sentence}`);
  return code;
}
