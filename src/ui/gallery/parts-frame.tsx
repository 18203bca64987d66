import { useSignal } from '@preact/signals';
import { FindButton } from '../find-button.tsx';
import { FootBar } from '../foot-bar.tsx';
import { Heading } from '../heading.tsx';
import { IndexGrid } from '../index-grid.tsx';
import { Keyboard } from '../keyboard/keyboard.tsx';
import { Masthead } from '../masthead.tsx';
import { Split } from '../split.tsx';
import { Part } from './part.tsx';

const nothing = () => {};

const TOPICS = [
  { key: 'a', label: '养老', note: '参保、领取、资格认证', count: '7 项' },
  { key: 'b', label: '看病医保', note: '缴费、报销、慢病' },
  { key: 'c', label: '全部', note: '54 项，按部门查' },
];

export function FrameParts() {
  return (
    <>
      <Part name="Masthead" use="每一页的顶上：这是哪里，或者正在办什么。">
        <Masthead title="嘎什根乡便民服务大厅" note="11月24日 周二 09:12" />
      </Part>
      <Part name="Heading" use="一页只有一个标题；名称和问题长，用 long。">
        <Heading size="long" kicker="办事指南 · 养老" title="您想怎样拿到答复？" lead="选一种最方便的。" />
      </Part>
      <Part name="FindButton" use="看着像输入框，其实是去搜索的门。">
        <FindButton label="搜索" words="说事情就行，例如 养老金" onPress={nothing} />
      </Part>
      <Part name="IndexGrid, Split" use="十来个入口，用字不用方块；宽屏上旁边还放得下别的。">
        <Split side={<p>未联网，不影响使用</p>}>
          <IndexGrid label="按事情找" entries={TOPICS} onPress={nothing} />
        </Split>
      </Part>
      <Part name="FootBar" use="每一页的底下都一样；用不上的变灰，不拿走。">
        <FootBar
          label="常用"
          cells={[
            { icon: 'chevron-left', label: '上一步', onPress: nothing },
            { icon: 'house', label: '首页', onPress: nothing, disabled: true },
            { icon: 'type', label: '大字', onPress: nothing },
            { icon: 'volume-2', label: '念给我听', onPress: nothing, isPressed: true },
          ]}
        />
      </Part>
      <Part name="Keyboard" use="大厅的屏幕没有别的键盘；只给这一题用得上的键。">
        <Keys />
      </Part>
    </>
  );
}

function Keys() {
  const heard = useSignal(0);
  return (
    <>
      <Keyboard
        target={null}
        modes={['id']}
        action={{ label: '下一题', onPress: nothing }}
        onKey={() => {
          heard.value += 1;
        }}
      />
      <Keyboard target={null} modes={['letters', 'digits']} />
    </>
  );
}
