import type { StaffId } from '../../contract/id.ts';
import { currentNumber, listAt } from './snapshot.ts';
import type { Db, Store, Tables, Trx } from './store.ts';

/**
 * The content of one hall into an empty store: where each entry stands, its present text and the published one, who signed, and what
 * is shown now as that store's only snapshot. Nothing of visitors, machines, sessions or passwords comes along.
 */
export async function copyContent(from: Db, to: Store): Promise<void> {
  const number = await currentNumber(from);
  const digests = new Set((await listAt(from, number)).values());
  const [entry, acts, counters, disclosures, dueItems] = await Promise.all([
    from.selectFrom('entry').selectAll().execute(),
    from.selectFrom('review_act').selectAll().execute(),
    from.selectFrom('counter').selectAll().execute(),
    from.selectFrom('disclosure').selectAll().execute(),
    from.selectFrom('due_item').selectAll().execute(),
  ]);
  // Without their bytes, which are many: those are read where they are.
  const [files, pages] = await Promise.all([
    from.selectFrom('file').selectAll().where('state', '=', 'ready').execute(),
    from
      .selectFrom('file_page')
      .innerJoin('file', 'file.digest', 'file_page.file')
      .selectAll('file_page')
      .where('file.state', '=', 'ready')
      .execute(),
  ]);
  const drafts = await presentDrafts(from);
  const objects = await objectsIn(from, [...digests]);
  const snapshot = await from.selectFrom('snapshot').selectAll().where('number', '=', number).execute();
  const list = [...(await listAt(from, number))];
  await to.transaction(async (trx) => {
    await put(trx, 'staff', await namesOf(from));
    await put(trx, 'entry', entry);
    await put(trx, 'draft', drafts);
    await put(trx, 'review_act', acts);
    await put(trx, 'counter', counters);
    await put(trx, 'disclosure', disclosures);
    await put(trx, 'due_item', dueItems);
    await put(trx, 'object', objects);
    await put(trx, 'file', files);
    await put(trx, 'file_page', pages);
    await put(trx, 'snapshot', snapshot);
    await put(
      trx,
      'snapshot_change',
      list.map(([object_id, digest]) => ({ number, object_id, digest })),
    );
  });
}

const presentDrafts = (from: Db) =>
  from
    .selectFrom('draft')
    .innerJoin('entry', 'entry.id', 'draft.entry_id')
    .selectAll('draft')
    .where((eb) =>
      eb.or([
        eb('draft.revision', '=', eb.ref('entry.revision')),
        eb('draft.revision', '=', eb.ref('entry.published_revision')),
      ]),
    )
    .execute();

/** Colleagues as names only: they cannot log in there. */
async function namesOf(from: Db): Promise<Tables['staff'][]> {
  const people = await from.selectFrom('staff').selectAll().execute();
  return people.map((each) => ({
    ...each,
    id: each.id as StaffId,
    password_hash: '',
    roles: '[]',
    disabled_at: each.disabled_at ?? each.created_at,
  }));
}

const AT_ONCE = 200;

function* parts<T>(all: readonly T[]): Iterable<T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}

async function objectsIn(from: Db, digests: readonly string[]): Promise<Tables['object'][]> {
  const found: Tables['object'][] = [];
  for (const part of parts(digests))
    found.push(...(await from.selectFrom('object').selectAll().where('digest', 'in', part).execute()));
  return found;
}

async function put(trx: Trx, table: keyof Tables, rows: readonly object[]): Promise<void> {
  for (const part of parts(rows))
    await trx
      .insertInto(table)
      .values(part as never)
      .execute();
}
