/** Advice to who writes: what is allowed and still could be better. It works on a text that is half written, and holds nothing back. */

export interface Advice {
  /** `materials.2.name` */
  readonly path: string;
  /** What is the matter, and what to do. */
  readonly say: string;
}

export type Half = Readonly<Record<string, unknown>>;

export const halfOf = (value: unknown): Half =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Half) : {};
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
