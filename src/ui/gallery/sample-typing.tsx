import { useSignal } from '@preact/signals';
import { ChipList } from '../chip-list.tsx';
import { Heading } from '../heading.tsx';
import { Keyboard } from '../keyboard/keyboard.tsx';
import type { TextTarget } from '../keyboard/text-target.ts';
import { Masthead } from '../masthead.tsx';
import { ScreenFrame } from '../screen-frame.tsx';
import { StepProgress } from '../step-progress.tsx';
import { TextField } from '../text-field.tsx';
import styles from './gallery.module.css';
import { SampleFoot } from './sample-foot.tsx';

const READY = ['补贴发放名单', '招标结果', '征地补偿', '宅基地审批', '财政收支'];

export function TypingSample() {
  const text = useSignal('2024年乌兰吐村的耕地');
  const target = useSignal<TextTarget | null>(null);
  return (
    <ScreenFrame
      head={<Masthead title="申请公开政府信息" note="填的内容只存在这台机器里，交出前已加密" />}
      keyboard={
        <Keyboard
          target={target.value}
          isMultiline
          action={{
            label: '下一题',
            onPress: () => {
              location.hash = '#receipt';
            },
          }}
        />
      }
      foot={<SampleFoot />}
    >
      <StepProgress step={5} steps={8} text="第 5 题，共 8 题" />
      <Heading size="long" title="您想看什么信息？" lead="写清楚是哪一年、哪件事，越具体越好查。" />
      <TextField
        label="您想看什么信息？"
        isLabelHidden
        lines={4}
        maxLength={1000}
        count={`${text.value.length} 字，最多 1000`}
        value={text.value}
        onInput={(value) => {
          text.value = value;
        }}
        onTarget={(next) => {
          target.value = next;
        }}
        hasScreenKeyboard
        isFocusedFirst
      />
      <div class={styles.ready}>
        <ChipList label="常用的词" chips={READY} onPress={(chip) => target.value?.insert(chip)} />
      </div>
    </ScreenFrame>
  );
}
