import type { Node } from 'prosemirror-model';
import type { Picture } from '../../../contract/attachment.ts';
import { routes } from '../../../contract/routes.ts';
import styles from './rich-editor.module.css';

/** A picture in the text, as readers will see it; its words are typed above, while it is chosen. */
export const drawPicture = (node: Node): { readonly dom: HTMLElement } => {
  const { picture, alt, caption } = node.attrs as { picture: Picture; alt: string; caption: string | null };
  const dom = document.createElement('figure');
  dom.className = styles.picture ?? '';
  const image = document.createElement('img');
  image.src = routes.staff.fileBytes(picture.file);
  image.width = picture.width;
  image.height = picture.height;
  image.alt = alt;
  image.draggable = false;
  const words = document.createElement('figcaption');
  words.textContent = caption ?? '';
  const missing = document.createElement('p');
  missing.textContent = alt.trim() === '' ? '还没有写图上是什么' : '';
  dom.append(image, words, missing);
  return { dom };
};
