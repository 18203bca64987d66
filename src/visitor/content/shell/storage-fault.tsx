import { Heading } from '../../../ui/heading.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { readCanary } from '../../store/canary.ts';
import type { ContentFault } from '../../store/content.ts';
import { type Sentence, t } from '../../t.ts';

const WORDS = {
  blocked: {
    title: '请关掉其他窗口',
    lead: '本站在另一个窗口里还开着旧的一版，这里暂时读不到保存的内容。',
    todo: '关掉其他窗口后，几秒钟内自动继续。还是不行，请把浏览器关掉重新打开。',
  },
  broken: {
    title: '这里存不下内容',
    lead: '浏览器不让本站保存或读取内容：可能开的是无痕窗口，可能禁止了网站存储，也可能是这台机器的存储坏了。',
    todo: '在自己的手机上，请换普通窗口打开。在大厅，请告诉工作人员，先到窗口办理。',
  },
} as const satisfies Record<ContentFault, Record<'title' | 'lead' | 'todo', Sentence>>;

/** There is nothing to show and the reason is this machine, not the network. It goes on by itself as soon as it can. */
export function StorageFault({ fault }: { readonly fault: ContentFault }) {
  const { title, lead, todo } = WORDS[fault];
  const { helpLine } = readCanary();
  return (
    <>
      <Heading size="long" title={t(title)} lead={t(lead)} />
      <Notice kind="warn" title={t('怎么办：')}>
        {t(todo)}
        {helpLine !== null && t('大厅电话：{phone}。', { phone: helpLine })}
      </Notice>
    </>
  );
}
