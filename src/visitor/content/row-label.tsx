import { Marked } from '../sample-mark.tsx';
import type { Row } from '../store/content-db.ts';

/** An entry's title in a list. */
export const rowLabel = ({ title, sample }: Pick<Row, 'title' | 'sample'>) => (
  <Marked isSample={sample === 'whole'}>{title}</Marked>
);
