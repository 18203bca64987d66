import { english } from '../../words/sentence.ts';

const calendar = english({
  '{year}年{month}月{day}日（{weekday:周日|周一|周二|周三|周四|周五|周六}）':
    '{weekday:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday}, {day} {month:January|February|March|April|May|June|July|August|September|October|November|December} {year}',
  '{month}月{day}日（{weekday:周日|周一|周二|周三|周四|周五|周六}）':
    '{weekday:Sun|Mon|Tue|Wed|Thu|Fri|Sat} {day} {month:January|February|March|April|May|June|July|August|September|October|November|December}',
  '{year}年{month}月{day}日':
    '{day} {month:January|February|March|April|May|June|July|August|September|October|November|December} {year}',
  '{month}月{day}日':
    '{day} {month:January|February|March|April|May|June|July|August|September|October|November|December}',
  当场办好: 'While you wait',
  '{n} 个工作日': '{n} working {n:day|days}',
  '{n} 天': '{n} {n:day|days}',
  '{n} 个月': '{n} {n:month|months}',
  '{n} 秒': '{n} {n:second|seconds}',
  '{n} 分钟': '{n} {n:minute|minutes}',
  '{n} 小时': '{n} {n:hour|hours}',
  '、': ', ',
  '，': ', ',
  '；': '; ',
  '。': '. ',
});

const hours = english({
  '，现在办公': ' – open now',
  '，{time} 开始办公': ' – opens at {time}',
  '，现在已下班': ' – closed for today',
  不办公: 'Closed',
  '不办公，{day}办公': 'Closed, next open on {day}',
  今天: 'Today',
  '今天 {hours}': 'Today {hours}',
  '今天{hours}。{rule}': 'Today: {hours}. {rule}',
  大厅办公: 'Opening hours',
  '今天几点办公没有写明，请先打电话问。': "Today's opening hours are not given. Please phone first.",
  '几点办公没有写明，请先打电话问。': 'Opening hours are not given. Please phone first.',
  '2月底': 'the end of February',
  '（{from}到{until}）': ' ({from} to {until})',
  '{season}办公': 'Opening hours, {season}',
});

const answers = english({
  '（没有填）': '(not answered)',
  '（手写签名）': '(signed by hand)',
  '签名太长了，请清除后重签。': 'This signature is too long. Please clear it and sign again.',
  是: 'Yes',
  '身份证号前 17 位是数字，最后一位是数字或 X。':
    'The first 17 characters of an ID number are digits, the last is a digit or X.',
  '身份证号是 18 位，还差 {missing} 位。':
    'An ID number has 18 characters; {missing} {missing:is|are} missing.',
  '身份证号是 18 位，多了 {over} 位。': 'An ID number has 18 characters; this has {over} too many.',
  '身份证号里的出生日期不对，请核对第 7 到 14 位。':
    'The date of birth in the ID number is not possible. Please check digits 7 to 14.',
  '身份证号里的出生日期还没到，请核对第 7 到 14 位。':
    'The date of birth in the ID number lies in the future. Please check digits 7 to 14.',
  '身份证号有一位输错了，请对照证件再核对一遍。':
    'One character of the ID number is wrong. Please compare it with the card.',
  '至少写 {min} 个字。': 'Please write at least {min} {min:character|characters}.',
  '最多 {max} 个字，现在多了 {over} 个。': 'At most {max} characters. This is {over} too many.',
  '请重新选择。': 'Please choose again.',
  '至少选 {min} 项。': 'Please choose at least {min}.',
  '最多选 {max} 项。': 'Please choose at most {max}.',
  '请选一项。': 'Please choose one.',
  '电话号码不对。手机号 11 位；座机请带区号，例如 0436-7861003。':
    'This is not a telephone number. A mobile number has 11 digits; a landline needs its area code, such as 0436-7861003.',
  '电子邮箱不对，要有 @，例如 name@example.com。':
    'This is not an email address. It needs an @, as in name@example.com.',
  '邮政编码是 6 位数字。': 'A postcode has 6 digits.',
  '请选一个日期。': 'Please choose a date.',
  '这一天还没到，请选今天或者以前的日子。':
    'That day has not come yet. Please choose today or an earlier day.',
  '这一天已经过了，请选今天或者以后的日子。': 'That day is over. Please choose today or a later day.',
  '统一社会信用代码是 18 位，请对照营业执照或证书核对。':
    'A unified social credit code has 18 characters. Please compare it with the business licence or certificate.',
  '请重新填写。': 'Please fill this in again.',
  '请看完后点同意，再继续。': 'Please read this, then tap to agree.',
  '这一题要回答才能继续。': 'This question needs an answer before you can go on.',
});

const problems = english({
  '等补充材料，暂停计时；补来以后从头算。':
    'Waiting for what you were asked to add. The time is counted anew once it is here.',
  '{year} 年的放假安排还没有录入，算不出准确日期。国务院办公厅公布并录入以后，就有准确日期。':
    'The public holidays of {year} are not entered yet, so the exact day cannot be told. It will be, once the State Council has announced them.',
  '有 {count} 处要改：{faults}': '{count} {count:thing needs|things need} changing: {faults}',
  '试的次数太多了。请过 {wait}再试。': 'Too many tries. Please try again in {wait}.',
  '收到的内容读不懂。请刷新页面再试一次。':
    'What arrived could not be read. Please reload the page and try again.',
  '内容太大了，没有收下。请减少内容后再试。':
    'This is too long and was not accepted. Please shorten it and try again.',
  '内容的格式不对，没有收下。请刷新页面再试一次。':
    'This has the wrong format and was not accepted. Please reload the page and try again.',
  '没有这个地址。请回到首页重新选择。': 'There is no such address. Please go back to the home page.',
  '没有找到，可能已经撤下或改了名字。请回到列表重新选择。':
    'Not found. It may have been withdrawn or renamed. Please go back to the list.',
  '这台屏幕还没有登记。请工作人员登记后再试。':
    'This screen is not registered yet. Please ask a member of staff.',
  '这台屏幕已被停用。请到窗口办理。': 'This screen has been taken out of use. Please go to the counter.',
  '签名对不上，没有收下。请通知工作人员。':
    'The signature does not match, so this was not accepted. Please tell a member of staff.',
  '回执编号不属于这台屏幕，没有收下。请通知工作人员。':
    'The receipt number does not belong to this screen, so this was not accepted. Please tell a member of staff.',
  '同一个编号下已有另一份内容，两份都已保留。请通知工作人员。':
    'Something else was filed under the same number. Both are kept. Please tell a member of staff.',
  '回执编号重复，两份都已保留。请通知工作人员。':
    'The receipt number was used twice. Both are kept. Please tell a member of staff.',
  '回执编号或查询码不对。请照着回执再输一次。':
    'The receipt number or the query code is wrong. Please enter both again as they stand on your receipt.',
  '存储空间不足，没有收下。请通知工作人员。':
    'There is no room left, so this was not accepted. Please tell a member of staff.',
  '这是预览，什么也不会交出去。': 'This is a preview. Nothing is sent.',
  '服务正在启动，请稍等再试。': 'The service is starting. Please try again in a moment.',
  '出了意外，刚才的操作没有完成。请再试一次；不行就请通知工作人员。':
    'Something went wrong and it was not done. Please try again; if that does not help, tell a member of staff.',
  '现在没有联网。已存好的内容不受影响，联网后自动继续。':
    'There is no network at the moment. What is saved is safe, and it goes on by itself when the network is back.',
  '网络被别的页面挡住了（例如上网登录页）。已存好的内容不受影响。':
    'Another page is in the way of the network, such as a login page. What is saved is safe.',
});

const cards = english({
  '{name}原件': '{name} (original)',
  '{what}，复印 {count} 份': '{what}, {count} {count:copy|copies}',
  '{line}（{condition}）': '{line} ({condition})',
  '另有 {rest} 样，见办事指南': '{rest} more, see the guide',
  '{time}办好': 'Done in {time}',
  不收费: 'Free of charge',
});

/** Life events, and the people whom a guide is for. */
const topics = english({
  养老: 'Old age',
  '参保、领取、资格认证': 'Joining, claiming',
  看病医保: 'Health care',
  '缴费、报销、慢病': 'Insurance, refunds',
  低保救助: 'Benefits',
  '低保、特困、临时救助': 'Allowances, urgent help',
  残疾人: 'Disability',
  '办证、补贴、康复': 'Certificate, allowances',
  生育养育: 'Children',
  '登记、育儿补贴': 'Birth, childcare',
  种地补贴: 'Farming',
  '地力、农机、流转': 'Soil, machines, leases',
  建房用地: 'Housing',
  '宅基地、危房、采伐': 'House plots, felling',
  就业: 'Work',
  '失业登记、公益岗': 'Unemployment, jobs',
  退役军人: 'Veterans',
  '优待证、优抚': 'Veteran card, benefits',
  证照户籍: 'ID papers',
  '身份证、社保卡': 'ID and social cards',
  身后事: 'Funerals',
  '注销、殡葬惠民': 'Deaths, burial benefit',
  其他: 'Other',
  '法律援助、党员关系': 'Legal aid, Party membership',
  所有人: 'Everybody',
  老年人: 'Older people',
  生活困难家庭: 'Families in need',
  孕产妇和家长: 'Expectant mothers and parents',
  种地养殖的人: 'Farmers',
  找工作的人: 'People looking for work',
  退役军人和家属: 'Veterans and their families',
  '企业、合作社、个体户': 'Companies, cooperatives, sole traders',
});

/** The standards' own words for what guides and items are marked with. */
const marks = english({
  申请表: 'Application form',
  证照: 'Licence or certificate',
  证明: 'Proof',
  原件: 'Original',
  复印件: 'Copy',
  原件和复印件: 'Original and copy',
  原件或复印件: 'Original or copy',
  纸质: 'on paper',
  电子: 'electronic',
  纸质或电子: 'on paper or electronic',
  申请人自备: 'The applicant brings it',
  政府部门核发: 'Issued by a government department',
  中介机构出具: 'Issued by an agency',
  必要: 'Required',
  非必要: 'Not required',
  容缺后补: 'May be handed in later',
  免提交: 'Need not be handed in',
  行政许可: 'Administrative licence',
  行政确认: 'Administrative confirmation',
  行政裁决: 'Administrative ruling',
  行政给付: 'Administrative payment',
  行政奖励: 'Administrative award',
  行政备案: 'Administrative filing',
  其他行政权力: 'Other administrative power',
  公共服务: 'Public service',
  自然人: 'Individuals',
  企业法人: 'Enterprises',
  事业法人: 'Public institutions',
  社会组织法人: 'Social organisations',
  非法人企业: 'Unincorporated enterprises',
  行政机关: 'Administrative organs',
  其他组织: 'Other organisations',
  法定机关: 'statutory organ',
  授权组织: 'authorised organisation',
  受托组织: 'entrusted organisation',
  国家级: 'national level',
  省级: 'provincial level',
  市级: 'city level',
  县级: 'county level',
  乡级: 'township level',
  村级: 'village level',
  即办件: 'Done at once',
  承诺件: 'Done within a promised time',
  上报件: 'Passed on to a higher level',
  即审即办: 'Examined and done at once',
  前审后批: 'Examined at the counter, approved behind it',
  窗口办理: 'at the counter',
  网上办理: 'online',
  快递申请: 'by courier',
  自助终端: 'at a self-service terminal',
  帮办代办: 'through a helper',
  全乡: 'Anywhere in the township',
  全县: 'Anywhere in the county',
  全市: 'Anywhere in the city',
  全省: 'Anywhere in the province',
  跨省: 'Across provinces',
  全国: 'Anywhere in the country',
  批文: 'Approval',
  资金: 'Money',
  登记: 'Registration',
  无: 'None',
  窗口领取: 'collect it at the counter',
  邮寄送达: 'by post',
  网上送达: 'online',
  发到社会保障卡: 'paid to the social security card',
  打到银行卡: 'paid to the bank card',
  当场告知: 'told on the spot',
  通知: 'Notice',
  公告: 'Announcement',
  决定: 'Decision',
  意见: 'Opinion',
  批复: 'Reply',
  函: 'Letter',
  报告: 'Report',
  规划: 'Plan',
  预决算: 'Budget and accounts',
  公示: 'Public notice',
  制度: 'Rules',
  法规: 'Law',
  文本: 'Text',
  表格: 'Form or table',
  图片: 'Picture',
  音频: 'Sound',
  视频: 'Video',
  主动公开: "Published on the government's own initiative",
  依申请公开: 'Disclosed on request',
  全社会: 'The public',
  特定群体: 'Certain groups',
  有效: 'In force',
  已修改: 'Amended',
  失效: 'No longer in force',
  废止: 'Repealed',
  已遮盖: 'Masked',
  指南: 'Guide',
  目录: 'Catalogue',
  机构: 'The office',
  帮助: 'Help',
  PDF: 'PDF',
  'Word 文档': 'Word document',
  'Excel 表格': 'Excel sheet',
  演示文稿: 'Slides',
});

/** How far a filed form has come. */
const states = english({
  '已收到，等待登记': 'Received, to be registered',
  已登记: 'Registered',
  正在办理: 'In hand',
  需要您补充材料: 'You are asked to add something',
  延期办理: 'Extended',
  已转交有权办理的单位: 'Passed on to the office that is responsible',
  已答复: 'Answered',
  已撤回: 'Withdrawn',
  '没有按期补充，视为放弃': 'Nothing was added in time, so it counts as given up',
  已办结归档: 'Closed',
});

export const en = {
  ...calendar,
  ...hours,
  ...answers,
  ...problems,
  ...cards,
  ...topics,
  ...marks,
  ...states,
};
