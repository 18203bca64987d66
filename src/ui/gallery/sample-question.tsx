import { useSignal } from '@preact/signals';
import { Button } from '../button.tsx';
import { ChoiceList } from '../choice-list.tsx';
import { Heading } from '../heading.tsx';
import { Masthead } from '../masthead.tsx';
import { ScreenFrame } from '../screen-frame.tsx';
import { SideNote } from '../side-note.tsx';
import { StepProgress } from '../step-progress.tsx';
import styles from './gallery.module.css';
import { isLowSample, SampleFoot } from './sample-foot.tsx';

const WAYS = [
  { value: 'hall', label: '到大厅来取', hint: '凭回执编号和查询码，当场打印' },
  { value: 'post', label: '寄到家里', hint: '下一题填地址，邮费不用您出' },
  { value: 'mail', label: '发到邮箱', hint: '需要一个能收信的电子邮箱' },
  { value: 'call', label: '打电话念给我听', hint: '眼睛看不清时可以选这个' },
];

const nothing = () => {};

export function QuestionSample() {
  const chosen = useSignal<readonly string[]>(['hall']);
  return (
    <ScreenFrame
      isLow={isLowSample()}
      head={<Masthead title="申请公开政府信息" note="填的内容只存在这台机器里，交出前已加密" />}
      actions={
        <>
          <Button kind="secondary" icon="chevron-left" onPress={nothing}>
            上一题
          </Button>
          <Button
            isWide
            onPress={() => {
              location.hash = '#typing';
            }}
          >
            下一题
          </Button>
        </>
      }
      foot={<SampleFoot />}
    >
      <StepProgress step={3} steps={8} text="第 3 题，共 8 题" />
      <Heading size="long" title="您想怎样拿到答复？" lead="选一种最方便的，以后还可以改。" />
      <ChoiceList
        label="您想怎样拿到答复？"
        kind="one"
        choices={WAYS}
        chosen={chosen.value}
        onChange={(next) => {
          chosen.value = next;
        }}
      />
      <SideNote>为什么问：条例第二十九条要求写明“获取信息的方式、途径”。</SideNote>
      <p class={styles.leave}>
        <Button kind="quiet" size="small" onPress={nothing}>
          不填了，清除并离开
        </Button>
      </p>
    </ScreenFrame>
  );
}
