import type { EntryId } from '../../contract/id.ts';
import { ok } from '../../contract/result.ts';
import { useDesk, useMay } from '../desk.ts';
import { useLoad } from '../part/use-load.ts';
import { textOf } from './field/tree.ts';
import { idOfKey, type Writing } from './writing.ts';

export interface Unsaved {
  readonly id: EntryId;
  readonly title: string;
}

/** Everything that this person has written and not made a revision of, here or at another computer. */
export const useUnsaved = (): readonly Unsaved[] => {
  const { api, memory } = useDesk();
  const may = useMay();
  const { value: there = [] } = useLoad('writings', async () =>
    may('content.edit') ? api.writings() : ok([]),
  );
  const here = memory.keys.value.flatMap((key): readonly Unsaved[] => {
    const id = idOfKey(key);
    return id === null ? [] : [{ id, title: textOf(memory.take<Writing>(key)?.mine.title) }];
  });
  return [...here, ...there.filter(({ id }) => here.every((each) => each.id !== id))];
};
