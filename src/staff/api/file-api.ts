import type { Attachment } from '../../contract/attachment.ts';
import { FileDetail } from '../../contract/file.ts';
import { fail, ok } from '../../contract/result.ts';
import { MEDIA_TYPE, routes } from '../../contract/routes.ts';
import type { Answer, Calls } from './call.ts';

/** Files at the desk: sent with their progress, asked after, and their pictures. */

export interface Sending {
  readonly signal: AbortSignal;
  readonly onSent: (bytes: number) => void;
}

const { staff } = routes;

export const fileApi = ({ ask, call, get }: Calls) => ({
  upload: (body: Blob, sending: Sending) =>
    call({
      path: staff.files,
      schema: FileDetail,
      init: {
        method: 'POST',
        credentials: 'same-origin',
        headers: { accept: MEDIA_TYPE, 'content-type': 'application/octet-stream' },
        body,
        ...sending,
      },
    }),
  /** How far a file's preparation is, and its pages. */
  file: (file: Attachment['file']) => get(staff.file(file), FileDetail),
  /** A page's picture; asked for like all else, so that it is the practice hall's while one practises. */
  async picture(digest: string): Answer<Blob> {
    try {
      const response = await ask(staff.fileBytes(digest), { credentials: 'same-origin' });
      return response.ok ? ok(await response.blob()) : fail({ code: 'no-such-thing' });
    } catch {
      return fail({ code: 'offline' });
    }
  },
});
