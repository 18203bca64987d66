import type { EntryKind } from '../../contract/entry-name.ts';
import type { EntryId } from '../../contract/id.ts';
import type { AudienceId, TopicId } from '../../contract/topic.ts';

/** Every screen there is, and the address of each. What a visitor typed never stands in an address. */

export interface CatalogueFilter {
  readonly category?: string;
  readonly year?: number;
  readonly department?: string;
}

export type Screen =
  | { readonly name: 'home' }
  | { readonly name: 'topic'; readonly id: TopicId }
  | { readonly name: 'audience'; readonly id: AudienceId }
  | { readonly name: 'guides' }
  | ({ readonly name: 'catalogue' } & CatalogueFilter)
  /** `file`: one of its attachments, from 1. */
  | { readonly name: EntryKind; readonly id: EntryId; readonly file?: number }
  /** `query` starts a search; what is typed afterwards lives in the session's memory. */
  | { readonly name: 'search'; readonly query?: string }
  | { readonly name: 'receipt' }
  | { readonly name: 'progress'; readonly receiptNo?: string; readonly code?: string };

export type ScreenName = Screen['name'];

const HOME: Screen = { name: 'home' };
const ENTRY = /^\/((?:guide|chart|item|card|form|page)\/[a-z0-9]+(?:-[a-z0-9]+)*)(?:\/([1-9]\d?))?$/;
const GROUP = /^\/(topic|audience)\/([a-z]+(?:-[a-z]+)*)$/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const catalogueQuery = ({ category, year, department }: CatalogueFilter): string => {
  const query = new URLSearchParams();
  if (category !== undefined) query.set('category', category);
  if (year !== undefined) query.set('year', String(year));
  if (department !== undefined) query.set('department', department);
  return query.size === 0 ? '' : `?${query}`;
};

export const pathOf = (screen: Screen): string => {
  switch (screen.name) {
    case 'home':
    // A receipt has no address of its own: going back to it or loading it again leads home.
    case 'receipt':
      return '/';
    case 'topic':
    case 'audience':
      return `/${screen.name}/${screen.id}`;
    case 'catalogue':
      return `/catalogue${catalogueQuery(screen)}`;
    case 'guides':
    case 'search':
    case 'progress':
      return `/${screen.name}`;
    default:
      return screen.file ? `/${screen.id}/${screen.file}` : `/${screen.id}`;
  }
};

const catalogueFrom = (query: URLSearchParams): Screen => {
  const slug = (key: string): string | undefined => {
    const value = query.get(key);
    return value !== null && SLUG.test(value) ? value : undefined;
  };
  const [category, department] = [slug('category'), slug('department')];
  const year = /^\d{4}$/.test(query.get('year') ?? '') ? Number(query.get('year')) : undefined;
  return {
    name: 'catalogue',
    ...(category !== undefined && { category }),
    ...(year !== undefined && { year }),
    ...(department !== undefined && { department }),
  };
};

/** The code on a slip leads to `/progress#A7-000128-9`: a fragment reaches no server and no log. */
const progressFrom = (hash: string): Screen =>
  /^#[0-9A-Za-z-]{6,20}$/.test(hash)
    ? { name: 'progress', receiptNo: hash.slice(1).toUpperCase() }
    : { name: 'progress' };

/** The screen at an address; what is not an address of ours is home. */
export const screenAt = (url: { pathname: string; search: string; hash: string }): Screen => {
  const [, entry, file] = ENTRY.exec(url.pathname) ?? [];
  if (entry !== undefined) {
    const name = entry.slice(0, entry.indexOf('/')) as EntryKind;
    return { name, id: entry as EntryId, ...(file && { file: Number(file) }) };
  }
  const [, group, id] = GROUP.exec(url.pathname) ?? [];
  if (group === 'topic') return { name: 'topic', id: id as TopicId };
  if (group === 'audience') return { name: 'audience', id: id as AudienceId };
  if (url.pathname === '/catalogue') return catalogueFrom(new URLSearchParams(url.search));
  if (url.pathname === '/progress') return progressFrom(url.hash);
  if (url.pathname === '/guides') return { name: 'guides' };
  return url.pathname === '/search' ? { name: 'search' } : HOME;
};
