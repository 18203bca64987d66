import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { HallId } from '../contract/id.ts';
import { faultLine } from './content/import/file-fault.ts';
import { importFolder, type Wish } from './content/import/import-folder.ts';
import { fileTools } from './file/file-tools.ts';
import { openKeys } from './keys.ts';
import { sentenceFor } from './sentence.ts';
import { readSettings } from './settings.ts';
import { currentNumber } from './store/snapshot.ts';
import { openStore } from './store/store.ts';

/** `npm run content:import -- DIR`: a hall brings its own content. The server may be running; screens then show it at once. */

// Files of the data folder are for their owner only.
process.umask(0o077);

const REPLACE_DESK = '--replace-desk';

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  const [given, ...others] = words.filter((word) => word !== REPLACE_DESK);
  if (given === undefined || given.startsWith('--') || others.length > 0) {
    console.error(`便民屏 · 用法：npm run content:import -- 文件夹 [${REPLACE_DESK}]`);
    return 2;
  }
  const folder = resolve(given);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    console.error(`便民屏 · 没有这个文件夹：${folder}`);
    return 2;
  }
  const settings = readSettings(process.env);
  if (!settings.ok) {
    console.error(`便民屏 · ${settings.problem}`);
    return 1;
  }
  const wish = { replaceDesk: words.includes(REPLACE_DESK) };
  return importInto(settings.value.dataDir, folder, wish).catch((error: unknown) => {
    console.error(`便民屏 · ${sentenceFor(error, '这次什么都没有导入')}`);
    return 1;
  });
}

async function importInto(dataDir: string, folder: string, wish: Wish): Promise<number> {
  const clock = Date.now;
  const store = await openStore(join(dataDir, 'hall.sqlite'));
  try {
    const mayMake = (await currentNumber(store.db)) === 0;
    const keysOf = (hall: HallId) => openKeys({ folder: join(dataDir, 'keys'), hall, clock, mayMake });
    const onFile = (at: number, of: number) =>
      console.log(`便民屏 · 正在准备附件，第 ${at} 个，共 ${of} 个……`);
    const imported = await importFolder({ store, clock, keysOf, tools: fileTools, onFile }, folder, wish);
    if (!imported.ok) {
      console.error(`便民屏 · 有 ${imported.problem.length} 处要改，这次什么都没有导入：`);
      for (const fault of imported.problem) console.error(faultLine(fault));
      return 1;
    }
    const { number, added, changed, unchanged } = imported.value;
    const counts = `新增 ${added}，更新 ${changed}，没有变化 ${unchanged}`;
    console.log(
      number === null
        ? `便民屏 · 内容没有变化（${unchanged} 份）。`
        : `便民屏 · 已导入：${counts}。现在是第 ${number} 版。`,
    );
    return 0;
  } finally {
    await store.close();
  }
}
