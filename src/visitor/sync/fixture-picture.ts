import type { Picture } from '../../contract/attachment.ts';
import type { PublishedObject } from '../../contract/published.ts';
import { digest } from '../../seal/digest.ts';
import { itemObject } from './fixture-content.ts';
import type { FixtureHall } from './fixture-hall.ts';

/** Real pictures, each another one, and entries that bear them. */

let drawn = 0;

export const drawPicture = async (
  hall: Pick<FixtureHall, 'pictures'>,
  width = 120,
  height = 170,
): Promise<Picture> => {
  drawn += 1;
  const canvas = new OffscreenCanvas(width, height);
  const paper = canvas.getContext('2d');
  if (paper === null) throw new Error('no canvas');
  paper.fillStyle = `hsl(${(drawn * 47) % 360} 60% 60%)`;
  paper.fillRect(0, 0, width, height);
  paper.fillStyle = 'black';
  paper.font = '40px sans-serif';
  paper.fillText(String(drawn), 20, 80);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const file = await digest(bytes);
  hall.pictures.set(file, bytes);
  return { file, width, height, bytes: bytes.length };
};

export interface AttachedParts {
  readonly pages: readonly Picture[];
  /** In its text. */
  readonly inText?: readonly Picture[];
  readonly text?: string;
  readonly fileName?: string;
  readonly publishedAt?: string;
}

/** An item with a PDF of these pages. */
export const attachedItem = (
  name: string,
  { pages, inText = [], text = '', fileName = '收支表.pdf', publishedAt }: AttachedParts,
): PublishedObject => {
  const object = itemObject(name);
  if (object.type !== 'entry' || object.entry.kind !== 'item') throw new Error('not an item');
  const [first] = pages;
  const body = inText.map((picture) => ({
    type: 'image' as const,
    picture,
    alt: '办公楼大门',
    caption: '图：大门',
  }));
  const attachments =
    first === undefined
      ? undefined
      : [
          {
            file: first.file,
            name: fileName,
            type: 'application/pdf' as const,
            bytes: 1_234_567,
            pages: [...pages],
            text,
          },
        ];
  return {
    ...object,
    entry: {
      ...object.entry,
      body,
      ...(first && { attachments: [{ file: first.file, name: fileName }] }),
    },
    ...(publishedAt !== undefined && { publishedAt: publishedAt as typeof object.publishedAt }),
    ...(attachments && { attachments }),
  };
};
