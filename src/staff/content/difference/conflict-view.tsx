import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from '../../desk.ts';
import { Button } from '../../part/button.tsx';
import { momentInWords } from '../../part/words.ts';
import type { Speaker } from '../field/in-words.ts';
import { labelOf, type Section } from '../field/spec.ts';
import type { Branch, Tree } from '../field/tree.ts';
import type { Writing } from '../writing.ts';
import { changesBetween } from './change.ts';
import styles from './conflict-view.module.css';
import { DifferenceView } from './difference-view.tsx';
import { type Clash, decided, mergeOf, type Side } from './merge.ts';
import type { Other } from './other.ts';

export interface ConflictViewProps {
  readonly sections: readonly Section[];
  readonly writing: Writing;
  readonly theirs: Other;
  readonly speaker: Speaker;
  readonly onChosen: (mine: Branch) => void;
  readonly onDiscard: () => void;
}

const only = (sections: readonly Section[], key: string): readonly Section[] =>
  sections.map((section) => ({ ...section, fields: section.fields.filter((field) => field.key === key) }));

/** Two people changed one entry: who, which revision, what each wrote, and a choice for every element that both changed. */
export function ConflictView(props: ConflictViewProps) {
  const { sections, writing, theirs, speaker } = props;
  const { clock } = useDesk();
  const merge = mergeOf(writing.base, writing.mine, theirs.entry);
  const chosen = useSignal<Readonly<Record<string, Side>>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const open = merge.clashes.filter(({ key }) => chosen.value[key] === undefined).length;
  const { who } = theirs;
  const name = (keys: readonly string[]): string => keys.map((key) => labelOf(sections, key)).join('、');
  return (
    <section class={styles.conflict}>
      <h2 ref={heading} tabIndex={-1}>
        {who}刚刚改过这一条
      </h2>
      <p>
        {theirs.detail
          ? `${who}在${momentInWords(theirs.at, clock())} 保存了第 ${theirs.detail.revision} 稿，您是从第 ${writing.basedOn} 稿开始写的。`
          : `您在另一个窗口或另一台电脑上，${momentInWords(theirs.at, clock())} 也写了这一条，还没有存成一稿。`}
        两边写的都还在，请看看再定。
      </p>
      {merge.onlyTheirs.length > 0 && (
        <p>
          只有{who}改了：{name(merge.onlyTheirs)}。会保留。
        </p>
      )}
      {merge.onlyMine.length > 0 && <p>只有您改了：{name(merge.onlyMine)}。会保留。</p>}
      {merge.clashes.map((clash) => (
        <ClashView
          key={clash.key}
          {...props}
          clash={clash}
          who={who}
          label={labelOf(sections, clash.key)}
          side={chosen.value[clash.key]}
          speaker={speaker}
          onPick={(side) => {
            chosen.value = { ...chosen.value, [clash.key]: side };
          }}
        />
      ))}
      <div class={styles.buttons}>
        <Button
          kind="primary"
          isDisabled={open > 0}
          describedBy="conflict-open"
          onPress={() => props.onChosen(decided(merge, (key) => chosen.value[key] ?? 'theirs'))}
        >
          用选好的接着写
        </Button>
        <Button kind="danger" onPress={props.onDiscard}>
          不要我写的，用{who}的
        </Button>
        <span id="conflict-open">{open > 0 ? `还有 ${open} 项要选。` : '选好了，还没有保存。'}</span>
      </div>
    </section>
  );
}

interface ClashProps {
  readonly sections: readonly Section[];
  readonly clash: Clash;
  readonly who: string;
  readonly label: string;
  readonly side: Side | undefined;
  readonly speaker: Speaker;
  readonly theirs: Other;
  readonly onPick: (side: Side) => void;
}

const keyed = (key: string, value: Tree | undefined): Branch => (value === undefined ? {} : { [key]: value });

function ClashView({ sections, clash, who, label, side, speaker, theirs, onPick }: ClashProps) {
  const { key } = clash;
  const changes = changesBetween(
    only(sections, key),
    keyed(key, clash.theirs),
    keyed(key, clash.mine),
    speaker,
  );
  return (
    <fieldset class={styles.clash}>
      <legend>{label}：两人都改了</legend>
      <DifferenceView
        changes={changes}
        beforeLabel={theirs.detail ? `${who}的第 ${theirs.detail.revision} 稿` : `${who}写的`}
        afterLabel="您在这里写的"
      />
      <div class={styles.sides}>
        {(['theirs', 'mine'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name={`clash-${key}`} checked={side === each} onChange={() => onPick(each)} />
            {each === 'theirs' ? `用${who}的` : '用我的'}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
