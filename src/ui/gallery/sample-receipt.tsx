import { BigCode } from '../big-code.tsx';
import { Button } from '../button.tsx';
import { Heading } from '../heading.tsx';
import { Masthead } from '../masthead.tsx';
import { Notice } from '../notice.tsx';
import { NumberedList } from '../numbered-list.tsx';
import { ScreenFrame } from '../screen-frame.tsx';
import styles from './gallery.module.css';
import { isLowSample, SampleFoot } from './sample-foot.tsx';

const NEXT = [
  { label: '工作人员登记并核对', note: '需要补充会在 12月3日 前一次告诉您' },
  { label: '12月3日（周四）前答复', note: '本乡承诺 7 个工作日；法律规定最晚 12月22日' },
  {
    label: '凭两个号码在任何一台屏幕或手机上看结果',
    note: '不满意：监督电话 786 1003，或向镇赉县政府申请复议',
  },
];

const nothing = () => {};

export function ReceiptSample() {
  return (
    <ScreenFrame
      isLow={isLowSample()}
      head={<Masthead title="嘎什根乡便民服务大厅" note="11月24日 周二 09:17" />}
      actions={
        <>
          <Button icon="printer" onPress={nothing}>
            打印回执
          </Button>
          <Button kind="secondary" icon="check" onPress={nothing}>
            完成并清除
          </Button>
        </>
      }
      foot={<SampleFoot />}
    >
      <Heading title="收到了。" lead="请记下这两个号码，或者打印回执。" />
      <div class={styles.slip}>
        <BigCode label="回执编号" code="A7-000128-9" />
        <BigCode label="查询码" code="K4TM 9R" />
      </div>
      <h2 class={styles.section}>接下来</h2>
      <NumberedList items={NEXT} />
      <div class={styles.ready}>
        <Notice kind="info">
          本机现在没有联网。您的申请已经加密存好，联网后自动交出，不用再来。日期从今天算起。
        </Notice>
      </div>
    </ScreenFrame>
  );
}
