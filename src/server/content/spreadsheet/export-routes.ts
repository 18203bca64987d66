import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { ExportEntries, listKinds } from '../../../contract/batch.ts';
import { routes } from '../../../contract/routes.ts';
import { appendAudit } from '../../audit/audit.ts';
import type { Deps } from '../../deps.ts';
import { MAX_ENTRY_BYTES, readJson } from '../../http/body.ts';
import { type DeskEnv, needs } from '../../http/guard.ts';
import { refuse, respond } from '../../http/respond.ts';
import { shownHall } from '../../store/snapshot.ts';
import { countExported, exportedFiles } from '../export/exported-file.ts';
import { zipStream } from '../export/zip-stream.ts';
import { xlsx } from './batch-routes.ts';
import { entrySheets } from './export-entries.ts';
import { listSheets } from './export-list.ts';
import { writeInWorker } from './worker-call.ts';

/** What is here, as spreadsheets and as files. Whoever may read it may take it along; that they did is written down. */
export function exportRoutes(deps: Deps): Hono<DeskEnv> {
  const { db } = deps.store;
  const app = new Hono<DeskEnv>();
  const may = needs(deps, 'content.read');
  const record = (c: Context<DeskEnv>, object: string): Promise<void> =>
    deps.store.transaction((trx) =>
      appendAudit(trx, { atMs: deps.clock(), actor: c.var.staff.id, act: 'content.export', object }),
    );

  app.get(routes.staff.exportList(':kind'), may, async (c) => {
    const kind = v.safeParse(v.picklist(listKinds), c.req.param('kind'));
    const hall = await shownHall(db);
    if (!kind.success) return refuse(c, { code: 'no-such-thing' });
    if (hall === null) return refuse(c, { code: 'not-ready' });
    await record(c, `${kind.output}.xlsx`);
    return xlsx(c, await writeInWorker(await listSheets(db, kind.output, hall, deps.clock())));
  });

  app.post(routes.staff.exportEntries, may, async (c) => {
    const asked = await readJson(c, ExportEntries, MAX_ENTRY_BYTES);
    if (!asked.ok) return refuse(c, asked.problem);
    await record(c, 'entries.xlsx');
    return xlsx(c, await writeInWorker(await entrySheets(db, asked.value.ids)));
  });

  app.get(routes.staff.exportFiles, may, async (c) => respond(c, await countExported(db)));

  app.get(routes.staff.exportZip, may, async (c) => {
    await record(c, 'content.zip');
    return c.body(zipStream(exportedFiles(db, deps.files.bytesOf)), 200, {
      'content-type': 'application/zip',
    });
  });
  return app;
}
