import { idAt } from './editing.ts';
import own from './editor.module.css';
import type { DraftFault } from './fault.ts';

export interface FaultListProps {
  readonly faults: readonly DraftFault[];
}

export const FAULT_LIST = 'fault-list';

/** The element at a path or the nearest one around it, opened if it is folded away. */
export const goTo = (path: string): void => {
  const steps = path.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const place = document.getElementById(idAt(steps.slice(0, length).join('.')));
    if (place === null) continue;
    for (let at = place.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
      at.open = true;
    enter(place);
    place.scrollIntoView({ block: 'center' });
    return;
  }
};

/** Into a text the cursor goes: what stands in it takes no focus of its own. */
const enter = (place: HTMLElement): void => {
  const text = place.closest<HTMLElement>('[contenteditable="true"]');
  (text ?? place).focus();
  if (text !== null) getSelection()?.collapse(place, 0);
};

/** Everything that keeps an entry from being saved, each a way to its field. */
export function FaultList({ faults }: FaultListProps) {
  return (
    <section id={FAULT_LIST} class={own.faults} tabIndex={-1} aria-labelledby="faults">
      <h2 id="faults">有 {faults.length} 处要改好才能存成一稿</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.path}>
            <button type="button" onClick={() => goTo(fault.path)}>
              {fault.where}：{fault.say}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
