import * as v from 'valibot';
import { Publication, type Rollback, RollbackPlan, SnapshotRow } from '../../contract/publication.ts';
import { routes } from '../../contract/routes.ts';
import type { Calls } from './call.ts';

const { staff } = routes;

/** What screens are to show next, and the snapshots before it. */
export const publicationApi = ({ get, send }: Calls) => ({
  publication: () => get(staff.publication, Publication),
  publish: () => send('POST', staff.publication, {}, SnapshotRow),
  snapshots: () => get(staff.snapshots, v.array(SnapshotRow)),
  rollbackPlan: (to: number) => get(staff.rollbackPlan(to), RollbackPlan),
  rollBack: (to: Rollback) => send('POST', staff.rollback, to, SnapshotRow),
});
