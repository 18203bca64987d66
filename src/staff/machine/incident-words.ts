import type { IncidentRow } from '../../contract/desk.ts';
import { machineInWords } from './machine-words.ts';

/** What a screen told, in words for whoever sits at the desk: what happened, and what to do about it. */

export interface SaidIncident {
  /** `bad`: a filing for which somebody holds a receipt is in danger. `warn`: look into it. `quiet`: it has mended itself. */
  readonly tone: 'bad' | 'warn' | 'quiet';
  readonly say: string;
  readonly todo: string;
}

/** Who told it, as the desk calls it. */
export const tellerOf = ({ machine }: IncidentRow): string =>
  machine === null ? '一台没登记的屏幕' : machineInWords(machine);

type Words = (it: { readonly detail: string }) => SaidIncident;

const REDO = '有人拿这张回执来问时，请在窗口帮他重新填一份，不要让人白跑。';
const KEEP = '表还留在那台机器里，不要清除它的浏览器数据，请系统管理员查明原因。';

const refusedFor =
  (why: string): Words =>
  ({ detail }) => ({
    tone: 'bad',
    say: `回执 ${detail} 的表没有被收下：${why}。收件里没有这一件。`,
    todo: `${REDO}${KEEP}`,
  });

const twice =
  (what: string): Words =>
  ({ detail }) => ({
    tone: 'bad',
    say: `${what}，回执 ${detail}。先到的一份在收件里，后到的一份另外保存着，没有进收件。`,
    todo: '请系统管理员查明哪一份是真的。有人拿这张回执来问时，请当面核对内容。',
  });

const foreign =
  (what: string): Words =>
  ({ detail }) => ({
    tone: 'warn',
    say: `收到的内容${what}，没有采用，屏幕还显示原来的${detail === '' ? '' : `第 ${detail} 版`}。`,
    todo: '可能是服务器恢复了旧备份，也可能网络里有人改动内容。请系统管理员检查服务器和网络。',
  });

const fault =
  (when: string): Words =>
  () => ({
    tone: 'warn',
    say: `程序${when}出了意外。`,
    todo: '一般会自己恢复。同样的话再出现，请把它告诉系统管理员。',
  });

const mended: Words = ({ detail }) => ({
  tone: 'quiet',
  say: `开机时自己补好了 ${detail} 份表的副本，没有丢失。`,
  todo: '不用处理。',
});

const words: Readonly<Record<string, Words>> = {
  'upload-bad-input': refusedFor('内容不合规定的格式'),
  'upload-not-json': refusedFor('内容读不懂'),
  'upload-too-large': refusedFor('内容太大'),
  'upload-signature-wrong': refusedFor('机器的签名对不上'),
  'upload-receipt-number-not-yours': refusedFor('回执编号不是这台机器的'),
  'upload-machine-revoked': refusedFor('这台机器已停用'),
  'upload-machine-unknown': refusedFor('服务器不认识这台机器，可能恢复过旧备份'),
  'upload-other-content-under-this-id': twice('同一份表交来了两种内容'),
  'upload-receipt-number-taken': twice('两份表用了同一个编号'),
  'receipt-wrong': ({ detail }) => ({
    tone: 'warn',
    say: `服务器对回执 ${detail} 的签收对不上，表还在机器里，会再交。`,
    todo: '反复出现时，可能有人冒充服务器。请系统管理员检查网络。',
  }),
  'outbox-lost': () => ({
    tone: 'warn',
    say: '浏览器弄丢了存表的数据库，已用另一份副本补回。',
    todo: '请看这台机器“没上传的”是不是变回“没有”。收件里查不到某张回执时，请在窗口重新填一份。',
  }),
  'envelope-broken': ({ detail }) => ({
    tone: 'bad',
    say: `有 ${detail} 份表存坏了，两份副本都读不出，没有上传。`,
    todo: '请检查这台机器的硬盘。收件里查不到某张回执时，请在窗口重新填一份。',
  }),
  'journal-damaged': ({ detail }) => ({
    tone: 'warn',
    say: `表的副本有 ${detail} 处损坏，另一份还好。`,
    todo: '请检查这台机器的硬盘和电源。',
  }),
  'outbox-healed': mended,
  'journal-healed': mended,
  'content-lost': () => ({
    tone: 'quiet',
    say: '丢过一次显示的内容，已自动重新取来。',
    todo: '不用处理。经常出现时，请检查这台机器的硬盘。',
  }),
  'snapshot-older': foreign('比屏幕显示的旧'),
  'snapshot-list-wrong': foreign('缺了或多了东西'),
  'pictures-no-room': ({ detail }) => ({
    tone: 'warn',
    say: `地方不够，还有 ${detail} 张附件的页和图没有存到这台机器上。没有网络时看不到它们。`,
    todo: '请清理这台机器的硬盘，或者撤下不用的附件。填表和办事指南不受影响。',
  }),
  'picture-wrong': ({ detail }) => ({
    tone: 'warn',
    say: `取来的图和发布的不一样，没有显示（${detail}）。`,
    todo: '会自己再取。同样的话再出现，可能网络里有人改动内容，请系统管理员检查网络。',
  }),
  'picture-fault': fault('取图时'),
  'input-data-fault': fault('取输入法时'),
  'pull-fault': fault('取内容时'),
  'push-fault': fault('交表时'),
  'enrol-fault': fault('登记时'),
  'wake-up-fault': fault('开机时'),
  'attract-fault': fault('打开待机画面时'),
  'shell-fault': fault('更新自己时'),
};

const unknown: Words = () => ({
  tone: 'warn',
  say: '说了一件这里还不认识的事。',
  todo: '请把下面的代号告诉系统管理员。',
});

const wordsFor = (kind: string): Words =>
  words[kind] ??
  (kind.startsWith('upload-')
    ? refusedFor('服务器没有说明')
    : kind.startsWith('snapshot-')
      ? foreign('和大厅的签名对不上')
      : unknown);

export const sayIncident = (row: IncidentRow): SaidIncident => wordsFor(row.kind)({ detail: row.detail });

/** Worth a line on the first page: what a screen tells and has not mended; of a stranger's telephone only filings in danger. */
export const isPressing = (row: IncidentRow): boolean => {
  const { tone } = sayIncident(row);
  return row.seen === null && (row.machine?.kind === 'phone' ? tone === 'bad' : tone !== 'quiet');
};

const URGENCY = { bad: 0, warn: 1, quiet: 2 } as const;

/** Filings in danger before everything else; otherwise as they came. */
export const byUrgency = (a: IncidentRow, b: IncidentRow): number =>
  URGENCY[sayIncident(a).tone] - URGENCY[sayIncident(b).tone];
