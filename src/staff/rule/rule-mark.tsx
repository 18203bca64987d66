import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { isComposing } from '../../ui/composition.ts';
import { useDesk } from '../desk.ts';
import { useLoad } from '../part/use-load.ts';
import { laws, type Rule, type Step, sourceOf } from './rule.ts';
import styles from './rule-mark.module.css';
import { rulesOfStep } from './rule-table.ts';

export interface RuleMarkProps {
  readonly rules: readonly Rule[];
  /** What they are the rules of: `成文日期`. */
  readonly of: string;
}

/**
 * 依据: a quiet word that opens the rules in place. It stands beside a label, never inside it, so that the field's own name stays
 * short. Nothing where there is no rule.
 */
export function RuleMark({ rules, of }: RuleMarkProps) {
  const id = useId();
  const isOpen = useSignal(false);
  if (rules.length === 0) return null;
  return (
    <>
      <button
        type="button"
        class={styles.mark}
        aria-expanded={isOpen.value}
        aria-controls={id}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen.value || isComposing(event)) return;
          // An open dialog around it stays open.
          event.preventDefault();
          event.stopPropagation();
          isOpen.value = false;
        }}
      >
        依据<span class={styles.hidden}>：{of}</span>
      </button>
      <div id={id} class={styles.text} hidden={!isOpen.value}>
        {isOpen.value && <Said rules={rules} />}
      </div>
    </>
  );
}

export interface StepRulesProps {
  readonly steps: readonly Step[];
  readonly of: string;
  /** The step's heading, beside which the mark stands. */
  readonly children?: ComponentChildren;
}

/** The rules of a step, or of steps that are taken in one place. */
export function StepRules({ steps, of, children }: StepRulesProps) {
  const rules = [...new Set(steps.flatMap(rulesOfStep))];
  return children === undefined ? (
    <RuleMark rules={rules} of={of} />
  ) : (
    <div class={styles.row}>
      {children}
      <RuleMark rules={rules} of={of} />
    </div>
  );
}

/** Laws of which the hall shows the text itself: then the article leads there. */
export const useLawPages = (): ((law: Rule['law']) => string | undefined) => {
  const { api } = useDesk();
  const { value: entries = [] } = useLoad('entries', () => api.entries());
  return (law) => {
    const page = entries.find(
      (row) => row.kind === 'page' && row.publishedRevision !== null && row.title.includes(laws[law].name),
    );
    return laws[law].kind === '法律法规' && page ? `/${page.id}` : undefined;
  };
};

function Said({ rules }: { readonly rules: readonly Rule[] }) {
  const pageOf = useLawPages();
  return (
    <ul>
      {rules.map((rule) => (
        <li key={rule.id}>
          {rule.say} <Source rule={rule} page={pageOf(rule.law)} />
        </li>
      ))}
    </ul>
  );
}

export interface SourceProps {
  readonly rule: Rule;
  /** Address of the page that holds the law's text. */
  readonly page: string | undefined;
}

/** Where it is written; the law's own text opens beside the desk. */
export function Source({ rule, page }: SourceProps) {
  const words = sourceOf(rule);
  return (
    <cite class={styles.source}>
      {page ? (
        <a href={page} target="_blank" rel="noopener" aria-label={`${words}，原文，在新窗口打开`}>
          {words}
        </a>
      ) : (
        words
      )}
    </cite>
  );
}
