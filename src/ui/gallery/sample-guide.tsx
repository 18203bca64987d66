import { useSignal } from '@preact/signals';
import { Button } from '../button.tsx';
import { DefinitionList } from '../definition-list.tsx';
import { Disclosure } from '../disclosure.tsx';
import { FactsRow } from '../facts-row.tsx';
import { Heading } from '../heading.tsx';
import { Masthead } from '../masthead.tsx';
import { ScreenFrame } from '../screen-frame.tsx';
import { Tag } from '../tag.tsx';
import { TickList } from '../tick-list.tsx';
import styles from './gallery.module.css';
import { isLowSample, SampleFoot } from './sample-foot.tsx';

const MATERIALS = [
  { id: 'a', label: '本人身份证', note: '原件，看后退还' },
  { id: 'b', label: '社会保障卡', note: '没有可当场申领' },
  { id: 'c', label: '户口簿', note: '首页和本人页，复印 1 份' },
  { id: 'd', label: '待遇领取申请表', note: '窗口有，可在此打印' },
];

const FACTS = [
  { value: '5 个工作日', note: '承诺；法定 20 个' },
  { value: '不收费', note: '任何环节都不收' },
  { value: '跑 1 次', note: '也可请村里代办' },
];

const PLACE = [
  { term: '窗口', detail: '大厅 3 号窗口（社会保障所）' },
  { term: '时间', detail: '周一至周五 8:30–11:30，13:30–17:00（冬季至 16:30）' },
  { term: '电话', detail: '0436-786 1003' },
];

const nothing = () => {};

function Actions() {
  return (
    <>
      <Button icon="printer" onPress={nothing}>
        打印便民卡片
      </Button>
      <Button kind="secondary" icon="smartphone" onPress={nothing}>
        手机带走
      </Button>
      <Button kind="secondary" icon="workflow" onPress={nothing}>
        看流程
      </Button>
    </>
  );
}

export function GuideSample() {
  const ticked = useSignal<ReadonlySet<string>>(new Set(['a', 'b']));
  const toggle = (id: string) => {
    const next = new Set(ticked.value);
    if (!next.delete(id)) next.add(id);
    ticked.value = next;
  };
  return (
    <ScreenFrame
      isLow={isLowSample()}
      head={<Masthead title="嘎什根乡便民服务大厅" note="11月24日 周二 09:12" />}
      actions={<Actions />}
      foot={<SampleFoot />}
    >
      <Heading
        size="long"
        kicker={
          <>
            办事指南 · 养老 <Tag>示例</Tag>
          </>
        }
        title="领取城乡居民养老金"
        lead="年满 60 周岁、缴费满 15 年，可以申请每月领养老金。"
      />
      <FactsRow facts={FACTS} />
      <h2 class={styles.section}>要带什么</h2>
      <TickList label="要带的材料" items={MATERIALS} ticked={ticked.value} onToggle={toggle} />
      <h2 class={styles.section}>去哪里办</h2>
      <DefinitionList rows={PLACE} />
      <div class={styles.more}>
        <Disclosure summary="谁能办">年满 60 周岁，户籍在本乡，没有领取职工养老金。</Disclosure>
        <Disclosure summary="法律依据" note="2 条">
          《城乡居民基本养老保险经办规程》第二十六条。
        </Disclosure>
      </div>
    </ScreenFrame>
  );
}
