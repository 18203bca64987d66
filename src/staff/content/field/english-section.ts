import type { Section } from './spec.ts';

/** What visitors read in English, by the Chinese that it stands for. */
export const englishSection: Section = {
  id: 'english',
  title: '英文（给外国人看）',
  fields: [{ key: 'en', label: '英文', as: 'english', isOptional: true }],
};
