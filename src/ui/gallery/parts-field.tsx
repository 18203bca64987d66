import { useSignal } from '@preact/signals';
import { ChipList } from '../chip-list.tsx';
import { ChoiceList } from '../choice-list.tsx';
import { ChoiceTiles } from '../choice-tiles.tsx';
import { StepProgress } from '../step-progress.tsx';
import { StrokePad } from '../stroke-pad.tsx';
import { TapGrid } from '../tap-grid.tsx';
import { TextField } from '../text-field.tsx';
import { TickList } from '../tick-list.tsx';
import styles from './gallery.module.css';
import { Part } from './part.tsx';

const CHOICES = [
  { value: 'a', label: '乡政府', hint: '包括各办公室和所站' },
  { value: 'b', label: '村委会' },
  { value: 'c', label: '说不清', hint: '工作人员会帮您分' },
];

export function FieldParts() {
  return (
    <>
      <Part name="StepProgress" use="一共几题，现在第几题。">
        <StepProgress step={3} steps={8} text="第 3 题，共 8 题" />
      </Part>
      <Part name="TextField" use="只在点不出来的时候才让人写；错在哪里、怎么改，写在旁边。">
        <Fields />
      </Part>
      <Part name="ChipList" use="现成的词，点一下就写进去。">
        <ChipList label="常用的词" chips={['补贴发放名单', '招标结果', '征地补偿']} onPress={() => {}} />
      </Part>
      <Part name="ChoiceList" use="选一个或者几个；整行都能点。">
        <Choices />
      </Part>
      <Part name="ChoiceTiles" use="两到四种样子，点了马上就是。">
        <Tiles />
      </Part>
      <Part name="TickList" use="要准备的东西，备好一样勾一样。">
        <Ticks />
      </Part>
      <Part name="TapGrid" use="很多短的，一眼看完：日子、月份。">
        <Days />
      </Part>
      <Part name="StrokePad, StrokePicture" use="用手指签名。">
        <Signature />
      </Part>
    </>
  );
}

function Fields() {
  const name = useSignal('');
  const set = (value: string) => {
    name.value = value;
  };
  return (
    <div class={styles.stack}>
      <TextField label="姓名" hint="和身份证上一样" value={name.value} onInput={set} />
      <TextField
        label="找什么"
        isLabelHidden
        icon="search"
        placeholder="例如 养老金"
        value=""
        onInput={() => {}}
      />
      <TextField
        label="身份证号"
        value="22082119600101123"
        error="少了 1 位：身份证号是 18 位，请对照证件再看一遍。"
        onInput={() => {}}
      />
      <TextField label="想说的话" lines={3} count="6 字，最多 1000" value="路灯坏了三天" onInput={() => {}} />
    </div>
  );
}

function Choices() {
  const one = useSignal<readonly string[]>(['a']);
  const many = useSignal<readonly string[]>(['a', 'c']);
  return (
    <div class={styles.stack}>
      <ChoiceList
        label="问谁"
        kind="one"
        choices={CHOICES}
        chosen={one.value}
        onChange={(next) => {
          one.value = next;
        }}
      />
      <ChoiceList
        label="问谁"
        kind="many"
        choices={CHOICES}
        chosen={many.value}
        error="请至少选一个，选“说不清”也可以。"
        onChange={(next) => {
          many.value = next;
        }}
      />
    </div>
  );
}

function Tiles() {
  const chosen = useSignal('b');
  return (
    <ChoiceTiles
      label="字的大小"
      tiles={[
        { value: 'a', label: '平常', sample: '字' },
        { value: 'b', label: '大字', sample: '字' },
        { value: 'c', label: '特大字', sample: '字' },
      ]}
      chosen={chosen.value}
      onChoose={(value) => {
        chosen.value = value;
      }}
    />
  );
}

function Ticks() {
  const ticked = useSignal<ReadonlySet<string>>(new Set(['a']));
  const toggle = (id: string) => {
    const next = new Set(ticked.value);
    if (!next.delete(id)) next.add(id);
    ticked.value = next;
  };
  const items = [
    { id: 'a', label: '本人身份证', note: '原件，看后退还' },
    { id: 'b', label: '县级以上残疾人联合会发的残疾人证', note: '原件和复印件各 1 份，复印件写明用途' },
  ];
  return <TickList label="材料" items={items} ticked={ticked.value} onToggle={toggle} />;
}

function Days() {
  const day = useSignal(3);
  return (
    <TapGrid
      label="哪一天"
      columns={7}
      cells={Array.from({ length: 14 }, (_, at) => ({ value: at + 1, label: `${at + 1}` }))}
      chosen={day.value}
      onChoose={(next) => {
        day.value = next;
      }}
    />
  );
}

function Signature() {
  const strokes = useSignal<readonly string[]>(['120,90 480,160 300,260']);
  return (
    <StrokePad
      label="已经签了 1 笔"
      width={936}
      height={360}
      strokes={strokes.value}
      onStrokes={(next) => {
        strokes.value = next;
      }}
    />
  );
}
