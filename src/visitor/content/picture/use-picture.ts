import { useEffect, useState } from 'preact/hooks';
import type { NeededPicture, NoPicture } from '../../session/port.ts';
import { ports } from '../../session/port.ts';
import { connection, picturesCame } from '../../store/facts.ts';

export type PictureState =
  | { readonly state: 'coming' }
  | { readonly state: 'here'; readonly url: string }
  | { readonly state: NoPicture };

const COMING: PictureState = { state: 'coming' };

/** A picture's pixels as soon as they are here: what is missing comes by itself, and is tried again when the network is back. */
export const usePicture = ({ entry, picture }: NeededPicture): PictureState => {
  const { file } = picture;
  const [held, setHeld] = useState<PictureState & { readonly file?: string }>(COMING);
  const shown = held.file === file ? held : COMING;
  const isHere = shown.state === 'here';
  // Not followed once it is here.
  const sign = isHere ? null : `${connection.value} ${picturesCame.value}`;
  useEffect(() => {
    if (isHere) return;
    let isWanted = true;
    void ports.picture({ entry, picture }).then((found) => {
      if (!isWanted) return;
      setHeld(
        typeof found === 'string'
          ? { state: found, file }
          : { state: 'here', url: URL.createObjectURL(found), file },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [entry, file, isHere, sign]);
  const url = held.state === 'here' ? held.url : null;
  useEffect(
    () => () => {
      if (url !== null) URL.revokeObjectURL(url);
    },
    [url],
  );
  return shown;
};
