import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type FileType, fileTypes, MAX_FILE_BYTES, Picture } from '../../../contract/attachment.ts';
import { fileFaults } from '../../../contract/file.ts';
import { digest } from '../../../seal/digest.ts';
import type { FileTools } from '../../deps.ts';
import type { FileFault } from './file-fault.ts';

/** The bytes that travel with a content folder: attachments in `file`, pictures of texts in `picture`, each named by its digest. */
export interface Carried {
  readonly files: ReadonlyMap<string, CarriedFile>;
  readonly pictures: ReadonlyMap<string, CarriedPicture>;
  readonly faults: readonly FileFault[];
}

interface CarriedFile {
  /** Within the folder. */
  readonly path: string;
  readonly type: FileType;
  readonly read: () => Uint8Array<ArrayBuffer>;
}

export interface CarriedPicture extends Pick<CarriedFile, 'path' | 'read'> {
  readonly picture: Picture;
}

export const isCarriedPath = (path: string): boolean => /^(?:file|picture)\//.test(path);

const CARRIED = /^(file|picture)\/([A-Za-z0-9_-]{43})\.([a-z]+)$/;
const ELSEWHERE =
  '这里只放导出时写下的文件，文件名由内容算出，不能自己起。新的附件和图片请在工作台里放，再导出。';
const CHANGED = '内容和文件名对不上，它被改过，或者没有拷全。请从导出的文件夹里重新拷一份。';
const NO_PICTURE = '这不是屏幕用的图片（WebP），或者它坏了。请从导出的文件夹里重新拷一份。';
const NOT_BARE = '这张图里还藏着拍摄信息、动画之类的东西。请在工作台里插入这张图，再导出。';

export async function readCarried(
  folder: string,
  paths: readonly string[],
  tools: FileTools,
): Promise<Carried> {
  const files = new Map<string, CarriedFile>();
  const pictures = new Map<string, CarriedPicture>();
  const faults: FileFault[] = [];
  for (const path of paths) {
    const [, place, named = '', ending = ''] = CARRIED.exec(path) ?? [];
    const read = (): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(folder, path)));
    const say = place === undefined ? ELSEWHERE : await whyUnread(join(folder, path), named);
    if (say !== null) faults.push({ file: path, line: 1, say });
    else if (place === 'file') {
      const type = await fileTypeOf(read(), ending, tools);
      if ('say' in type) faults.push({ file: path, line: 1, say: type.say });
      else files.set(named, { path, read, ...type });
    } else {
      const picture = ending === 'webp' ? await measured(read(), named, tools) : { say: NO_PICTURE };
      if ('say' in picture) faults.push({ file: path, line: 1, say: picture.say });
      else pictures.set(named, { path, read, picture });
    }
  }
  return { files, pictures, faults };
}

async function whyUnread(path: string, named: string): Promise<string | null> {
  const its = statSync(path, { throwIfNoEntry: false });
  if (its?.isFile() !== true) return '打不开，这不是一个普通文件。';
  if (its.size === 0) return fileFaults.empty;
  if (its.size > MAX_FILE_BYTES) return `文件太大了，最多 ${MAX_FILE_BYTES / 1_000_000} MB。`;
  try {
    return (await digest(new Uint8Array(readFileSync(path)))) === named ? null : CHANGED;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return '没有权限读这个文件。';
    throw error;
  }
}

async function fileTypeOf(
  bytes: Uint8Array,
  ending: string,
  tools: FileTools,
): Promise<{ type: FileType } | { say: string }> {
  const type = await tools.typeOf(bytes);
  if (!type.ok) return { say: fileFaults[type.problem] };
  const right = fileTypes[type.value].ending;
  return right === ending
    ? { type: type.value }
    : { say: `它的内容是 .${right}，请把文件名的结尾改成这个。` };
}

async function measured(
  bytes: Uint8Array,
  file: string,
  tools: FileTools,
): Promise<Picture | { say: string }> {
  const size = await tools.measurePicture(bytes);
  if (size === 'not-bare') return { say: NOT_BARE };
  const picture = v.safeParse(Picture, { file, ...(size ?? {}), bytes: bytes.length });
  return picture.success ? picture.output : { say: NO_PICTURE };
}
