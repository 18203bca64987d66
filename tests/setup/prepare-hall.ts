import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PREPARED_HALL, startHall } from './server.ts';

/** One first start for the whole run; each flow's hall is a copy of what it left, with its own port and folder. */
export default async function prepareHall(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'prepared-hall-'));
  const hall = await startHall({ dataDir: join(folder, 'data') });
  await writeFile(join(folder, 'credentials.json'), JSON.stringify(hall.credentials));
  await hall.kill('SIGTERM');
  process.env[PREPARED_HALL] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
