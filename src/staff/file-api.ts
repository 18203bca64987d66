import type { Attachment } from '../contract/attachment.ts';
import { FileDetail } from '../contract/file.ts';
import type { Problem } from '../contract/problem.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import { MEDIA_TYPE, routes } from '../contract/routes.ts';
import type { AskInit } from './send.ts';

/** Files at the desk: sent with their progress, asked after, and their pictures. */

export interface Sending {
  readonly signal: AbortSignal;
  readonly onSent: (bytes: number) => void;
}

export interface FileApi {
  readonly upload: (file: Blob, sending: Sending) => Promise<Result<FileDetail, Problem>>;
  /** How far a file's preparation is, and its pages. */
  readonly file: (file: Attachment['file']) => Promise<Result<FileDetail, Problem>>;
  /** A page's picture; asked for like all else, so that it is the practice hall's while one practises. */
  readonly picture: (digest: string) => Promise<Result<Blob, Problem>>;
}

interface Calls {
  readonly ask: (path: string, init: AskInit) => Promise<Response>;
  readonly call: (it: {
    path: string;
    init?: AskInit;
    schema: typeof FileDetail;
  }) => Promise<Result<FileDetail, Problem>>;
}

export const fileCalls = ({ ask, call }: Calls): FileApi => {
  const { staff } = routes;
  return {
    upload: (body, sending) =>
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
    file: (file) => call({ path: staff.file(file), schema: FileDetail }),
    async picture(digest) {
      try {
        const response = await ask(staff.fileBytes(digest), { credentials: 'same-origin' });
        return response.ok ? ok(await response.blob()) : fail({ code: 'no-such-thing' });
      } catch {
        return fail({ code: 'offline' });
      }
    },
  };
};
