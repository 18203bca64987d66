import { plainDay } from '../../../contract/day.ts';
import type { EntryId } from '../../../contract/id.ts';
import { Heading } from '../../../ui/heading.tsx';
import { SideNote } from '../../../ui/side-note.tsx';
import { LanguageNotice } from '../../language-notice.tsx';
import { Missing } from '../../missing.tsx';
import { Marked } from '../../sample-mark.tsx';
import { t } from '../../t.ts';
import { TermScope } from '../../term-scope.tsx';
import { TermText } from '../../term-text.tsx';
import { type PublishedOf, useEntry } from '../../use-entry.ts';
import { AttachmentList } from '../attachment/attachment-list.tsx';
import { AttachmentView, attachmentOpen } from '../attachment/attachment-open.tsx';
import { SinceNotice } from '../since-notice.tsx';
import { generatedPart } from './generated.tsx';
import { RichTextView } from './rich-text.tsx';

/** A standing page. What is generated in it follows each publication by itself, whether or not its text changed. */
export function PageScreen({ id }: { id: EntryId }) {
  const opened = useEntry('page', id);
  if (opened.state === 'reading') return null;
  if (opened.state === 'missing') return <Missing />;
  const attachment = attachmentOpen(opened.published);
  return (
    <>
      <SinceNotice since={opened.since} showNew={opened.showNew} />
      <LanguageNotice entry={opened.original.entry} />
      {attachment ? (
        <AttachmentView entry={id} attachment={attachment} of={opened.published.entry.title} />
      ) : (
        <PageView published={opened.published} />
      )}
    </>
  );
}

export function PageView({ published }: { published: PublishedOf<'page'> }) {
  const page = published.entry;
  return (
    <TermScope key={page.id}>
      <Heading
        size="long"
        kicker={<Marked isSample={page.sample}>{`${t('政府信息公开')} · ${t(page.section)}`}</Marked>}
        title={page.title}
        lead={page.summary && <TermText>{page.summary}</TermText>}
      />
      <RichTextView entry={page.id} blocks={page.body} generated={generatedPart} />
      <AttachmentList published={published} />
      <SideNote>
        {[t('更新于{day}', { day: plainDay(page.updatedOn, t) }), page.source].filter(Boolean).join(t('。'))}
      </SideNote>
    </TermScope>
  );
}
