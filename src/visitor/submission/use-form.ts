import { useEffect, useState } from 'preact/hooks';
import type { Form } from '../../contract/form.ts';
import type { Digest, EntryId } from '../../contract/id.ts';
import { current, readEntry } from '../store/content.ts';

export type OpenedForm = 'reading' | 'missing' | { readonly form: Form; readonly digest: Digest };

/** A form's definition as it was when the visitor opened it: what is published meanwhile does not change the questions. */
export const useForm = (id: EntryId): OpenedForm => {
  const [opened, setOpened] = useState<OpenedForm>('reading');
  const number = current.value?.number;
  useEffect(() => {
    let isWanted = true;
    void readEntry(id).then((read) => {
      if (!isWanted) return;
      const entry = read?.published.entry;
      setOpened((held) => {
        if (typeof held === 'object') return held;
        return read && entry?.kind === 'form' ? { form: entry, digest: read.digest } : 'missing';
      });
    });
    return () => {
      isWanted = false;
    };
  }, [id, number]);
  return opened;
};
