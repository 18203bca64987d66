import { setPriority } from 'node:os';
import { type Job, prepareFile, type Told } from './prepare/prepare-file.ts';

/**
 * The process that reads what strangers wrote: one for each file, without database, keys or network of ours, behind everything else
 * that the machine has to do. It dies with its server.
 */

setPriority(10);
process.once('disconnect', () => process.exit(1));
process.once('message', async (job: Job) => {
  let sent: Promise<void> = Promise.resolve();
  const tell = (told: Told): void => {
    sent = new Promise((resolve) => process.send?.(told, undefined, undefined, () => resolve()));
  };
  const isDone = await prepareFile(job, tell).then(
    () => true,
    () => false,
  );
  await sent;
  process.exit(isDone ? 0 : 1);
});
