import { expect, test } from 'vitest';
import type { Digest } from '../../../contract/id.ts';
import type { PublishedEntry } from '../../../contract/published.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Api } from '../../api/api.ts';
import { unpreparedIn, withFiles } from './draft-files.ts';

const [ready, waiting, unknown] = ['r', 'w', 'u'].map((each) => each.repeat(43) as Digest) as [
  Digest,
  Digest,
  Digest,
];
const page = { file: 'p'.repeat(43) as Digest, width: 10, height: 14, bytes: 9 };
const api = {
  file: async (digest: Digest) =>
    digest === unknown
      ? fail({ code: 'no-such-thing' as const })
      : ok({
          file: digest,
          type: 'application/pdf' as const,
          bytes: 9,
          state: digest === ready ? ('ready' as const) : ('waiting' as const),
          fault: null,
          warnings: [],
          pages: digest === ready ? [page] : [],
          pageCount: null,
        }),
} as unknown as Pick<Api, 'file'>;
const draft = (files: readonly Digest[]): PublishedEntry =>
  ({
    entry: { kind: 'page', attachments: files.map((file) => ({ file, name: `${file[0]}.pdf` })) },
  }) as unknown as PublishedEntry;

test('a draft shows the attachments that are prepared, and names the others', async () => {
  const shown = await withFiles(api, draft([ready, waiting, unknown]));
  expect(shown.attachments).toEqual([
    { file: ready, name: 'r.pdf', type: 'application/pdf', bytes: 9, pages: [page], text: '' },
  ]);
  expect(unpreparedIn(shown)).toEqual(['w.pdf', 'u.pdf']);
});

test('one without attachments stays as it is', async () => {
  const plain = draft([]);
  expect(await withFiles(api, plain)).toBe(plain);
  expect(unpreparedIn(plain)).toEqual([]);
});
