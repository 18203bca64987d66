import { english } from '../../words/sentence.ts';

/** What stands around every screen: head, foot, state, and what is said when something is not there. */
export const shell = english({
  便民屏: 'Service screen',
  '正在打开…': 'Opening…',
  没有找到这一页: 'This page was not found',
  '可能已经撤下，或者改了名字。请从首页重新找。':
    'It may have been withdrawn or renamed. Please look for it again from the home page.',
  回首页: 'Home page',
  示例: 'sample',
  '{words}（示例）': '{words} (sample)',
  这一页打不开: 'This page does not open',
  '不是您的问题。请回首页再试一次；还是不行，请告诉工作人员。':
    'It is not your fault. Please go to the home page and try again; if that does not help, tell a member of staff.',
  '正在连接服务器…': 'Connecting…',
  '正在取得内容，一般不到一分钟。': 'Fetching the content. This usually takes less than a minute.',
  '还没有连上网络。连上以后自动接着取，已经取得的不用重来。':
    'There is no network yet. It goes on by itself as soon as there is; nothing has to be fetched twice.',
  '网络要先登录才能用。请工作人员登录网络，之后自动接着取。':
    'The network asks for a login. Please ask a member of staff to log in; it then goes on by itself.',
  '正在准备内容…': 'Getting ready…',
  '第一次打开，要先把办事指南和公开信息存到这台机器里。':
    'This is the first start: the guides and the published information are being saved on this machine.',
  '已经存好 {done} 份，共 {of} 份。': '{done} of {of} saved.',
  大字: 'Large text',
  上一步: 'Back',
  首页: 'Home',
  帮助: 'Help',
  常用: 'Always here',
  要人帮忙: 'Ask a person',
  知道了: 'OK',
  怎样看着舒服: 'How it suits you',
  好了: 'Done',
  字的大小: 'Size of the text',
  字: 'A',
  平常: 'Usual',
  特大字: 'Largest',
  颜色: 'Colours',
  文字: 'Text',
  黑白分明: 'Black on white',
  深色底: 'Dark',
  语言: 'Language',
  按钮的位置: 'Place of the buttons',
  往下移: 'Lower down',
  找人: 'Find somebody',
  '到 {place}，跟工作人员说一声': 'Go to {place} and ask the staff',
  打电话: 'Telephone',
  办公时间: 'Opening hours',
  监督投诉: 'Complaints',
  '您还在吗？': 'Are you still there?',
  '还在，接着看': 'Yes, go on',
  '碰一下屏幕就接着看。没有人的话，时间一到就清除刚才看的和填的，回到首页，下一位看不到。':
    'Touch the screen to go on. If nobody does, everything you looked at or filled in is cleared when the time is up, so that the next person cannot see it.',
  '要人帮忙：': 'Need help? Call',
  或到: 'or go to',
  请关掉其他窗口: 'Please close the other windows',
  '本站在另一个窗口里还开着旧的一版，这里暂时读不到保存的内容。':
    'An older version of this site is still open in another window, so what is saved cannot be read here.',
  '关掉其他窗口后，几秒钟内自动继续。还是不行，请把浏览器关掉重新打开。':
    'Once the other windows are closed, this goes on within seconds. If it does not, close the browser and open it again.',
  这里存不下内容: 'Nothing can be saved here',
  '浏览器不让本站保存或读取内容：可能开的是无痕窗口，可能禁止了网站存储，也可能是这台机器的存储坏了。':
    'The browser does not let this site save or read its content. Perhaps this is a private window, perhaps site data are blocked, perhaps the storage of this machine is broken.',
  '在自己的手机上，请换普通窗口打开。在大厅，请告诉工作人员，先到窗口办理。':
    'On your own phone, open this site in an ordinary window. In the hall, tell a member of staff and go to the counter for now.',
  '怎么办：': 'What to do:',
  '大厅电话：{phone}。': 'The hall’s telephone: {phone}.',
  '今天 {time}': 'today {time}',
  '昨天 {time}': 'yesterday {time}',
  '未联网，不影响使用': 'Offline, but everything here works',
  '网络要先登录，不影响使用': 'The network asks for a login, but everything here works',
  正在取得内容: 'Fetching content',
  '未联网，还没有取得内容': 'Offline, and no content yet',
  '内容更新到{moment}': 'Content as of {moment}',
  '{count} 份正在提交': '{count} being sent',
  '{count} 份已存好，联网后自动提交': '{count} saved, to be sent when the network is back',
});
