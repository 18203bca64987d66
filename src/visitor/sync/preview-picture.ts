import { routes } from '../../contract/routes.ts';
import type { Ports } from '../session/port.ts';
import { fetchPicture } from './bring-picture.ts';
import { openHttp } from './http.ts';

/** Pictures of drafts, for a preview: from the desk, with the session of whoever looks. Nothing of them is kept. */

const http = openHttp({
  fetch: (path, init) => fetch(path, { ...init, credentials: 'same-origin' }),
  onContact: () => undefined,
});

const atDesk = ({ file }: Parameters<Ports['picture']>[0]['picture']): string => routes.staff.fileBytes(file);

export const previewPicture: Ports['picture'] = async ({ picture }) => {
  const found = await fetchPicture(http, atDesk(picture), picture);
  if (found !== 'gone') return found;
  // Of a draft that is only practised.
  return fetchPicture(http, atDesk(picture).replace('/api/staff', routes.practice), picture);
};
