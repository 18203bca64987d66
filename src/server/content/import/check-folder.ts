import { type Entry, mentionsOf } from '../../../contract/entry.ts';
import type { Hall } from '../../../contract/hall.ts';
import { type EntryId, entryObjectId, type ObjectId } from '../../../contract/id.ts';
import { faultsInHall, faultsInPublic, personalData, wordsOfHall } from '../fit-hall.ts';
import type { ReadFile } from './content-file.ts';
import type { FileFault } from './file-fault.ts';

/** What can be wrong between files: names of things that are neither in the folder nor published, another hall's settings. */
export interface Surroundings {
  /** The hall that is published already; null at the first import. */
  readonly hall: Hall | null;
  readonly shown: ReadonlySet<ObjectId>;
  readonly nowMs: number;
  /** Published entries that bear a word of the hall's settings. */
  readonly bearing: (word: string) => Promise<readonly Entry[]>;
}

export async function crossFaults(files: readonly ReadFile[], around: Surroundings): Promise<FileFault[]> {
  const hallFile = files.find((each) => each.content?.type === 'hall');
  const newHall = hallFile?.content?.type === 'hall' ? hallFile.content.hall : null;
  if (newHall !== null && around.hall !== null && newHall.code !== around.hall.code) {
    const say = `行政区划代码与库里的 ${around.hall.code} 不同。一个数据文件夹只属于一个大厅，请换一个 DATA_DIR。`;
    return [{ file: 'hall.yaml', line: hallFile?.lineOf(['code']) ?? 1, say }];
  }
  const hall = newHall ?? around.hall;
  if (hall === null)
    return [{ file: 'hall.yaml', line: 1, say: '第一次导入要有 hall.yaml，写明是哪个大厅。' }];
  const inFolder = idsIn(files);
  return [
    ...(hallFile === undefined || newHall === null
      ? []
      : await hallFaults(hallFile, newHall, { ...around, inFolder })),
    ...files.flatMap((file) => entryFaults(file, { ...around, hall }, inFolder)),
  ];
}

/** New settings against what is published and not in the folder: without its department an entry would be in no list. */
async function hallFaults(
  { file, lineOf }: ReadFile,
  newHall: Hall,
  { hall, bearing, inFolder, nowMs }: Surroundings & { readonly inFolder: ReadonlySet<EntryId> },
): Promise<FileFault[]> {
  const faults = personalData(newHall, nowMs).map(({ path, say }) => ({ file, line: lineOf(path), say }));
  if (hall === null) return faults;
  for (const [key, list, what] of [
    ['departments', 'department', '部门'],
    ['categories', 'category', '信息分类'],
  ] as const) {
    const kept = newHall[key].map(({ id }) => id);
    for (const { id } of hall[key].filter((each) => !kept.includes(each.id))) {
      const left = (await bearing(id)).filter(
        (entry) => wordsOfHall(entry)[list] === id && !inFolder.has(entry.id),
      );
      const say = (entry: Entry): string =>
        `去掉了${what}“${id}”，可是已发布的“${entry.title}”（${entry.id}）还在用。请留着它，或者把那一条一起改好导入。`;
      faults.push(...left.map((entry) => ({ file, line: lineOf([key]), say: say(entry) })));
    }
  }
  return faults;
}

function entryFaults(
  { file, content, lineOf }: ReadFile,
  { hall, shown, nowMs }: Surroundings & { readonly hall: Hall },
  inFolder: ReadonlySet<EntryId>,
): FileFault[] {
  if (content?.type !== 'entry') return [];
  const { entry } = content;
  const lost = mentionsOf(entry).filter((id) => !inFolder.has(id) && !shown.has(entryObjectId(id)));
  return [
    ...[...faultsInHall(entry, hall, nowMs), ...faultsInPublic(entry)].map(({ path, say }) => ({
      file,
      line: lineOf(path),
      say,
    })),
    ...lost.map((id) => ({
      file,
      line: lineOf(pathTo(entry, id)),
      say: `这里提到的“${id}”在文件夹里没有，也没有发布过。`,
    })),
  ];
}

function idsIn(files: readonly ReadFile[]): ReadonlySet<EntryId> {
  return new Set(files.flatMap(({ content }) => (content?.type === 'entry' ? [content.entry.id] : [])));
}

/** Where in a value a text first stands. */
function pathTo(value: unknown, text: string): (string | number)[] {
  if (typeof value !== 'object' || value === null) return [];
  for (const [key, part] of Object.entries(value)) {
    if (part === text) return [key];
    const below = pathTo(part, text);
    const step = Array.isArray(value) ? Number(key) : key;
    if (below.length > 0) return [step, ...below];
  }
  return [];
}
