import { fileTypes } from '../../../contract/attachment.ts';
import type { PublishedObject } from '../../../contract/published.ts';
import { picturesIn } from '../../../contract/text.ts';
import { picturePath } from './markdown.ts';

/** Which bytes go with these objects, by their path in the folder: attachments as they were given, pictures of texts. Each once. */
export function carriedPaths(objects: readonly PublishedObject[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const object of objects) {
    if (object.type !== 'entry') continue;
    const { entry, attachments = [] } = object;
    for (const { file, type } of attachments) paths.set(`file/${file}.${fileTypes[type].ending}`, file);
    for (const picture of 'body' in entry ? picturesIn(entry.body) : [])
      paths.set(picturePath(picture), picture.file);
  }
  return paths;
}
