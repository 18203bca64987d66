import { FindButton } from '../find-button.tsx';
import { Heading } from '../heading.tsx';
import { IndexGrid } from '../index-grid.tsx';
import { LinkList } from '../link-list.tsx';
import { Masthead } from '../masthead.tsx';
import { ScreenFrame } from '../screen-frame.tsx';
import { Split } from '../split.tsx';
import styles from './gallery.module.css';
import { isLowSample, SampleFoot } from './sample-foot.tsx';

const TOPICS = [
  ['养老', '参保、领取、资格认证'],
  ['看病医保', '缴费、报销、慢病'],
  ['低保救助', '低保、特困、临时救助'],
  ['残疾人', '办证、补贴、康复'],
  ['生育养育', '登记、育儿补贴'],
  ['种地补贴', '地力、农机、流转'],
  ['建房用地', '宅基地、危房、采伐'],
  ['就业', '失业登记、公益岗'],
  ['退役军人', '优待证、优抚'],
  ['证照户籍', '身份证、社保卡'],
  ['身后事', '注销、殡葬惠民'],
  ['全部', '54 项，按部门查'],
].map(([label = '', note]) => ({ key: label, label, note }));

const ROWS = [
  { key: 'open', label: '查政府公开的信息', note: '指南、目录、120 条' },
  { key: 'ask', label: '申请公开一份信息', note: '约 5 分钟' },
  { key: 'progress', label: '查我交的申请办到哪了', note: '凭回执编号和查询码' },
  { key: 'say', label: '投诉、建议、评价', note: '可以不留姓名' },
];

const go = (hash: string) => () => {
  location.hash = hash;
};

export function HomeSample() {
  return (
    <ScreenFrame
      isWide
      isLow={isLowSample()}
      head={<Masthead title="嘎什根乡便民服务大厅" note="11月24日 周二 09:12" />}
      foot={<SampleFoot isHome />}
    >
      <Heading title="您来办什么事？" />
      <FindButton label="搜索" words="说事情就行，例如 养老金、新农合、宅基地" onPress={go('#typing')} />
      <div class={styles.index}>
        <Split side={<LinkList label="公开与诉求" rows={ROWS} onPress={go('#question')} />}>
          <IndexGrid label="按事情找" entries={TOPICS} onPress={go('#guide')} />
        </Split>
      </div>
      <p class={styles.state}>
        <span>未联网，不影响使用 · 内容更新到今天 08:30</span>
        <span>要人帮忙：786 1003 或到 1 号窗口</span>
      </p>
    </ScreenFrame>
  );
}
