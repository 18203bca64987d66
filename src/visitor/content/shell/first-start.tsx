import { Heading } from '../../../ui/heading.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { connection, fetching } from '../../store/facts.ts';
import { type Sentence, t } from '../../t.ts';

const WORDS = {
  unknown: '正在连接服务器…',
  connected: '正在取得内容，一般不到一分钟。',
  offline: '还没有连上网络。连上以后自动接着取，已经取得的不用重来。',
  blocked: '网络要先登录才能用。请工作人员登录网络，之后自动接着取。',
} as const satisfies Record<string, Sentence>;

/** A screen that has never shown anything yet. It goes on by itself, after a break as well. */
export function FirstStart() {
  return (
    <>
      <Heading title={t('正在准备内容…')} lead={t('第一次打开，要先把办事指南和公开信息存到这台机器里。')} />
      <Notice kind="info">{progressInWords()}</Notice>
    </>
  );
}

const progressInWords = (): string => {
  const progress = fetching.value;
  return progress === null || progress.of === 0
    ? t(WORDS[connection.value])
    : t('已经存好 {done} 份，共 {of} 份。', { done: progress.done, of: progress.of });
};
