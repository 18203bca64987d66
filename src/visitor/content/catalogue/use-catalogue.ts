import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { language } from '../../../ui/words/words.ts';
import { catalogue, current } from '../../store/content.ts';
import type { ItemRow } from '../../store/content-db.ts';
import type { CatalogueQuery } from '../../store/read-content.ts';

type Filter = Pick<CatalogueQuery, 'category' | 'year' | 'department'>;

export interface CatalogueRows {
  readonly count: number;
  readonly rows: readonly ItemRow[];
}

/** A screenful comes at once; who scrolls on is met by larger pieces. */
const FIRST = 50;
const NEXT = 500;

/** Rows of the catalogue, read as far as somebody has scrolled. Ten thousand are never read for those who look at ten. */
export const useCatalogue = (filter: Filter) => {
  const held = useSignal<CatalogueRows | null>(null);
  const isReading = useRef(false);
  const wanted = useRef(0);
  const key = JSON.stringify(filter);
  const number = current.value?.number;

  const readOn = async (question: string): Promise<void> => {
    if (isReading.current) return;
    isReading.current = true;
    try {
      for (;;) {
        const rows = held.peek()?.rows ?? [];
        const after = rows.at(-1);
        if (after !== undefined && (rows.length > wanted.current || rows.length >= (held.peek()?.count ?? 0)))
          return;
        const page = await catalogue({ ...filter, limit: after ? NEXT : FIRST, ...(after && { after }) });
        if (latest.current !== question) return;
        held.value = { count: page.count, rows: [...rows, ...page.rows] };
        if (page.rows.length === 0) return;
      }
    } finally {
      isReading.current = false;
    }
  };

  const question = `${key} ${number} ${language.value}`;
  const latest = useRef(question);
  useEffect(() => {
    latest.current = question;
    held.value = null;
    wanted.current = 0;
    isReading.current = false;
    void readOn(question);
  }, [question]);

  /** Called as rows come into sight. */
  const want = (index: number): void => {
    if (index <= wanted.current) return;
    wanted.current = index;
    if (index >= (held.peek()?.rows.length ?? 0)) void readOn(question);
  };
  return { held: held.value, want };
};
