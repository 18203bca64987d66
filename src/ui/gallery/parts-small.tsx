import { useSignal } from '@preact/signals';
import { BigCode } from '../big-code.tsx';
import { Button } from '../button.tsx';
import { ButtonLink } from '../button-link.tsx';
import { Countdown } from '../countdown.tsx';
import { Dialog } from '../dialog.tsx';
import { Icon } from '../icon.tsx';
import { ICON_PATHS, type IconName } from '../icon-paths.ts';
import { Notice } from '../notice.tsx';
import { Tag } from '../tag.tsx';
import styles from './gallery.module.css';
import { Part } from './part.tsx';

const KINDS = ['primary', 'secondary', 'danger', 'quiet'] as const;
const nothing = () => {};

export function SmallParts() {
  return (
    <>
      <Buttons />
      <Part name="Icon" use="总在文字旁边，从不单独用。">
        <div class={styles.icons}>
          {(Object.keys(ICON_PATHS) as IconName[]).map((name) => (
            <span key={name}>
              <Icon name={name} />
              {name}
            </span>
          ))}
        </div>
      </Part>
      <Part name="Notice" use="刚发生了什么，或者要留意什么；用话说，颜色只是陪衬。">
        <div class={styles.stack}>
          <Notice kind="info">本机现在没有联网，不影响使用。您填好的会存好，联网后自动交出。</Notice>
          <Notice kind="ok">已经打印，请在屏幕右下方取纸。</Notice>
          <Notice kind="warn">今天 16:30 下班，现在取号可能来不及办。</Notice>
          <Notice kind="danger" title="没有打印出来。">
            打印机缺纸。请记下回执编号，或者到 1 号窗口。
          </Notice>
        </div>
      </Part>
      <Part name="Tag, BigCode, Countdown" use="一个词说明旁边的东西；要抄下来的号码；正在走的时间。">
        <div class={styles.samples}>
          <Tag>示例</Tag>
          <Tag kind="warn">今天到期</Tag>
          <BigCode label="回执编号" code="A7-000128-9" />
          <Countdown secondsLeft={13} seconds={20} />
        </div>
      </Part>
      <DialogPart />
    </>
  );
}

function Buttons() {
  return (
    <Part name="Button, ButtonLink" use="一页一个实心的：往下走的那个。危险的事用红色，还要再问一次。">
      <div class={styles.stack}>
        {KINDS.map((kind) => (
          <div key={kind} class={styles.samples}>
            <Button kind={kind} icon="printer" onPress={nothing}>
              打印
            </Button>
            <Button kind={kind} size="small" onPress={nothing}>
              小按钮
            </Button>
            <Button kind={kind} busy="正在打印…" onPress={nothing}>
              打印
            </Button>
            <Button kind={kind} disabled onPress={nothing}>
              不能用
            </Button>
          </div>
        ))}
        <ButtonLink href="./index.html" download="index.html" icon="file-text">
          存到手机
        </ButtonLink>
      </div>
    </Part>
  );
}

function DialogPart() {
  const isOpen = useSignal(location.search.includes('dialog'));
  const close = () => {
    isOpen.value = false;
  };
  return (
    <Part name="Dialog" use="要先回答才能往下走的一句话；能写在页面上的，不用它。">
      <Button
        kind="secondary"
        onPress={() => {
          isOpen.value = true;
        }}
      >
        打开对话框
      </Button>
      <Dialog
        isOpen={isOpen.value}
        title="您还在吗？"
        onClose={close}
        actions={
          <>
            <Button onPress={close}>还在，继续</Button>
            <Button kind="secondary" onPress={close}>
              清除并离开
            </Button>
          </>
        }
      >
        <Countdown secondsLeft={13} seconds={20} />
        <p>一会儿没有动静，填的内容就会清掉，别人看不到。</p>
      </Dialog>
    </Part>
  );
}
