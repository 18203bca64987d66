import { dayAtHall } from '../../contract/day.ts';
import { personalNumbers, personalNumbersIn } from '../../contract/personal-data.ts';
import { useDesk } from '../desk.ts';
import { Note } from '../part/note.tsx';
import type { Branch, Tree } from './field/tree.ts';

const wordsIn = (tree: Tree): readonly string[] => {
  if (typeof tree === 'string') return [tree];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.values(tree).flatMap((each) => wordsIn(each as Tree));
};

export interface PersonalNoteProps {
  readonly entry: Branch;
}

/** Points out personal numbers in what is to be published (条例 Art. 15; 先审查、后公开). */
export function PersonalNote({ entry }: PersonalNoteProps) {
  const { clock } = useDesk();
  const found = personalNumbersIn(wordsIn(entry).join('\n'), dayAtHall(clock()));
  if (found.length === 0) return null;
  return (
    <Note kind="warn" title={`里面有${found.map((kind) => personalNumbers[kind]).join('、')}。`}>
      公开前请遮盖或删去，例如 138****8000。是单位对外的电话可以保留。
    </Note>
  );
}
