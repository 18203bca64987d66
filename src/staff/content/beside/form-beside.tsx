import * as v from 'valibot';
import { Form, type Question } from '../../../contract/form.ts';
import { contradictionsIn } from '../../../contract/form-fault.ts';
import { answerChoices } from '../field/form-questions.ts';
import { answerWays } from '../field/form-table.ts';
import { type Branch, branchOf, listOf, type Tree, textOf } from '../field/tree.ts';
import styles from './beside.module.css';

export interface FormBesideProps {
  readonly form: Branch;
}

/** The way through the form: what is asked in which order, of whom, and what its parts contradict in each other. */
export function FormBeside({ form }: FormBesideProps) {
  const parsed = v.safeParse(Form, form);
  const faults = parsed.success ? contradictionsIn(parsed.output) : [];
  return (
    <section class={styles.beside} aria-label="问的顺序">
      <p class={styles.caption}>访客一屏答一题，按这个顺序。要自己走一遍，点上面的“看屏幕上的样子”。</p>
      <ol class={styles.order}>
        {listOf(form.questions).map((tree, at) => (
          <Line key={at} question={branchOf(tree)} form={form} />
        ))}
      </ol>
      <div aria-live="polite">
        {faults.length > 0 && (
          <ul class={styles.faults}>
            {faults.map((fault) => (
              <li key={fault.path.join('.')}>{fault.say}</li>
            ))}
          </ul>
        )}
        {parsed.success && faults.length === 0 && <p class={styles.good}>条件和选项都对得上。</p>}
      </div>
    </section>
  );
}

function Line({ question, form }: { readonly question: Branch; readonly form: Branch }) {
  const way = answerWays[textOf(branchOf(question.field).type) as Question['field']['type']];
  const when = listOf(question.when);
  return (
    <li>
      <b>{textOf(question.title) || '（还没有写）'}</b>
      <small>{[way ?? '还没有选怎么答', question.required === true ? '必答' : '可不填'].join(' · ')}</small>
      {when.length > 0 && <small>{`${when.map((each) => said(each, form)).join('，而且')}才问`}</small>}
    </li>
  );
}

/** `“谁来申请？”答“单位”` */
const said = (tree: Tree, form: Branch): string => {
  const { question, oneOf } = branchOf(tree);
  const asked = listOf(form.questions).find((each) => branchOf(each).id === question);
  const labels = new Map(answerChoices(form, textOf(question)));
  const answers = listOf(oneOf).map((each) => labels.get(textOf(each)) ?? textOf(each));
  return `“${textOf(branchOf(asked).title)}”答“${answers.join('”或“')}”`;
};
