import sharp, { type Sharp } from 'sharp';
import { Unfit } from './unfit.ts';

/** Pictures as screens show them: WebP, nothing but pixels. Decoding and encoding anew also drops whatever else a file hides. */

export interface Made {
  readonly webp: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface Raw {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
}

const MOST_PIXELS = 100_000_000;
const MOST_WIDTH = 2_000;
/** WebP itself ends at 16,383. */
const MOST_HEIGHT = 16_000;

sharp.cache(false);
sharp.concurrency(1);

export async function makePicture(bytes: Uint8Array): Promise<Made> {
  const size = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new Unfit('broken');
    });
  if (size.width * size.height > MOST_PIXELS) throw new Unfit('too-many-pixels');
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' })
    // As the camera was held; sharp leaves out EXIF, and with it where the picture was taken.
    .rotate()
    .resize({ width: MOST_WIDTH, height: MOST_HEIGHT, fit: 'inside', withoutEnlargement: true });
  return encode(picture);
}

export const makePage = ({ data, width, height, channels }: Raw): Promise<Made> =>
  encode(sharp(data, { raw: { width, height, channels } }).flatten({ background: '#ffffff' }));

async function encode(picture: Sharp): Promise<Made> {
  const { data, info } = await picture
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new Unfit('broken');
    });
  return { webp: new Uint8Array(data), width: info.width, height: info.height };
}
