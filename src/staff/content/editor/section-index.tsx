import type { Section } from '../field/spec.ts';
import own from './editor.module.css';

export interface SectionIndexProps {
  readonly sections: readonly Section[];
}

/** Leads to a part of a long page. The address is left alone: it names the entry, not the place in it. */
export function SectionIndex({ sections }: SectionIndexProps) {
  const go = (event: MouseEvent, id: string): void => {
    event.preventDefault();
    const place = document.getElementById(id);
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: 'start' });
  };
  return (
    <nav class={own.index} aria-label="这一条的各部分">
      <b>各部分</b>
      {sections.map((section) => (
        <a key={section.id} href={`#s-${section.id}`} onClick={(event) => go(event, `s-${section.id}`)}>
          {section.title}
        </a>
      ))}
    </nav>
  );
}
