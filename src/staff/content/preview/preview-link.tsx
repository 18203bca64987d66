import type { EntryId } from '../../../contract/id.ts';
import { ButtonLink } from '../../part/button.tsx';
import { hrefOf, previewOf } from '../../route/route.ts';

export function PreviewLink({ id }: { readonly id: EntryId }) {
  return <ButtonLink href={hrefOf(previewOf(id))}>看屏幕上的样子</ButtonLink>;
}
