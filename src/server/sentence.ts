import { KeyMissing } from './keys.ts';

/** Something that the person who started the program can mend; the sentence says how. */
export class Stop extends Error {}

/** What went wrong with the data folder, in one sentence for that person. `undone` says what did not happen: `没有启动`. */
export function sentenceFor(error: unknown, undone: string): string {
  if (error instanceof Stop) return error.message;
  if (error instanceof KeyMissing) {
    return `缺少钥匙文件 ${error.file}。没有它就打不开已收到的表单，也不能签发内容，所以${undone}。请从备份恢复 keys 文件夹。`;
  }
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB')
    return `数据库 hall.sqlite 已损坏，${undone}。请用备份恢复。`;
  if (code?.startsWith('SQLITE_BUSY'))
    return `数据库正被另一个程序占用，${undone}。请等它做完（例如另一次导入），再试一次。`;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return `磁盘已满，${undone}。请清出空间再试。`;
  if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY')
    return `没有权限读写数据库 hall.sqlite，${undone}。请用启动服务的那个账号再试。`;
  if ((code === 'EACCES' || code === 'EPERM') && path !== undefined)
    return `没有权限读写 ${path}，${undone}。请改好权限，或用启动服务的那个账号再试。`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
