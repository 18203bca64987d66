import type { PublishedEntry } from '../../../contract/published.ts';
import { LinkList } from '../../../ui/link-list.tsx';
import { screenOf } from '../../screen-of.ts';
import { go } from '../../session/screen.ts';
import { t } from '../../t.ts';
import { SectionTitle } from '../section-title.tsx';
import { attachmentLine } from './attachment-words.ts';

export interface AttachmentListProps {
  readonly published: Pick<PublishedEntry, 'attachments'> & {
    readonly entry: Pick<PublishedEntry['entry'], 'id'>;
  };
}

/** What belongs to an entry as files: each a row, and the whole row opens it. */
export function AttachmentList({ published: { entry, attachments = [] } }: AttachmentListProps) {
  if (attachments.length === 0) return null;
  return (
    <>
      <SectionTitle>{t('附件')}</SectionTitle>
      <LinkList
        label={t('附件')}
        rows={attachments.map((each, at) => ({
          key: String(at + 1),
          label: each.name,
          hint: attachmentLine(each),
        }))}
        onPress={(key) => go({ ...screenOf(entry.id), file: Number(key) })}
      />
    </>
  );
}
