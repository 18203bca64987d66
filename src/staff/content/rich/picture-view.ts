import type { Node } from 'prosemirror-model';
import type { Picture } from '../../../contract/attachment.ts';
import styles from './rich-editor.module.css';

/** Brings a picture's bytes; null: it cannot be had now. */
export type LoadPicture = (picture: Picture) => Promise<Blob | null>;

/** A picture in the text, as readers will see it; its words are typed above, while it is chosen. */
export const drawPicture =
  (load: LoadPicture) =>
  (node: Node): { readonly dom: HTMLElement; readonly destroy: () => void } => {
    const { picture, alt, caption } = node.attrs as { picture: Picture; alt: string; caption: string | null };
    const dom = document.createElement('figure');
    dom.className = styles.picture ?? '';
    const image = document.createElement('img');
    image.width = picture.width;
    image.height = picture.height;
    image.alt = alt;
    image.draggable = false;
    const words = document.createElement('figcaption');
    words.textContent = caption ?? '';
    const trouble = document.createElement('p');
    trouble.textContent = alt.trim() === '' ? '还没有写图上是什么' : '';
    dom.append(image, words, trouble);
    let isOver = false;
    void load(picture).then((bytes) => {
      if (isOver) return;
      if (bytes === null) trouble.textContent = '图片没有取到，可能没有联网，或者已经不在服务器上。';
      else image.src = URL.createObjectURL(bytes);
    });
    return {
      dom,
      destroy: () => {
        isOver = true;
        if (image.src !== '') URL.revokeObjectURL(image.src);
      },
    };
  };
