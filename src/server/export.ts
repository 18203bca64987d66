import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { complain, withStore } from './command.ts';
import { exportFolder } from './content/export/export-folder.ts';
import { sentenceFor } from './sentence.ts';

/** `npm run content:export -- DIR`: what the screens show, as the files that `content:import` reads. The server may be running. */

const [given, ...others] = process.argv.slice(2);
process.exitCode = await main();

function main(): Promise<number> | number {
  if (given === undefined || given.startsWith('--') || others.length > 0)
    return complain('用法：npm run content:export -- 文件夹', 2);
  const folder = resolve(given);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return complain(`${folder} 里已经有东西了，没有导出，以免混在一起。请换一个空的或新的文件夹。`, 2);
  return withStore(async ({ db }) => {
    const { number, count, carried } = await exportFolder(db, folder);
    if (number === 0) return complain('还没有发布过内容，没有可导出的。');
    console.log(`便民屏 · 已导出第 ${number} 版的 ${count} 份内容、${carried} 个附件和图片：${folder}`);
    console.log('        草稿、审核记录、索引号、交来的表不在里面；要全部留存，请备份 DATA_DIR。');
    return 0;
  }).catch((error: unknown) => complain(sentenceFor(error, '没有导出完')));
}
