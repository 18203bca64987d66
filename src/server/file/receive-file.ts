import { momentOf } from '../../contract/day.ts';
import { type FileDetail, fileFaults } from '../../contract/file.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, type Result } from '../../contract/result.ts';
import { digest } from '../../seal/digest.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { changeFile, countBytes, fileDetail, fileRecord, putBytes, putFile } from '../store/file.ts';
import { typeOf } from './file-type.ts';

/** Takes a file in. The same bytes are the same file; one that could not be prepared is tried again: the machine may have changed. */
export async function receiveFile(
  { store, clock, files }: Pick<Deps, 'store' | 'clock' | 'files'>,
  staff: Staff,
  bytes: Uint8Array,
): Promise<Result<FileDetail, Problem>> {
  const type = await typeOf(bytes);
  if (!type.ok) return fail({ code: 'file-refused', why: fileFaults[type.problem] });
  const file = await digest(bytes);
  const atMs = clock();
  const result = await store.transaction(async (trx): Promise<Result<FileDetail, Problem>> => {
    const known = await fileRecord(trx, file);
    const isNew = known === undefined;
    if (isNew && files.mostBytes !== undefined && (await countBytes(trx)) + bytes.length > files.mostBytes)
      return fail({ code: 'storage-full' });
    if (isNew) {
      await putBytes(trx, file, bytes);
      const size = { type: type.value, bytes: bytes.length };
      const added = { added_by: staff.id, added_at: momentOf(atMs) };
      await putFile(trx, {
        digest: file,
        ...size,
        state: 'waiting',
        fault: null,
        text: null,
        page_count: null,
        ...added,
      });
    } else {
      // Given again, it is kept as long as one that is new.
      const again = known.state === 'refused' ? ({ state: 'waiting', fault: null } as const) : {};
      await changeFile(trx, file, { ...again, added_at: momentOf(atMs) });
    }
    await appendAudit(trx, {
      atMs,
      actor: staff.id,
      act: 'file.add',
      object: `file/${file}`,
      detail: { bytes: bytes.length, known: !isNew },
    });
    return fileDetail(trx, file);
  });
  files.wake();
  return result;
}
