import { joinPageTexts } from '../../contract/attachment.ts';
import { momentOf } from '../../contract/day.ts';
import type { FileFault } from '../../contract/file.ts';
import { digest } from '../../seal/digest.ts';
import type { GivenFile } from '../deps.ts';
import { changeFile, dropPages, fileRecord, putBytes, putFile, putPage } from '../store/file.ts';
import type { Store, Trx } from '../store/store.ts';
import type { Told } from './prepare/prepare-file.ts';
import { runWorker } from './worker-run.ts';

/**
 * For a program beside the server: a file is prepared before the database hears of it, and comes in ready or not at all. So a server
 * that runs meanwhile never finds it waiting and begins it a second time.
 */
export async function prepareNow(store: Store, given: GivenFile): Promise<FileFault | null> {
  const told: Told[] = [];
  const { type, bytes } = given;
  await runWorker({ type, bytes }, async (each) => void told.push(each)).ended;
  for (const each of told) if (each.tell === 'refused') return each.fault;
  await store.transaction((trx) => takeIn(trx, given, told));
  return null;
}

async function takeIn(trx: Trx, { bytes, type, atMs }: GivenFile, told: readonly Told[]): Promise<void> {
  const file = await digest(bytes);
  const pages = told.flatMap((each) => (each.tell === 'page' ? [each.page] : []));
  const ready = {
    state: 'ready',
    fault: null,
    text: joinPageTexts(pages.map((each) => each.text)),
    page_count: pages.length,
    warnings: JSON.stringify(told.flatMap((each) => (each.tell === 'ready' ? each.warnings : []))),
  };
  await putBytes(trx, file, bytes);
  if ((await fileRecord(trx, file)) === undefined) {
    const added = { added_by: 'system', added_at: momentOf(atMs) };
    await putFile(trx, { digest: file, type, bytes: bytes.length, ...ready, ...added });
  } else await changeFile(trx, file, { ...ready, added_at: momentOf(atMs) });
  await dropPages(trx, file);
  for (const { webp, width, height, number, text } of pages) {
    const picture = await digest(webp);
    await putBytes(trx, picture, webp);
    await putPage(trx, { file, number, picture, width, height, bytes: webp.length, text });
  }
}
