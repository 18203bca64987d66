import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileTools } from '../../deps.ts';
import { type Carried, isCarriedPath, readCarried } from './carried.ts';
import { pathFault, type ReadFile, readFile } from './content-file.ts';
import type { FileFault } from './file-fault.ts';

/** Every file of a content folder, read and checked. Nothing is skipped in silence but what the system itself put there. */
export interface ReadFolder {
  readonly files: readonly ReadFile[];
  readonly carried: Carried;
  readonly faults: readonly FileFault[];
}

const MAX_FILE_BYTES = 4_000_000;
const MAX_FILES = 50_000;
/** Left by file managers and version control; and a folder may explain itself. */
const IGNORED = /^(?:\..*|Thumbs\.db|desktop\.ini|README(?:\.md|\.txt)?)$/i;

export async function readFolder(folder: string, tools: FileTools): Promise<ReadFolder> {
  const faults: FileFault[] = [];
  const paths = pathsIn(folder, '', (file) =>
    faults.push({ file, line: 1, say: '没有权限看这个文件夹里的文件。' }),
  );
  if (paths.length > MAX_FILES) {
    const say = `文件太多了，最多 ${MAX_FILES} 个。`;
    return {
      files: [],
      carried: await readCarried(folder, [], tools),
      faults: [{ file: '.', line: 1, say }],
    };
  }
  const carried = await readCarried(folder, paths.filter(isCarriedPath), tools);
  const files: ReadFile[] = [];
  for (const path of paths.filter((each) => !isCarriedPath(each))) {
    const wrongPath = pathFault(path);
    const text = wrongPath === null ? readText(join(folder, path)) : { fault: wrongPath };
    if ('fault' in text) faults.push({ file: path, line: 1, say: text.fault });
    else files.push(readFile(path, text.text, carried.pictures));
  }
  if (paths.length === 0 && faults.length === 0)
    faults.push({ file: '.', line: 1, say: '文件夹里没有内容文件。' });
  faults.push(...namedTwice(paths));
  return { files, carried, faults: [...faults, ...carried.faults, ...files.flatMap((each) => each.faults)] };
}

/** Markdown and YAML of one name are one entry. */
function namedTwice(paths: readonly string[]): FileFault[] {
  const all = new Set(paths);
  return paths
    .filter((path) => path.endsWith('.yaml') && all.has(path.replace(/yaml$/, 'md')))
    .map((file) => ({
      file,
      line: 1,
      say: `同一条写了两个文件：${file.replace(/yaml$/, 'md')}。请留一个。`,
    }));
}

function pathsIn(folder: string, under: string, onClosed: (folder: string) => void): string[] {
  return entriesIn(join(folder, under), () => onClosed(under === '' ? '.' : under))
    .filter((each) => !IGNORED.test(each.name))
    .flatMap((each) => {
      const path = under === '' ? each.name : `${under}/${each.name}`;
      return each.isDirectory() ? pathsIn(folder, path, onClosed) : [path];
    })
    .sort();
}

function entriesIn(folder: string, onClosed: () => void): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    onClosed();
    return [];
  }
}

function readText(file: string): { text: string } | { fault: string } {
  const its = statSync(file, { throwIfNoEntry: false });
  if (its?.isFile() !== true) return { fault: '打不开，这不是一个普通文件。' };
  if (its.size > MAX_FILE_BYTES) return { fault: `文件太大了，最多 ${MAX_FILE_BYTES / 1_000_000} MB。` };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) };
  } catch (error) {
    const isUnreadable = (error as NodeJS.ErrnoException).code === 'EACCES';
    return { fault: isUnreadable ? '没有权限读这个文件。' : '不是 UTF-8 编码。请在编辑软件里另存为 UTF-8。' };
  }
}
