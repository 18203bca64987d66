import { mayActOn } from '../../../contract/account.ts';
import type { CellFault, ListKind, Outcome } from '../../../contract/batch.ts';
import { dayAtHall, momentOf } from '../../../contract/day.ts';
import { type EnglishState, followed, withoutGone } from '../../../contract/english-follow.ts';
import { departmentOf, type Entry } from '../../../contract/entry.ts';
import { type EntryId, entryId } from '../../../contract/id.ts';
import { canonical } from '../../../seal/canonical.ts';
import { appendAudit } from '../../audit/audit.ts';
import type { Staff } from '../../deps.ts';
import { type BatchRowRecord, changeRow, type EntryWithBody, hasAnyEntry } from '../../store/batch.ts';
import { putAct } from '../../store/entry.ts';
import { nextRevision } from '../../store/revision.ts';
import type { Trx } from '../../store/store.ts';
import { writeDraft } from '../draft.ts';
import { voidSchedule } from '../void-schedule.ts';
import type { Fields } from './column.ts';
import { entriesOfRow, type RowContext } from './entry-of-row.ts';
import { sameEntries } from './same-entry.ts';
import { freeName } from './short-name.ts';

/** Rows of a batch become drafts, within one transaction: what is written and what is remembered of it can never differ. */

export interface Writing extends RowContext {
  readonly trx: Trx;
  readonly batch: string;
  readonly staff: Staff;
  readonly kind: ListKind;
  readonly isRevised: boolean;
  /** How far short names are counted, over the parts of one import. */
  readonly lastOf: Map<string, number>;
}

/** What a row wrote, so that it can be taken back: the revision, and what the entry was before it. */
export interface Made {
  readonly id: EntryId;
  readonly revision: number;
  readonly before: Before | null;
}
export interface Before {
  readonly revision: number;
  readonly title: string;
  readonly state: string;
  readonly author_id: string | null;
  readonly edited_at: string;
  readonly department: string | null;
  readonly english: EnglishState | null;
}

/** While it is on its way through review, an edit would void what colleagues signed. */
const REVISABLE = ['draft', 'returned', 'published', 'withdrawn'];

export interface Told {
  readonly outcome: Outcome;
  readonly made: readonly Made[];
  readonly faults?: readonly CellFault[];
}

export async function writeRows(writing: Writing, rows: readonly BatchRowRecord[]): Promise<readonly Told[]> {
  const fields = rows.map((row) => JSON.parse(row.fields) as Fields);
  // Looked for again: since the report somebody may have written the same by hand.
  const same = await sameEntries(writing.trx, writing.kind, fields);
  const told: Told[] = [];
  for (const [at, row] of rows.entries()) {
    const { '': name, ...own } = fields[at] ?? {};
    const here = same[at] ?? null;
    const outcome = told.some(({ made }) => made.some(({ id }) => id === here?.id))
      ? TWICE
      : here === null
        ? await create(writing, own, String(name))
        : await revise(writing, own, here);
    await changeRow(writing.trx, row, {
      outcome: outcome.outcome,
      made: JSON.stringify(outcome.made),
      ...(outcome.faults === undefined ? {} : { faults: JSON.stringify(outcome.faults) }),
      entry_id: outcome.made[0]?.id ?? here?.id ?? null,
    });
    told.push(outcome);
  }
  return told;
}

/** The report names such rows; these have become one since, by what somebody wrote by hand. */
const TWICE: Told = {
  outcome: 'refused',
  made: [],
  faults: [{ column: '这一行', stands: '', say: '和前面一行说的是同一条，没有导入。请打开那一条看看。' }],
};

async function create(writing: Writing, fields: Fields, base: string): Promise<Told> {
  const { kind } = writing;
  const name = await ownName(writing, base);
  const named = entriesOfRow(kind, fields, { id: entryId(kind, name), base: null }, writing);
  const refused = whyNotTheirs(writing, named.entries ?? []);
  if (named.entries === null || refused !== null)
    return { outcome: 'refused', made: [], faults: refused === null ? named.faults : [refused] };
  const made: Made[] = [];
  for (const entry of named.entries) made.push(await write(writing, entry, null));
  return { outcome: 'created', made };
}

/** Colleagues write and import meanwhile: what they have taken, the database alone knows. A guide's chart bears its name. */
function ownName({ trx, kind, lastOf }: Writing, base: string): Promise<string> {
  const isTaken = (name: string): Promise<boolean> =>
    hasAnyEntry(trx, kind === 'item' ? [entryId(kind, name)] : [entryId(kind, name), entryId('chart', name)]);
  return freeName(base, isTaken, lastOf);
}

async function revise(writing: Writing, fields: Fields, here: EntryWithBody): Promise<Told> {
  if (!writing.isRevised || !REVISABLE.includes(here.state)) return { outcome: 'skipped', made: [] };
  const base = JSON.parse(here.body) as Entry;
  const { entries, faults } = entriesOfRow(writing.kind, fields, { id: base.id, base }, writing);
  if (entries === null) return { outcome: 'refused', made: [], faults };
  const refused = whyNotTheirs(writing, [base, ...entries]);
  if (refused !== null) return { outcome: 'refused', made: [], faults: [refused] };
  const [entry] = entries;
  // A guide bears the day of its change: nothing else new means nothing new.
  if (entry === undefined || isSame(entry, base)) return { outcome: 'skipped', made: [] };
  const told = withoutGone(followed(base, entry, dayAtHall(writing.nowMs)));
  return { outcome: 'revised', made: [await write(writing, told, here)] };
}

const isSame = (one: Entry, other: Entry): boolean =>
  canonical({ ...one, updatedOn: '' }) === canonical({ ...other, updatedOn: '' });

function whyNotTheirs({ staff, hall }: Writing, entries: readonly Entry[]): CellFault | null {
  const its = entries.map(departmentOf).find((each) => !mayActOn(staff, 'content.edit', each));
  if (its === undefined || its === null) return null;
  const name = hall.departments.find((each) => each.id === its)?.name ?? its;
  return { column: '本乡科室', stands: name, say: '您只能导入自己科室的内容。' };
}

async function write(
  { trx, staff, nowMs, batch }: Writing,
  entry: Entry,
  here: EntryWithBody | null,
): Promise<Made> {
  const revision = await nextRevision(trx, entry.id, here?.revision ?? 0);
  await voidSchedule(trx, here ?? undefined, { by: staff, atMs: nowMs, next: revision });
  const isNew = here === null;
  await writeDraft(trx, { entry, revision, isNew, authorId: staff.id, atMs: nowMs }, 'draft');
  await putAct(trx, {
    entry_id: entry.id,
    revision,
    move: 'edit',
    by_id: staff.id,
    by_name: staff.name,
    at: momentOf(nowMs),
    note: '从表格导入',
    secrecy_checked: 0,
  });
  const detail = { revision, batch };
  await appendAudit(trx, { atMs: nowMs, actor: staff.id, act: 'content.bring', object: entry.id, detail });
  const before =
    here === null
      ? null
      : {
          revision: here.revision,
          title: here.title,
          // Its moment is struck out for good: taken back, it waits for a person to set one anew.
          state: here.state === 'scheduled' ? 'approved' : here.state,
          author_id: here.author_id,
          edited_at: here.edited_at,
          department: here.department,
          english: here.english,
        };
  return { id: entry.id, revision, before };
}
