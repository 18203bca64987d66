import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../contract/entry.ts';
import type { EntryKind } from '../contract/entry-name.ts';
import type { Digest, EntryId } from '../contract/id.ts';
import type { PublishedEntry } from '../contract/published.ts';
import { current, readEntry, spokenEntry } from './store/content.ts';
import type { ReadEntry } from './store/read-content.ts';

export type PublishedOf<K extends EntryKind> = Omit<PublishedEntry, 'entry'> & {
  readonly entry: Extract<Entry, { kind: K }>;
};

export type Opened<K extends EntryKind> =
  | { readonly state: 'reading' }
  | { readonly state: 'missing' }
  | {
      readonly state: 'open';
      /** In the visitor's language, as far as the hall has it. */
      readonly published: PublishedOf<K>;
      /** As it was published. */
      readonly original: PublishedOf<K>;
      /** Names exactly this version. */
      readonly digest: Digest;
      /** What has become of it since it was opened; the text on the screen stays as it was. */
      readonly since: 'same' | 'changed' | 'withdrawn';
      readonly showNew: () => void;
    };

const isOf = <K extends EntryKind>(
  kind: K,
  published: PublishedEntry,
): published is PublishedEntry & PublishedOf<K> => published.entry.kind === kind;

/** An entry as it was when it was opened: a publication never pulls the page from under a reader. */
export const useEntry = <K extends EntryKind>(kind: K, id: EntryId): Opened<K> => {
  const [opened, setOpened] = useState<ReadEntry | null | undefined>();
  const [latest, setLatest] = useState<ReadEntry | null | undefined>();
  const number = current.value?.number;
  useEffect(() => {
    let isWanted = true;
    void readEntry(id).then((read) => {
      if (!isWanted) return;
      setLatest(read);
      // What is not there yet may come with the next snapshot; what is open stays.
      setOpened((held) => held ?? read);
    });
    return () => {
      isWanted = false;
    };
  }, [id, number]);
  if (opened === undefined) return { state: 'reading' };
  if (opened === null || !isOf(kind, opened.published)) return { state: 'missing' };
  const since =
    latest === null ? 'withdrawn' : latest && latest.digest !== opened.digest ? 'changed' : 'same';
  return {
    state: 'open',
    published: { ...opened.published, entry: spokenEntry<PublishedOf<K>['entry']>(opened.published.entry) },
    original: opened.published,
    digest: opened.digest,
    since,
    showNew: () => setOpened(latest),
  };
};
