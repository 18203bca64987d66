import { type Context, Hono } from 'hono';
import { mayRoles } from '../../contract/account.ts';
import type { StaffId } from '../../contract/id.ts';
import { routes } from '../../contract/routes.ts';
import type { Deps } from '../deps.ts';
import { isOwnPage } from '../http/guard.ts';
import { refuse } from '../http/respond.ts';
import { openPracticeHall, type PracticeHall, roleIn } from './practice-hall.ts';

/**
 * Practice at the desk: `/api/practice/entry/…` is what `/api/staff/entry/…` is, in one's own practice hall. The same program answers,
 * so what is practised is what will be done.
 */

/** What can be practised; accounts, machines and what visitors filed cannot. */
const PRACTISED = [
  'today',
  'entry',
  'writing',
  'file',
  'publication',
  'snapshot',
  'rollback',
  'timeliness',
  'due-item',
  'digest',
  'accountability',
  'batch',
  'template',
  'export',
];

export function practiceRoutes(deps: Deps, appOf: (deps: Deps) => Hono): Hono {
  const app = new Hono();
  const halls = practiceHalls(deps, appOf);

  app.delete(routes.practice, async (c) => {
    const { headers } = c.req.raw;
    if (!isOwnPage(headers)) return refuse(c, { code: 'wrong-origin' });
    const staff = await deps.whoIs(headers);
    if (staff === null) return refuse(c, { code: 'not-logged-in' });
    await halls.end(staff.id);
    return c.body(null, 204);
  });

  app.all(`${routes.practice}/:what/*`, (c) => practised(c, deps, halls));
  app.all(`${routes.practice}/:what`, (c) => practised(c, deps, halls));
  return app;
}

async function practised(c: Context, deps: Deps, halls: PracticeHalls): Promise<Response> {
  const { raw } = c.req;
  const staff = await deps.whoIs(raw.headers);
  if (staff === null) return refuse(c, { code: 'not-logged-in' });
  if (!PRACTISED.includes(c.req.param('what') ?? '')) return refuse(c, { code: 'no-such-address' });
  // It begins with all that the hall has written, drafts too: who may not read those may not here.
  if (!mayRoles(staff.roles, 'content.read') || roleIn(raw.headers) === null)
    return refuse(c, { code: 'not-allowed' });
  const url = new URL(raw.url);
  url.pathname = `/api/staff${url.pathname.slice(routes.practice.length)}`;
  const hasBody = raw.method !== 'GET' && raw.method !== 'HEAD';
  const inside = new Request(url, {
    method: raw.method,
    headers: raw.headers,
    ...(hasBody ? { body: raw.body, duplex: 'half' } : {}),
  });
  return (await halls.of(staff.id)).fetch(inside, c.env);
}

interface PracticeHalls {
  readonly of: (id: StaffId) => Promise<Hono>;
  readonly end: (id: StaffId) => Promise<void>;
}

/** A hall has some megabytes. Who practised longest ago gives way. */
const MOST_HALLS = 12;
const IDLE_MS = 2 * 3_600_000;

interface Open {
  readonly hall: Promise<PracticeHall>;
  readonly app: Promise<Hono>;
  usedAt: number;
}

function practiceHalls(deps: Deps, appOf: (deps: Deps) => Hono): PracticeHalls {
  const open = new Map<StaffId, Open>();
  const end = async (id: StaffId): Promise<void> => {
    const its = open.get(id);
    open.delete(id);
    await (await its?.hall)?.close();
  };
  const endOld = async (): Promise<void> => {
    const byAge = [...open].sort(([, one], [, other]) => other.usedAt - one.usedAt);
    const old = byAge.filter(([, { usedAt }], at) => at >= MOST_HALLS || deps.clock() - usedAt > IDLE_MS);
    for (const [id] of old) await end(id);
  };
  return {
    end,
    async of(id) {
      const known = open.get(id);
      if (known !== undefined) {
        known.usedAt = deps.clock();
        return known.app;
      }
      const hall = openPracticeHall(deps);
      const made = { hall, app: hall.then((its) => appOf(its.deps)), usedAt: deps.clock() };
      open.set(id, made);
      made.app.catch(() => open.delete(id));
      await endOld();
      return made.app;
    },
  };
}
