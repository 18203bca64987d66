import { rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { type Job, prepareFile, type Told } from './prepare/prepare-file.ts';

/**
 * The process that reads what strangers wrote: one for each file, without database, keys or network of ours, behind everything else
 * that the machine has to do. It dies with its server, and takes along what it started and wrote: nobody else would look for it.
 */

setPriority(10);
let folder: string | undefined;
process.once('disconnect', () => {
  try {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  } finally {
    // The group of its own in which it was started.
    process.kill(-process.pid, 'SIGKILL');
  }
});
process.once('message', async (job: Job) => {
  folder = job.folder;
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
