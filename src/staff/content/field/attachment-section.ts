import type { Section } from './spec.ts';

/** 附件 of an item or page. */
export const attachmentSection: Section = {
  id: 'attachments',
  title: '附件',
  fields: [
    {
      key: 'attachments',
      label: '附件',
      hint: 'PDF、图片、Word、Excel、演示文稿，每个不超过 30 MB。屏幕上一页一页地看，不用联网。',
      as: 'files',
      isOptional: true,
    },
  ],
};
