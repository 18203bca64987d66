import type { Attachment, Picture } from '../../../contract/attachment.ts';
import { momentOf } from '../../../contract/day.ts';
import type { Entry } from '../../../contract/entry.ts';
import { fileFaults } from '../../../contract/file.ts';
import { sayProblem } from '../../../contract/problem.ts';
import { picturesIn } from '../../../contract/text.ts';
import { canonical } from '../../../seal/canonical.ts';
import { digest } from '../../../seal/digest.ts';
import type { FileTools } from '../../deps.ts';
import {
  changeFile,
  fileRecord,
  pageOfPicture,
  preparedOf,
  putBytes,
  putFile,
  putPage,
} from '../../store/file.ts';
import type { Db, Store } from '../../store/store.ts';
import { isOurs } from '../attached.ts';
import type { Carried, CarriedPicture } from './carried.ts';
import type { ReadFile } from './content-file.ts';
import type { FileFault } from './file-fault.ts';

/** Files that name attachments or pictures which are neither in the folder nor here. */
export async function carriedFaults(
  db: Db,
  files: readonly ReadFile[],
  carried: Carried,
): Promise<FileFault[]> {
  const faults: FileFault[] = [];
  for (const { file, content, lineOf } of files) {
    if (content?.type !== 'entry') continue;
    for (const [at, attachment] of attachmentsIn(content.entry).entries()) {
      const say = await whyNoAttachment(db, attachment, carried);
      if (say !== null) faults.push({ file, line: lineOf(['attachments', at]), say });
    }
    for (const [at, block] of bodyOf(content.entry).entries()) {
      const say = block.type === 'image' ? await whyNoPicture(db, block.picture, carried) : null;
      if (say !== null) faults.push({ file, line: lineOf(['body', at]), say });
    }
  }
  return faults;
}

/**
 * Attachments are prepared and pictures kept, each for itself, before any entry names them. What stops half-way leaves files that are
 * ready and that nothing shows; the next import goes on from there, and without one they are swept (server/file). Only what an entry
 * names is taken.
 */
export async function takeCarried(
  store: Store,
  entries: readonly Entry[],
  { carried, atMs, onFile, tools }: Taking,
): Promise<FileFault[]> {
  const faults: FileFault[] = [];
  const given = named(entries.flatMap(attachmentsIn), carried.files);
  for (const [at, [name, { path, type, read }]] of given.entries()) {
    onFile?.(at + 1, given.length);
    if ((await fileRecord(store.db, name))?.state === 'ready') {
      await changeFile(store.db, name, { added_at: momentOf(atMs) });
      continue;
    }
    const fault = await tools.prepareNow(store, { bytes: read(), type, atMs });
    if (fault !== null) faults.push({ file: path, line: 1, say: fileFaults[fault] });
  }
  for (const [, picture] of named(
    entries.flatMap((entry) => picturesIn(bodyOf(entry))),
    carried.pictures,
  ))
    await keepPicture(store, picture, atMs);
  return faults;
}

interface Taking {
  readonly carried: Carried;
  readonly atMs: number;
  readonly tools: FileTools;
  readonly onFile?: OnFile | undefined;
}

/** Which attachment comes now, of how many: preparing takes seconds each. */
export type OnFile = (at: number, of: number) => void;

const attachmentsIn = (entry: Entry): readonly Attachment[] =>
  'attachments' in entry ? (entry.attachments ?? []) : [];
const bodyOf = (entry: Entry) => ('body' in entry ? entry.body : []);

/** Each once. */
const named = <T>(naming: readonly { readonly file: string }[], all: ReadonlyMap<string, T>): [string, T][] =>
  [...all].filter(([name]) => naming.some(({ file }) => file === name));

async function whyNoAttachment(db: Db, attachment: Attachment, { files }: Carried): Promise<string | null> {
  if (files.has(attachment.file)) return null;
  if ((await fileRecord(db, attachment.file)) === undefined)
    return `附件“${attachment.name}”的文件不在 file 文件夹里，或者用不了。请把导出的 file 文件夹一起拷来；不要这个附件了，就删去这一项。`;
  const prepared = await preparedOf(db, attachment);
  return prepared.ok ? null : sayProblem(prepared.problem);
}

async function whyNoPicture(db: Db, picture: Picture, { pictures }: Carried): Promise<string | null> {
  const its = pictures.get(picture.file)?.picture;
  if (its !== undefined)
    return canonical(its) === canonical(picture)
      ? null
      : `写的大小和图片对不上：宽 ${its.width}，高 ${its.height}，${its.bytes} 字节。`;
  return (await isOurs(db, picture))
    ? null
    : '这里的图不在 picture 文件夹里。请把导出的 picture 文件夹一起拷来，或者删去这张图。';
}

/** The picture is a file of one page, which is the picture itself. */
async function keepPicture(store: Store, { picture, read }: CarriedPicture, atMs: number): Promise<void> {
  const { file: name, width, height, bytes } = picture;
  await store.transaction(async (trx) => {
    const known = await pageOfPicture(trx, name);
    if (known !== undefined) return changeFile(trx, known.file, { added_at: momentOf(atMs) });
    // The same bytes may be an attachment too, with a page of its own.
    const isTaken = (await fileRecord(trx, name)) !== undefined;
    const file = isTaken ? await digest(`picture/${name}`) : name;
    const added = { added_by: 'system', added_at: momentOf(atMs) };
    const ready = { state: 'ready', fault: null, text: '', page_count: 1 };
    await putFile(trx, { digest: file, type: 'image/webp', bytes, ...ready, ...added });
    await putBytes(trx, name, read());
    await putPage(trx, { file, number: 1, picture: name, width, height, bytes, text: '' });
  });
}
