import type { PreparedAttachment } from '../../../contract/attachment.ts';
import type { PublishedEntry } from '../../../contract/published.ts';
import { lazyScreen } from '../../lazy-screen.tsx';
import { screen } from '../../session/screen.ts';
import type { AttachmentViewProps } from './attachment-view.tsx';

/** The one that the address names; undefined: the entry itself is read. */
export const attachmentOpen = ({
  attachments = [],
}: Pick<PublishedEntry, 'attachments'>): PreparedAttachment | undefined => {
  const shown = screen.value;
  return 'file' in shown && shown.file !== undefined ? attachments[shown.file - 1] : undefined;
};

export const AttachmentView = lazyScreen<AttachmentViewProps>(() =>
  import('./attachment-view.tsx').then((it) => it.AttachmentView),
);
