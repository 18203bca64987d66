import { PRACTICE_HEADER } from '../../contract/practice.ts';
import { routes } from '../../contract/routes.ts';
import type { Ports } from '../session/port.ts';
import { fetchPicture } from './bring-picture.ts';
import { openHttp } from './http.ts';

/** Pictures of drafts, for a preview: from the desk, with the session of whoever looks. Nothing of them is kept. */

const desk = (headers: Readonly<Record<string, string>>) =>
  openHttp({
    fetch: (path, init) =>
      fetch(path, {
        ...init,
        credentials: 'same-origin',
        headers: { ...(init?.headers as Record<string, string>), ...headers },
      }),
    onContact: () => undefined,
  });

const http = desk({});
/** Every part in practice may read. */
const practised = desk({ [PRACTICE_HEADER]: 'editor' });

const atDesk = ({ file }: Parameters<Ports['picture']>[0]['picture']): string => routes.staff.fileBytes(file);

export const previewPicture: Ports['picture'] = async ({ picture }) => {
  const found = await fetchPicture(http, atDesk(picture), picture);
  if (found !== 'gone') return found;
  // Of a draft that is only practised.
  return fetchPicture(practised, atDesk(picture).replace('/api/staff', routes.practice), picture);
};
