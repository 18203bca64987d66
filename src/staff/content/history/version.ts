import type { Act } from '../../part/timeline.tsx';
import type { PlainFault } from './unfit-note.tsx';

/** One of the states that a thing has been in, as the page of its history shows it. */
export interface Version {
  readonly key: string;
  /** `第 3 稿` */
  readonly name: string;
  readonly who: string;
  readonly when: string;
  /** What differs from the one before, by its labels; null: there is none before. */
  readonly changed: readonly string[] | null;
  /** What is true of it now: `屏幕上的`. */
  readonly marks: readonly string[];
  readonly acts: readonly Act[];
}

export interface VersionText {
  readonly text: Readonly<Record<string, unknown>>;
  readonly faults: readonly PlainFault[];
}

const MOST_NAMED = 4;

/** `改了 2 项：材料、条件` */
export const changedInWords = (changed: readonly string[] | null): string => {
  if (changed === null) return '最早的一稿';
  if (changed.length === 0) return '没有改动';
  const named = changed.slice(0, MOST_NAMED).join('、');
  return `改了 ${changed.length} 项：${named}${changed.length > MOST_NAMED ? '等' : ''}`;
};
