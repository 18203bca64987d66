import * as v from 'valibot';
import { EntryId } from './id.ts';
import { PublishedObject } from './published.ts';

/** What the desk tells the frame in which the visitor's app shows drafts, once the frame has said that it listens. */
export const ShowDrafts = v.strictObject({
  drafts: v.pipe(v.array(PublishedObject), v.minLength(1), v.maxLength(10)),
  /** The screen to begin with; null: home. */
  open: v.nullable(EntryId),
});
export type ShowDrafts = v.InferOutput<typeof ShowDrafts>;

/** The frame says it as soon as it can hear. */
export const PREVIEW_READY = 'preview-ready';

/** Under the desk's own addresses: the visitor's service worker leaves those alone. */
export const PREVIEW_PATH = '/staff/preview-frame';
