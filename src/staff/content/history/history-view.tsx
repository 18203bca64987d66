import type { ComponentChildren } from 'preact';
import { ok } from '../../../contract/result.ts';
import type { Answer } from '../../api/call.ts';
import { Note } from '../../part/note.tsx';
import { LoadedView } from '../../part/page.tsx';
import { useLoad } from '../../part/use-load.ts';
import type { Versions } from '../../route/versions.ts';
import { changesBetween } from '../difference/change.ts';
import { DifferenceView } from '../difference/difference-view.tsx';
import type { Speaker } from '../field/in-words.ts';
import type { Section } from '../field/spec.ts';
import type { Branch } from '../field/tree.ts';
import { ReadView } from '../read-view.tsx';
import { useSpeaker } from '../use-speaker.ts';
import styles from './history.module.css';
import type { Version, VersionText } from './version.ts';
import { VersionPair } from './version-pair.tsx';
import { VersionTable } from './version-table.tsx';

export interface HistoryViewProps {
  readonly versions: readonly Version[];
  readonly sections: readonly Section[];
  readonly shown: Versions;
  readonly hrefTo: (versions: Versions) => string;
  readonly onPick: (versions: Versions) => void;
  readonly load: (key: string) => Answer<VersionText>;
  /** What can be done with the one that is read. */
  readonly actions: (version: Version, text: VersionText) => ComponentChildren;
}

/** All states of a thing; or one to read; or two beside each other. */
export function HistoryView(props: HistoryViewProps) {
  const { versions, shown, onPick } = props;
  if (shown.to === '') return <VersionTable {...props} />;
  const [from, to] = [shown.from, shown.to].map((key) => versions.find((each) => each.key === key));
  return (
    <>
      <VersionPair versions={versions} shown={shown} onPick={onPick} />
      {to ? (
        <Shown {...props} from={from} to={to} />
      ) : (
        <Note kind="warn">没有这一稿，地址可能抄错了。请在上面另选一稿。</Note>
      )}
    </>
  );
}

interface ShownProps extends HistoryViewProps {
  readonly from: Version | undefined;
  readonly to: Version;
}

function Shown({ load, from, to, sections, actions }: ShownProps) {
  const { speaker } = useSpeaker();
  const loaded = useLoad(`${from?.key ?? ''} ${to.key}`, async () => {
    const [old, fresh] = await Promise.all([from ? load(from.key) : null, load(to.key)]);
    if (old !== null && !old.ok) return old;
    return fresh.ok ? ok({ old: old?.value ?? null, fresh: fresh.value }) : fresh;
  });
  return (
    <LoadedView of={loaded} waiting="正在取这一稿……">
      {({ old, fresh }) => (
        <div class={styles.part}>
          {actions(to, fresh)}
          {from && old ? (
            <Beside from={from} to={to} old={old} fresh={fresh} sections={sections} speaker={speaker} />
          ) : (
            <ReadView sections={sections} entry={branchOf(fresh)} speaker={speaker} />
          )}
        </div>
      )}
    </LoadedView>
  );
}

const branchOf = ({ text }: VersionText): Branch => text as Branch;

interface BesideProps {
  readonly from: Version;
  readonly to: Version;
  readonly old: VersionText;
  readonly fresh: VersionText;
  readonly sections: readonly Section[];
  readonly speaker: Speaker;
}

function Beside({ from, to, old, fresh, sections, speaker }: BesideProps) {
  const changes = changesBetween(sections, branchOf(old), branchOf(fresh), speaker);
  return changes.length === 0 ? (
    <Note>
      {from.name}和{to.name}看不出差别。
    </Note>
  ) : (
    <DifferenceView changes={changes} beforeLabel={from.name} afterLabel={to.name} />
  );
}
