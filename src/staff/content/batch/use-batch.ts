import { useEffect } from 'preact/hooks';
import type { Batch, BatchId } from '../../../contract/batch.ts';
import { useDesk } from '../../desk.ts';
import { type Loaded, useLoad } from '../../part/use-load.ts';

const AGAIN_MS = 700;

export const isUnderWay = ({ state }: Batch): boolean =>
  state === 'importing' || state === 'undoing' || state === 'sending';

/** A batch as it stands, asked for again while work on it is under way. */
export function useBatch(id: BatchId): Loaded<Batch> {
  const { api, refresh } = useDesk();
  const loaded = useLoad(`batch ${id}`, () => api.batch(id));
  const { value, isLoading, reload } = loaded;
  const isBusy = value !== undefined && isUnderWay(value);
  useEffect(() => {
    if (!isBusy || isLoading) return;
    const timer = setTimeout(() => void reload(), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isBusy, isLoading, reload]);
  useEffect(() => {
    if (!isBusy) void refresh();
  }, [isBusy, refresh]);
  return loaded;
}
