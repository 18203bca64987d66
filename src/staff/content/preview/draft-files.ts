import { joinPageTexts, type PreparedAttachment } from '../../../contract/attachment.ts';
import type { PublishedEntry } from '../../../contract/published.ts';
import type { Api } from '../../api/api.ts';

/** A draft's attachments as far as they are prepared; the others are not on any screen either until they are. */
export const withFiles = async (api: Pick<Api, 'file'>, draft: PublishedEntry): Promise<PublishedEntry> => {
  const attached = 'attachments' in draft.entry ? (draft.entry.attachments ?? []) : [];
  const found = await Promise.all(
    attached.map(async (attachment): Promise<PreparedAttachment[]> => {
      const answer = await api.file(attachment.file);
      if (!answer.ok || answer.value.state !== 'ready') return [];
      const { type, bytes, pages } = answer.value;
      // Its words are for the search, which a preview of one entry does without.
      return pages.length === 0 ? [] : [{ ...attachment, type, bytes, pages, text: joinPageTexts([]) }];
    }),
  );
  const attachments = found.flat();
  return attachments.length === 0 ? draft : { ...draft, attachments };
};

/** Names of those that cannot be seen yet. */
export const unpreparedIn = ({ entry, attachments = [] }: PublishedEntry): readonly string[] =>
  ('attachments' in entry ? (entry.attachments ?? []) : [])
    .filter(({ file }) => attachments.every((each) => each.file !== file))
    .map(({ name }) => name);
