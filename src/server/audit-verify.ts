import { verifyAudit } from './audit/audit.ts';
import { complain, withStore } from './command.ts';

/** `npm run audit:verify`: is every row of the audit as it was written? Exit code 1 when one is not. */

process.exitCode = await withStore(async ({ db }) => {
  const { count, firstBroken, head } = await verifyAudit(db);
  if (firstBroken !== null)
    return complain(
      `审计记录从第 ${firstBroken} 条起不完整：这一条被改动过，或者它前面有记录被删掉。请保留数据文件夹，通知系统管理员。`,
    );
  console.log(`便民屏 · 审计记录共 ${count} 条，全部完整。最后一条的摘要：${head ?? '（还没有记录）'}`);
  console.log('        请把条数和摘要抄存一份：以后条数变少，或同一条的摘要不同，就是有人删改过末尾。');
  return 0;
});
