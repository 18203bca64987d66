import type { Attachment } from '../../contract/attachment.ts';
import type { Day } from '../../contract/day.ts';
import type { Entry } from '../../contract/entry.ts';
import { attachmentPath, type Finding } from '../../contract/finding.ts';
import { spotsIn } from '../../contract/personal-data.ts';
import { attachmentFault, fileRecord, pagesOf } from '../store/file.ts';
import type { Db, Trx } from '../store/store.ts';

/** What the scan points out in an entry's attachments: those that cannot be shown, personal numbers page by page, pages without words. */
export async function attachmentFindings(
  db: Db | Trx,
  entry: Entry,
  today: Day,
): Promise<readonly Finding[]> {
  const attached = 'attachments' in entry ? (entry.attachments ?? []) : [];
  const found: Finding[] = [];
  for (const [at, attachment] of attached.entries()) found.push(...(await inFile(db, attachment, at, today)));
  return found;
}

async function inFile(db: Db | Trx, { file, name }: Attachment, at: number, today: Day): Promise<Finding[]> {
  const record = await fileRecord(db, file);
  if (record === undefined || attachmentFault(record) !== null)
    return [{ kind: 'dead-attachment', path: attachmentPath(at), word: name }];
  const pages = await pagesOf(db, file);
  if (pages.every(({ text }) => text === ''))
    return [{ kind: 'silent-attachment', path: attachmentPath(at), word: name }];
  return pages.flatMap(({ number, text }) =>
    spotsIn(text, today).map(({ kind, word }) => ({
      kind,
      path: attachmentPath(at, number),
      word: `${word}（“${name}”第 ${number} 页）`,
    })),
  );
}
