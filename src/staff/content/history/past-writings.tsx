import { useSignal } from '@preact/signals';
import { kindOf } from '../../../contract/entry-name.ts';
import { PAST_WRITING_DAYS } from '../../../contract/history.ts';
import type { EntryId } from '../../../contract/id.ts';
import type { Problem } from '../../../contract/problem.ts';
import { useDesk } from '../../desk.ts';
import { Button } from '../../part/button.tsx';
import { Note, ProblemNote } from '../../part/note.tsx';
import table from '../../part/table.module.css';
import { useLoad } from '../../part/use-load.ts';
import { momentInWords } from '../../part/words.ts';
import { sectionsOf } from '../field/section-of.ts';
import { labelOf } from '../field/spec.ts';
import type { Branch } from '../field/tree.ts';
import styles from './history.module.css';
import { takeUp } from './take-up.ts';
import { changedInWords } from './version.ts';

/** What this person typed, did not save as a revision, and gave up: for some days it can be gone on with. */
export function PastWritings({ id }: { readonly id: EntryId }) {
  const desk = useDesk();
  const { value = [] } = useLoad(id, () => desk.api.pastWritings(id));
  const problem = useSignal<Problem | null>(null);
  const sections = sectionsOf[kindOf(id)];
  const bringBack = async (n: number): Promise<void> => {
    const held = await desk.api.pastWriting(id, n);
    problem.value = held.ok
      ? await takeUp(desk, id, {
          mine: held.value.text as Branch,
          base: held.value.base as Branch,
          basedOn: held.value.basedOn,
        })
      : held.problem;
  };
  if (value.length === 0) return null;
  return (
    <section class={styles.part} aria-labelledby="past-writings">
      <h2 id="past-writings">找回没有存成稿的内容</h2>
      <Note>
        这些是您写过、没有存成一稿的，只有您看得到，留 {PAST_WRITING_DAYS}{' '}
        天。找回一份以后，现在没存成稿的会换到这里。
      </Note>
      {problem.value && <ProblemNote problem={problem.value} title="没有找回。" />}
      <table class={table.table} aria-label="没有存成稿的内容">
        <thead>
          <tr>
            <th scope="col">什么时候写的</th>
            <th scope="col">和稿子比</th>
            <th scope="col" class={table.end}>
              找回
            </th>
          </tr>
        </thead>
        <tbody>
          {value.map(({ n, savedAt, basedOn, changed }) => (
            <tr key={n}>
              <th scope="row">{momentInWords(savedAt, desk.clock())}</th>
              <td>
                从第 {basedOn} 稿写的，{changedInWords(changed.map((key) => labelOf(sections, key)))}
              </td>
              <td class={table.end}>
                <Button
                  isSmall
                  says={`找回${momentInWords(savedAt, desk.clock())}写的`}
                  onPress={() => bringBack(n)}
                >
                  接着写这一份
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
