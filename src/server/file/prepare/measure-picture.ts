import sharp from 'sharp';

/**
 * The size of a picture that was made here before; null where it is none. All of it is decoded, so that half a picture is told now and
 * not by a screen.
 */
export async function measurePicture(
  bytes: Uint8Array,
): Promise<{ width: number; height: number } | 'not-bare' | null> {
  try {
    const image = sharp(bytes, { failOn: 'truncated' });
    const { format, width, height, exif, xmp, iptc, pages = 1 } = await image.metadata();
    if (format !== 'webp') return null;
    if (exif !== undefined || xmp !== undefined || iptc !== undefined || pages > 1) return 'not-bare';
    await image.stats();
    return { width, height };
  } catch {
    return null;
  }
}
