import type { EntryKind } from '../../../contract/entry-name.ts';
import { cardSections } from './card-table.ts';
import { chartSections } from './chart-table.ts';
import { englishSection } from './english-section.ts';
import { formSections } from './form-table.ts';
import { guideSections } from './guide-table.ts';
import { itemSections } from './item-table.ts';
import { pageSections } from './page-table.ts';
import type { Section } from './spec.ts';

export const sectionsOf = {
  guide: [...guideSections, englishSection],
  item: [...itemSections, englishSection],
  page: [...pageSections, englishSection],
  card: [...cardSections, englishSection],
  chart: [...chartSections, englishSection],
  form: [...formSections, englishSection],
} as const satisfies Record<EntryKind, readonly Section[]>;
