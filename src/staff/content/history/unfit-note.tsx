import { Note } from '../../part/note.tsx';

export interface PlainFault {
  readonly path: string;
  readonly say: string;
}

export interface UnfitNoteProps {
  readonly faults: readonly PlainFault[];
  /** A path in the words of the desk's labels. */
  readonly nameOf: (path: string) => string;
}

const MOST_SHOWN = 8;

/** What of an old text today's rules do not take. */
export function UnfitNote({ faults, nameOf }: UnfitNoteProps) {
  return (
    <Note kind="warn" title={`这一稿有 ${faults.length} 处不合现在的规定，不能直接恢复。`}>
      <ul>
        {faults.slice(0, MOST_SHOWN).map(({ path, say }) => (
          <li key={`${path}${say}`}>
            {nameOf(path)}：{say}
          </li>
        ))}
        {faults.length > MOST_SHOWN && <li>还有 {faults.length - MOST_SHOWN} 处。</li>}
      </ul>
      可以放进编辑器，改好再存成一稿。
    </Note>
  );
}
