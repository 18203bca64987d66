import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { termsIn } from '../contract/terms-in.ts';
import { touchFeedback } from '../ui/touch-feedback.ts';
import { spoken } from './store/content.ts';
import { t } from './t.ts';
import { useFirst } from './term-scope.tsx';
import styles from './term-text.module.css';

/** Text in which a word of offices is explained by a touch, beneath its own paragraph. Not for titles and buttons. */
export function TermText({ children: text }: { readonly children: string }) {
  const terms = spoken.value?.hall.terms ?? [];
  const id = useId();
  const [open, setOpen] = useState<string>();
  const note = useRef<HTMLElement>(null);
  // What was asked for is seen, also when the word stands at the lower edge.
  useEffect(() => note.current?.scrollIntoView({ block: 'nearest' }), [open]);
  const parts = termsIn(
    text,
    terms.map(({ term }) => term),
  );
  const first = useFirst(parts.flatMap(({ term }) => term ?? []));
  const shown = terms.find(({ term }) => term === open && first.includes(term));
  return (
    <>
      {parts.map((part, at) =>
        part.term === undefined || !first.includes(part.term) ? (
          part.text
        ) : (
          <button
            key={at}
            type="button"
            {...touchFeedback}
            class={styles.term}
            data-term=""
            aria-expanded={part.term === open}
            aria-controls={part.term === open ? id : undefined}
            onClick={() => setOpen(part.term === open ? undefined : part.term)}
          >
            {part.text}
          </button>
        ),
      )}
      {shown && (
        <span ref={note} class={styles.note} id={id} role="note">
          <b>{shown.term}</b>
          {shown.say}
          {shown.source && <small>{t('依据：{source}', { source: shown.source })}</small>}
        </span>
      )}
    </>
  );
}
