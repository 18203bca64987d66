import type { EntryDetail } from '../../contract/desk.ts';
import { ok } from '../../contract/result.ts';
import type { Answer } from '../api/call.ts';
import { useDesk } from '../desk.ts';
import { useLoad } from '../part/use-load.ts';
import { attachmentsOf, type Known } from './sheet-facts.ts';

/** What the server knows of an entry's attachments; undefined until it was asked of all. */
export const useKnownFiles = ({ entry }: EntryDetail): Known | undefined => {
  const { api } = useDesk();
  const files = attachmentsOf(entry).map(({ file }) => file);
  const loaded = useLoad(`files ${files.join(' ')}`, async (): Answer<Known> => {
    const answers = await Promise.all(files.map((file) => api.file(file)));
    return ok(new Map(answers.map((answer, at) => [files[at] ?? '', answer.ok ? answer.value : null])));
  });
  return loaded.value;
};
