import { seasonAdvice } from '../../../contract/season-advice.ts';
import own from '../editor/editor.module.css';
import { goTo } from '../editor/fault-list.tsx';
import type { Tree } from '../field/tree.ts';

export interface SeasonNoteProps {
  readonly hours: Tree | undefined;
}

/** Days that no season covers or two do, beside the hours that are being written. It keeps nobody from sending them. */
export function SeasonNote({ hours }: SeasonNoteProps) {
  const advice = seasonAdvice(hours);
  return (
    <div aria-live="polite">
      {advice.length > 0 && (
        <section class={own.seasons} aria-labelledby="seasons">
          <h3 id="seasons">日子没有接好（不改也能送）</h3>
          <ul>
            {advice.map(({ path, say }) => (
              <li key={say}>
                <button type="button" onClick={() => goTo(path)}>
                  {say}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
