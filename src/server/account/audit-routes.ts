import { Hono } from 'hono';
import { AuditFilter, type AuditPage } from '../../contract/audit.ts';
import { routes } from '../../contract/routes.ts';
import { verifyAudit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { checked } from '../http/body.ts';
import { type DeskEnv, needs } from '../http/guard.ts';
import { refuse, respond } from '../http/respond.ts';
import { auditRows, countAudit, peopleByName } from '../store/audit-page.ts';

/** What an 审计员 reads. Reading changes nothing and leaves no row of its own. */

const ON_A_PAGE = 50;

export function auditRoutes(deps: Deps): Hono<DeskEnv> {
  const { db } = deps.store;
  const app = new Hono<DeskEnv>();

  app.get(routes.staff.audit, needs(deps, 'audit.read'), async (c) => {
    const filter = checked(AuditFilter, c.req.query());
    if (!filter.ok) return refuse(c, filter.problem);
    const { page, ...asked } = filter.value;
    const total = await countAudit(db, asked);
    const part = { offset: (page - 1) * ON_A_PAGE, limit: ON_A_PAGE };
    const shown: AuditPage = {
      rows: await auditRows(db, asked, part),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / ON_A_PAGE)),
      people: await peopleByName(db),
    };
    return respond(c, shown);
  });

  app.get(routes.staff.auditCheck, needs(deps, 'audit.read'), async (c) => respond(c, await verifyAudit(db)));
  return app;
}
