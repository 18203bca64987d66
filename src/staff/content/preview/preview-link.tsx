import type { EntryId } from '../../../contract/id.ts';
import { ButtonLink } from '../../part/button.tsx';
import { hrefOf } from '../../route/route.ts';

export function PreviewLink({ id }: { readonly id: EntryId }) {
  return <ButtonLink href={hrefOf({ page: 'preview', id, look: 'tall' })}>看屏幕上的样子</ButtonLink>;
}
