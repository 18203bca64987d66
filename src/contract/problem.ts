import { MIN_PASSWORD } from './account.ts';
import { type Day, dayInShort } from './day.ts';
import { chinese, type Say } from './words/say.ts';

/**
 * Everything that may go wrong in an expected way, each with the sentence that a person reads: what happened, what to do.
 * Only server/http turns a problem into an HTTP status. `field` names the input beside which the sentence stands.
 */
export type Problem =
  | { readonly code: 'calendar-year-missing'; readonly year: number }
  | { readonly code: 'not-json' | 'too-large' | 'wrong-media-type' | 'no-such-address' | 'no-such-thing' }
  | {
      readonly code: 'bad-input';
      readonly faults: readonly { readonly path: string; readonly say: string }[];
    }
  | { readonly code: 'not-logged-in' | 'not-allowed' | 'wrong-login' | 'wrong-origin' | 'password-too-weak' }
  | { readonly code: 'wrong-present-password' | 'wrong-invitation' | 'login-taken' }
  | { readonly code: 'code-needed' | 'wrong-code' | 'second-step-is-on' }
  | { readonly code: 'not-oneself' | 'last-admin' | 'person-disabled' }
  | { readonly code: 'no-such-department'; readonly department: string }
  /** `its`: null for what belongs to the whole hall. */
  | {
      readonly code: 'other-department';
      readonly its: string | null;
      readonly own: string;
      readonly does: 'write' | 'review';
    }
  | { readonly code: 'too-many-tries'; readonly seconds: number }
  | { readonly code: 'edited-meanwhile'; readonly by: string; readonly revision: number }
  | { readonly code: 'written-elsewhere' | 'too-many-writings' }
  | { readonly code: 'move-not-legal'; readonly state: string; readonly move: string }
  | { readonly code: 'move-made-before' | 'proposal-waits' | 'proposal-settled' | 'own-proposal' }
  | { readonly code: 'move-too-late'; readonly on: Day }
  | { readonly code: 'move-too-early'; readonly on: Day }
  | {
      readonly code:
        | 'same-person-signs-twice'
        | 'signed-before'
        | 'masked-before'
        | 'moment-missing'
        | 'moment-past'
        | 'ends-before'
        | 'aspects-missing'
        | 'secrecy-check-missing'
        | 'reason-missing'
        | 'nothing-to-publish';
    }
  | { readonly code: 'findings-open'; readonly count: number }
  | { readonly code: 'no-such-snapshot'; readonly number: number }
  | { readonly code: 'bad-spreadsheet'; readonly say: string }
  | { readonly code: 'batch-busy' | 'batch-not-so' }
  | { readonly code: 'broken-reference'; readonly from: string; readonly to: string }
  | { readonly code: 'chart-of-guide'; readonly guide: string }
  /** Said by contract/file, which screens have no use for. */
  | { readonly code: 'upload-broken-off' }
  | { readonly code: 'file-refused'; readonly why: string }
  | { readonly code: 'attachment-not-ready'; readonly name: string; readonly why: string }
  | { readonly code: 'picture-missing'; readonly entry: string }
  | { readonly code: 'machine-unknown' | 'machine-revoked' | 'signature-wrong' | 'receipt-number-not-yours' }
  | { readonly code: 'other-content-under-this-id' | 'receipt-number-taken' }
  | { readonly code: 'wrong-number-or-code' | 'cannot-open' }
  | { readonly code: 'storage-full' | 'not-ready' | 'unexpected' | 'only-preview' }
  | { readonly code: 'offline' | 'not-our-server' };

export type ProblemCode = Problem['code'];

type Sentence<C extends ProblemCode> = (problem: Extract<Problem, { code: C }>, say: Say) => string;
type Catalogue = { readonly [C in ProblemCode]: Sentence<C> };

/** Nobody counts to 3,400: from a minute and a half on in minutes, from two hours on in hours, rounded up. */
const waitInWords = (seconds: number, say: Say): string => {
  if (seconds < 90) return say('{n} 秒', { n: seconds });
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? say('{n} 分钟', { n: minutes }) : say('{n} 小时', { n: Math.ceil(minutes / 60) });
};

const sentences: Catalogue = {
  'calendar-year-missing': (it, say) =>
    say('{year} 年的放假安排还没有录入，算不出准确日期。国务院办公厅公布并录入以后，就有准确日期。', {
      year: it.year,
    }),
  'not-json': (_, say) => say('收到的内容读不懂。请刷新页面再试一次。'),
  'too-large': (_, say) => say('内容太大了，没有收下。请减少内容后再试。'),
  'wrong-media-type': (_, say) => say('内容的格式不对，没有收下。请刷新页面再试一次。'),
  'no-such-address': (_, say) => say('没有这个地址。请回到首页重新选择。'),
  'no-such-thing': (_, say) => say('没有找到，可能已经撤下或改了名字。请回到列表重新选择。'),
  'bad-input': (it, say) =>
    say('有 {count} 处要改：{faults}', {
      count: it.faults.length,
      faults: it.faults.map((each) => each.say).join(' '),
    }),
  'not-logged-in': () => '登录已过期。请重新登录，已经写的内容不会丢。',
  'not-allowed': () => '您的岗位没有这项权限。需要时请找系统管理员。',
  'wrong-login': () => '账号或密码不对。请核对后再试。',
  'wrong-origin': () => '请求不是从本工作台页面发出的，没有执行。请刷新页面再试。',
  'password-too-weak': () =>
    `密码太短，或者太容易猜到。至少 ${MIN_PASSWORD} 个字符，可以用一句好记、别人想不到的话。`,
  'wrong-present-password': () => '现在的密码不对。请再输一次。',
  'wrong-invitation': () =>
    '账号或邀请码不对，或者邀请码过期了。请照着再输一次；还不行，请系统管理员重新给一个邀请码。',
  'login-taken': () => '这个账号已经有人用了。请换一个。',
  'code-needed': () => '密码对了。请再填手机上的 6 位验证码。',
  'wrong-code': () => '验证码不对，或者已经用过。请等手机上换了下一个，再填一次。',
  'second-step-is-on': () => '两步验证已经开着。要换手机，请先关闭，再重新开启。',
  'not-oneself': () => '不能停用自己，也不能改自己的岗位和科室。请另一位系统管理员来改。',
  'last-admin': () => '这样就没有能用的系统管理员了。请先让另一位同事担任系统管理员，等他设好密码。',
  'person-disabled': () => '这个账号停用了。请先恢复使用，再给邀请码。',
  'no-such-department': (it) => `本厅没有“${it.department}”这个科室。请重新选择。`,
  'other-department': (it) => {
    const its = it.its ?? '全大厅';
    return it.does === 'review'
      ? `这一条归${its}管，您只复审${it.own}的内容，没有签。请由${it.its ?? '不分科室'}的负责人来审，或者请系统管理员调整您的科室。`
      : `这一条归${its}管，您只能改${it.own}的内容，没有保存。请把要改的告诉${its}，或者请系统管理员调整您的科室。`;
  },
  'too-many-tries': (it, say) =>
    say('试的次数太多了。请过 {wait}再试。', { wait: waitInWords(it.seconds, say) }),
  'edited-meanwhile': (it) =>
    `${it.by} 刚刚改过这一条（第 ${it.revision} 稿）。请先看看改了什么，再保存您的。`,
  'written-elsewhere': () => '您在另一个窗口或另一台电脑上也改过这一条。请先看看两边的差别，再接着写。',
  'too-many-writings': () => '没存成稿的内容太多了，没有再收。请先把写好的存成一稿，不要的去掉。',
  'move-not-legal': () => '现在不能这样操作，可能别人刚刚处理过。请刷新后再看。',
  'move-made-before': () => '这一步只能做一次，已经做过了。',
  'proposal-waits': () => '已报工作机构负责人批准，还没有批。请等批下来，或者先收回报批，再做别的。',
  'proposal-settled': () => '这一次报批已经处理过，或者已经收回。请刷新后再看。',
  'own-proposal': () => '自己报的不能自己批。请另一位工作机构负责人来批。',
  'move-too-late': (it) => `这一步最晚 ${dayInShort(it.on)}做，已经过了。`,
  'move-too-early': (it) => `要等 ${dayInShort(it.on)}过了，才能这样做。`,
  'same-person-signs-twice': () => '写稿的人不能自己审核。请由另一位同事审核。',
  'signed-before': () => '复审和签发要由两个人签，您已经签过其中一道。请由另一位同事来签。',
  'masked-before': () => '这一稿的号码是您遮盖的，复审和签发请另一位同事来签。您可以做保密审查。',
  'moment-missing': () => '请写明什么时候。',
  'moment-past': () => '这个时间已经过了。请选晚一点的时间。',
  'ends-before': () => '自动撤下的时间不晚于发布的时间。请先改撤下的时间，或者不定撤下时间。',
  'aspects-missing': () => '审查的几个方面还没有勾全。请逐项审查并勾选，再签。',
  'secrecy-check-missing': () => '还没有做保密审查。请先审查并勾选，再签。',
  'reason-missing': () => '请写明理由。',
  'findings-open': (it) => `自动检查指出的还有 ${it.count} 处没有确认看过。请逐处看过、勾选，再签。`,
  'nothing-to-publish': () => '没有审核通过、等待发布的内容。',
  'no-such-snapshot': (it) => `没有第 ${it.number} 版可以退回。`,
  'bad-spreadsheet': (it) => it.say,
  'batch-busy': () => '这一批正在导入、撤回或送审。请等它做完，或者先停下。',
  'batch-not-so': () => '这一批现在不能这样做，可能刚才已经做过了。请刷新后再看。',
  'broken-reference': (it) => `“${it.from}”引用的“${it.to}”没有发布。请先发布它，或改掉引用。`,
  'chart-of-guide': (it) => `它是办事指南“${it.guide}”的办事程序，不能单独撤下。撤下那份指南，它就一起撤下。`,
  'upload-broken-off': () => '文件没有传完就断了。请再传一次。',
  'file-refused': (it) => it.why,
  'attachment-not-ready': (it) => `附件“${it.name}”${it.why}`,
  'picture-missing': (it) => `“${it.entry}”的正文里有一张图不在了。请打开这一条，删掉那张图，重新插入。`,
  'machine-unknown': (_, say) => say('这台屏幕还没有登记。请工作人员登记后再试。'),
  'machine-revoked': (_, say) => say('这台屏幕已被停用。请到窗口办理。'),
  'signature-wrong': (_, say) => say('签名对不上，没有收下。请通知工作人员。'),
  'receipt-number-not-yours': (_, say) => say('回执编号不属于这台屏幕，没有收下。请通知工作人员。'),
  'other-content-under-this-id': (_, say) =>
    say('同一个编号下已有另一份内容，两份都已保留。请通知工作人员。'),
  'receipt-number-taken': (_, say) => say('回执编号重复，两份都已保留。请通知工作人员。'),
  'wrong-number-or-code': (_, say) => say('回执编号或查询码不对。请照着回执再输一次。'),
  'cannot-open': () => '这一份打不开：大厅的密钥对不上，或者内容被改动过。请通知系统管理员。',
  'storage-full': (_, say) => say('存储空间不足，没有收下。请通知工作人员。'),
  'only-preview': (_, say) => say('这是预览，什么也不会交出去。'),
  'not-ready': (_, say) => say('服务正在启动，请稍等再试。'),
  unexpected: (_, say) => say('出了意外，刚才的操作没有完成。请再试一次；不行就请通知工作人员。'),
  offline: (_, say) => say('现在没有联网。已存好的内容不受影响，联网后自动继续。'),
  'not-our-server': (_, say) => say('网络被别的页面挡住了（例如上网登录页）。已存好的内容不受影响。'),
};

/** The sentence that a person reads. What only the desk meets is said in Chinese alone. */
export const sayProblem = (problem: Problem, say = chinese): string =>
  (sentences[problem.code] as Sentence<ProblemCode>)(problem as never, say);

/** Every code there is; the server's status table must cover it. */
export const problemCodes = Object.keys(sentences) as readonly ProblemCode[];
