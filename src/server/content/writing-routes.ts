import type { Hono } from 'hono';
import { routes } from '../../contract/routes.ts';
import { KeepWriting } from '../../contract/writing.ts';
import type { Deps } from '../deps.ts';
import { MAX_ENTRY_BYTES, readJson } from '../http/body.ts';
import { type DeskEnv, needs } from '../http/guard.ts';
import { answer, refuse, respond } from '../http/respond.ts';
import { endWriting } from '../store/past-writing.ts';
import { idIn } from './entry-address.ts';
import { pastWriting, pastWritingRows } from './past-writing.ts';
import { keepWriting, writingDetail, writingRows } from './writing.ts';

const ONE = `${routes.staff.writings}/:kind/:name`;

/** Each person reaches their own writings only: the session says whose. */
export function writingRoutes(app: Hono<DeskEnv>, deps: Deps): void {
  const { db } = deps.store;

  app.get(routes.staff.writings, needs(deps, 'content.edit'), async (c) =>
    respond(c, await writingRows(db, c.var.staff)),
  );

  app.get(ONE, needs(deps, 'content.edit'), async (c) => {
    const id = idIn(c);
    return id === null
      ? refuse(c, { code: 'no-such-thing' })
      : respond(c, await writingDetail(db, c.var.staff, id));
  });

  app.put(ONE, needs(deps, 'content.edit'), async (c) => {
    const id = idIn(c);
    if (id === null) return refuse(c, { code: 'no-such-thing' });
    const keep = await readJson(c, KeepWriting, MAX_ENTRY_BYTES);
    return keep.ok
      ? answer(c, await keepWriting(deps, c.var.staff, id, keep.value))
      : refuse(c, keep.problem);
  });

  app.delete(ONE, needs(deps, 'content.edit'), async (c) => {
    const id = idIn(c);
    if (id === null) return refuse(c, { code: 'no-such-thing' });
    await deps.store.transaction((trx) => endWriting(trx, { staff: c.var.staff.id, entry: id }));
    return respond(c, {});
  });

  app.get(`${ONE}/past`, needs(deps, 'content.edit'), async (c) => {
    const id = idIn(c);
    return id === null
      ? refuse(c, { code: 'no-such-thing' })
      : respond(c, await pastWritingRows(db, c.var.staff, id, deps.clock()));
  });

  app.get(`${ONE}/past/:n`, needs(deps, 'content.edit'), async (c) => {
    const id = idIn(c);
    const n = Number(c.req.param('n'));
    return id === null
      ? refuse(c, { code: 'no-such-thing' })
      : answer(c, await pastWriting(db, c.var.staff, id, n));
  });
}
