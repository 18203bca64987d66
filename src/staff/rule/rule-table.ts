import type { Rule, Step } from './rule.ts';

/** Every rule that stands beside a field or a step. What is not known from the law itself is 惯例. */

const editing: readonly Rule[] = [
  {
    id: 'services-in-full',
    say: '办事的依据、条件、程序和办理结果都要主动公开。',
    law: 'disclosure',
    article: '第二十条第五项',
    fields: ['guide.legalBasis', 'guide.result', 'guide.chart', 'chart.steps'],
  },
  {
    id: 'official-elements',
    say: '按国家标准的要素写，名称和权责清单上的一样。',
    law: 'elements',
    fields: ['guide.officialName', 'guide.clientTypes', 'guide.handler', 'guide.taskType', 'guide.scope'],
  },
  {
    id: 'at-once-or-promised',
    say: '当场能办完的是即办件，要等的是承诺件，报上级决定的是上报件，和承诺时限要对得上。',
    law: 'custom',
    fields: ['guide.handling', 'guide.examination'],
  },
  {
    id: 'task-codes',
    say: '编码照一体化平台上的抄，不自己编。',
    law: 'codes',
    fields: ['guide.codes'],
  },
  {
    id: 'no-added-conditions',
    say: '条件要公开、写明，不得在法定条件之外加条件。',
    law: 'business',
    article: '第三十五条',
    fields: ['guide.conditions', 'guide.quantityLimit'],
  },
  {
    id: 'told-at-once',
    say: '要带什么一次说全；不齐的，一次告知要补的全部内容。',
    law: 'business',
    article: '第三十六条',
    fields: ['guide.materials', 'guide.forms'],
  },
  {
    id: 'no-proof-without-basis',
    say: '没有法律法规依据的证明不能要。',
    law: 'business',
    article: '第四十四条',
    fields: ['guide.materials.basis', 'guide.materials.kind'],
  },
  {
    id: 'places-open',
    say: '办公地址、办公时间、联系方式要主动公开。',
    law: 'disclosure',
    article: '第二十条第二项',
    fields: ['guide.places', 'hall.departments'],
  },
  {
    id: 'another-way',
    say: '写一次都不用来的，要能网上办或者邮寄；要来的，写明为什么。',
    law: 'custom',
    fields: ['guide.visits', 'guide.channels'],
  },
  {
    id: 'promise-within-law',
    say: '承诺时限不能长于法定时限。',
    law: 'custom',
    fields: ['guide.time.promised', 'form.clocks.promised'],
  },
  {
    id: 'time-named',
    say: '承诺多久、法定多久、公示和勘验算不算在内，都写明。',
    law: 'elements',
    fields: ['guide.time'],
  },
  {
    id: 'fees-open',
    say: '收费的项目、依据、标准都要主动公开；没有依据的不能收。',
    law: 'disclosure',
    article: '第二十条第八项',
    fields: ['guide.fee'],
  },
  {
    id: 'questions-for-permits',
    say: '行政许可至少写一个常见问题，步骤写到受理、审查、决定、办结、送达。',
    law: 'custom',
    fields: ['guide.faq', 'chart.steps.label'],
  },
  {
    id: 'two-telephones',
    say: '咨询和投诉是两个电话，都带区号。',
    law: 'custom',
    fields: ['guide.consult', 'guide.complaint'],
  },
  {
    id: 'review-where',
    say: '对乡镇的决定不服的，60 日内向县级人民政府申请行政复议，要写明。',
    law: 'review',
    article: '第二十条、第二十四条',
    fields: ['guide.remedy'],
  },
  {
    id: 'kept-current',
    say: '内容变了马上改；公开的信息、指南和目录不及时更新，要追究责任。',
    law: 'disclosure',
    article: '第五十三条第二项',
    fields: ['guide.updatedOn', 'page.updatedOn'],
  },
  {
    id: 'chart-symbols',
    say: '圆角是开始和结束，方框是步骤，菱形是判断，箭头是流向。',
    law: 'symbols',
    fields: ['chart.steps.shape', 'chart.steps.branches', 'chart.steps.next'],
  },
  {
    id: 'card-words',
    say: '卡片写带什么、去哪、什么时候、多久、多少钱、电话，以窗口公布的为准。',
    law: 'custom',
    fields: ['card.bring', 'card.where', 'card.when', 'card.howLong', 'card.cost', 'card.phone', 'card.note'],
  },
];

const items: readonly Rule[] = [
  {
    id: 'twenty-workdays',
    say: '自形成或者变更之日起 20 个工作日内公开；另有规定的，按那个期限。',
    law: 'disclosure',
    article: '第二十六条',
    fields: ['item.formedOn', 'item.publishedOn', 'item.limitWorkdays'],
    steps: ['due.announce', 'review.schedule', 'review.publish'],
  },
  {
    id: 'shorter-limit',
    say: '标准目录里写了更短时限的，按短的。',
    law: 'standard-catalogue',
    fields: ['item.limitWorkdays', 'item.standardField'],
    steps: ['due.announce'],
  },
  {
    id: 'catalogue-elements',
    say: '公开目录要有索引、名称、内容概述、生成日期。',
    law: 'disclosure',
    article: '第十二条',
    fields: ['item.title', 'item.summary', 'item.formedOn'],
  },
  {
    id: 'main-title',
    say: '名称只写正题名，文号、日期另外填。',
    law: 'metadata',
    fields: ['item.title'],
  },
  {
    id: 'metadata',
    say: '目录里常写文号、体裁、主题、关键词、格式和对象，便于查找。',
    law: 'custom',
    fields: [
      'item.docNo',
      'item.keywords',
      'item.genre',
      'item.format',
      'item.language',
      'item.audiences',
      'item.topicClass',
    ],
  },
  {
    id: 'who-discloses',
    say: '谁制作谁公开；从群众和单位取得的，由保存的机关公开；转来的，由原来的机关公开。',
    law: 'disclosure',
    article: '第十条',
    fields: ['item.publisher', 'item.originOrg'],
  },
  {
    id: 'must-publish',
    say: '第二十条的十五项和第二十一条的乡镇八方面，都要主动公开。',
    law: 'disclosure',
    article: '第二十条、第二十一条',
    fields: ['item.legalClause', 'item.category', 'hall.categories'],
    steps: ['due.settle'],
  },
  {
    id: 'true-and-timely',
    say: '公开要及时、准确；发现虚假或者不完整的，发布准确的信息澄清。',
    law: 'disclosure',
    article: '第六条',
    fields: [
      'item.body',
      'item.validity',
      'item.replaces',
      'item.figures',
      'item.effectiveOn',
      'item.abolishedOn',
    ],
    steps: ['review.edit', 'review.withdraw'],
  },
  {
    id: 'open-by-default',
    say: '以公开为常态、不公开为例外。',
    law: 'disclosure',
    article: '第五条',
    fields: ['item.disclosureWay', 'item.scope'],
  },
  {
    id: 'withheld-cases',
    say: '只有第十四条至第十六条写的几种可以不公开，要写明是哪一种、为什么。',
    law: 'disclosure',
    article: '第十三条至第十六条',
    fields: ['item.disclosureWay'],
    steps: ['sheet.withhold', 'due.settle'],
  },
  {
    id: 'withheld-again',
    say: '不公开的要定期再看，可以公开了就公开。',
    law: 'disclosure',
    article: '第十八条',
    steps: ['sheet.withhold'],
  },
  {
    id: 'third-party',
    say: '涉及商业秘密、个人隐私，公开会损害第三方的，不得公开；本人同意或者关系重大公共利益的除外。',
    law: 'disclosure',
    article: '第十五条',
    fields: ['item.personalData', 'item.attachments', 'page.attachments'],
    steps: ['review.review'],
  },
  {
    id: 'publicity-period',
    say: '公示要写起止，名单里的证件号码要遮盖，到期撤下。',
    law: 'custom',
    fields: ['item.period'],
  },
];

const hallAndPages: readonly Rule[] = [
  {
    id: 'english-beside',
    say: '英文方便看不懂中文的人，以中文为准；中文改了，英文要跟着看一遍。',
    law: 'custom',
    fields: ['guide', 'item', 'page', 'card', 'chart', 'form', 'hall'].map((kind) => `${kind}.en`),
  },
  {
    id: 'guide-contents',
    say: '公开指南要写信息的分类、编排体系、获取方式和工作机构的名称、地址、时间、电话、传真、互联网联系方式。',
    law: 'disclosure',
    article: '第十二条',
    fields: ['page.body', 'hall.office', 'hall.hours'],
  },
  {
    id: 'who-is-in-charge',
    say: '机构设置和负责人姓名要主动公开；别的工作人员，登之前先征得本人同意。',
    law: 'disclosure',
    article: '第二十条第二项',
    fields: ['hall.departments.people'],
  },
  {
    id: 'days-off',
    say: '法定假日不开门，调休上班的周末照常开门。',
    law: 'holiday',
    article: '第二条、第七条',
    fields: ['hall.hours.days'],
  },
  {
    id: 'help-for-reading',
    say: '阅读困难或者看不清、听不清的，要提供必要的帮助。',
    law: 'disclosure',
    article: '第四十三条',
    fields: ['hall.helpAt'],
  },
  {
    id: 'people-stay',
    say: '有了自助设备，现场指导和人工办理也要保留。',
    law: 'access',
    article: '第三十九条',
    fields: ['hall.helpAt'],
  },
  {
    id: 'where-to-complain',
    say: '公开不依法的，群众可以投诉、举报，电话要公开。',
    law: 'disclosure',
    article: '第四十七条、第五十一条',
    fields: ['hall.superviseLine'],
  },
  {
    id: 'petition-contact',
    say: '信访的联系方式、接待时间和程序要公开。',
    law: 'petition',
    article: '第十八条',
    fields: ['hall.superviseLine'],
  },
  {
    id: 'villages-by-tap',
    say: '本乡的村、社区写全，名称照挂牌的写：群众填表时直接点，不用打字。',
    law: 'custom',
    fields: ['hall.villages'],
  },
  {
    id: 'terms-in-plain-words',
    say: '公文里的词要讲成大白话，一句最多 25 字，说一件事。',
    law: 'custom',
    fields: ['hall.terms'],
  },
  {
    id: 'credit-code',
    say: '统一社会信用代码 18 位，最后一位是校验码，照登记证抄。',
    law: 'credit-code',
    fields: ['hall.creditCode'],
  },
];

const forms: readonly Rule[] = [
  {
    id: 'three-things-asked',
    say: '申请公开只要三样：姓名或名称、身份证明和联系方式；要什么信息；要什么形式。不问用途。',
    law: 'disclosure',
    article: '第二十九条',
    fields: ['form.questions'],
  },
  {
    id: 'oral-request',
    say: '书写有困难的可以口头申请，工作人员代填。',
    law: 'disclosure',
    article: '第二十九条',
    fields: ['form.byStaffWhen'],
  },
  {
    id: 'no-more-than-needed',
    say: '收集个人信息要有明确、合理的目的，限于最小范围。',
    law: 'privacy',
    article: '第六条',
    fields: ['form.questions.why', 'form.questions.sensitivity'],
  },
  {
    id: 'notice-before',
    say: '收集前告知谁收集、目的、方式、种类、保存期限和权利。',
    law: 'privacy',
    article: '第十七条、第三十五条',
    fields: ['form.notice', 'form.questions.field.text'],
  },
  {
    id: 'duty-is-basis',
    say: '为履行法定职责收集的，依据是法定职责，不靠同意。',
    law: 'privacy',
    article: '第十三条第三项',
    fields: ['form.notice.basis'],
  },
  {
    id: 'kept-shortest',
    say: '保存期限是为目的所必要的最短时间。',
    law: 'privacy',
    article: '第十九条',
    fields: ['form.notice.retention'],
  },
  {
    id: 'id-check-digit',
    say: '居民身份证号码 18 位，最后一位是校验码；别的证件不核对。',
    law: 'id-number',
    fields: ['form.questions.field.checkWhen'],
  },
  {
    id: 'no-accusations-here',
    say: '检举控告公职人员的，不在公共屏幕上收，告诉群众去纪检监察机关（12388）。',
    law: 'custom',
    fields: ['form.questions.field.options.stop'],
  },
];

const signing: readonly Rule[] = [
  {
    id: 'reviewed-first',
    say: '公开之前要审查，审查的程序和责任要清楚；没审查的不能公开。',
    law: 'disclosure',
    article: '第十七条',
    steps: [
      'review.submit',
      'review.review',
      'review.sign',
      'review.return',
      'review.approve',
      'review.publish',
    ],
  },
  {
    id: 'sheet-contents',
    say: '审查单写明信息名称、内容摘要、公开方式、范围和时间；不公开的，写理由和依据。',
    law: 'custom',
    steps: ['review.submit', 'sheet.withhold'],
  },
  {
    id: 'secrecy-item-by-item',
    say: '先审查、后公开，一条一条做保密审查，有指定的人负责。',
    law: 'secrecy-rules',
    article: '第四十二条',
    steps: ['review.clear', 'review.clear-after', 'review.approve'],
  },
  {
    id: 'secrecy-law',
    say: '公开信息要遵守保密规定，涉密不公开。',
    law: 'secrecy',
    article: '第三十五条',
    steps: ['review.clear', 'review.clear-after', 'review.urgent'],
  },
  {
    id: 'three-people',
    say: '拟稿、复审、签发是三个人；一个人不签两道，保密审查另外签。',
    law: 'custom',
    steps: ['review.review', 'review.sign', 'review.review-after'],
  },
  {
    id: 'edit-voids',
    say: '签过字再改，以前的签字作废，重新审。',
    law: 'custom',
    steps: ['review.edit'],
  },
  {
    id: 'checker-masks',
    say: '保密审查员可以遮盖号码：记在自己名下，以前的签字作废，回到复审；遮盖的人不签复审和签发。',
    law: 'custom',
    steps: ['review.mask'],
  },
  {
    id: 'urgent-after',
    say: '灾害预警这样来不及的，签发以后先公开，复审和保密审查事后补齐。',
    law: 'custom',
    steps: ['review.urgent', 'review.review-after'],
  },
];

const REQUEST_AND_COMPLAINT_ARCHIVE: readonly Step[] = ['request.archive', 'complaint.archive'];

const handling: readonly Rule[] = [
  {
    id: 'day-of-receipt',
    say: '当面交的，交的那天就是收到那天；挂号信是签收那天；平信、网上和传真是双方确认那天。',
    law: 'disclosure',
    article: '第三十一条',
    steps: ['request.register'],
  },
  {
    id: 'five-stages',
    say: '申请要登记、审核、办理、答复、归档，一步不少。',
    law: 'disclosure',
    article: '第四十五条',
    steps: ['request.register', 'request.archive'],
  },
  {
    id: 'asked-once',
    say: '内容不清的，收到起 7 个工作日内一次告知补什么、补到哪天；补来以后期限从头算。',
    law: 'disclosure',
    article: '第三十条',
    fields: ['form.clocks.supplement'],
    steps: ['request.askSupplement', 'request.start'],
  },
  {
    id: 'abandoned',
    say: '没有正当理由，到期不补的，视为放弃申请。',
    law: 'disclosure',
    article: '第三十条',
    steps: ['request.abandon'],
  },
  {
    id: 'answer-in-time',
    say: '能当场答复的当场答复；不能的，收到起 20 个工作日内答复。',
    law: 'disclosure',
    article: '第三十三条',
    fields: ['form.clocks'],
    steps: ['request.start', 'request.reply'],
  },
  {
    id: 'extend-once',
    say: '要延期的，工作机构负责人同意，到期以前告诉申请人，最多再 20 个工作日。',
    law: 'disclosure',
    article: '第三十三条',
    steps: ['request.extend', 'proposal.approve'],
  },
  {
    id: 'refusal-approved',
    say: '延期和不全部公开的答复，经办报工作机构负责人批准，批准了才算数。',
    law: 'custom',
    steps: ['request.extend', 'request.reply', 'proposal.approve'],
  },
  {
    id: 'proposed-not-approved-by-same',
    say: '自己报的自己不批；退回要写明理由，经办改好再报。',
    law: 'custom',
    steps: ['proposal.approve', 'proposal.return', 'proposal.take-back'],
  },
  {
    id: 'clock-runs-while-proposed',
    say: '等批准的时候期限照算，逾期没有答复的，申请人可以申请行政复议。',
    law: 'review',
    article: '第二十三条',
    steps: ['proposal.approve', 'proposal.return', 'request.reply'],
  },
  {
    id: 'one-outcome',
    say: '每件申请只计一种办理结果，部分公开的只计部分公开，年度报告照这个数。',
    law: 'report-format',
    steps: ['request.outcome'],
  },
  {
    id: 'how-to-answer',
    say: '能给的给；已经公开的告诉在哪儿看；不给的说理由；没有的、不归本机关的也要说明。',
    law: 'disclosure',
    article: '第三十六条',
    steps: ['request.reply', 'request.transfer'],
  },
  {
    id: 'review-first',
    say: '不予公开的答复，要写明先申请行政复议（60 日内），不服复议再起诉。',
    law: 'review',
    article: '第二十条、第二十三条',
    steps: ['request.reply'],
  },
  {
    id: 'not-to-the-accused',
    say: '不得把投诉人的情况告诉被投诉的人。',
    law: 'petition',
    article: '第三十条',
    steps: ['complaint.register', 'complaint.start', 'complaint.transfer', 'complaint.askSupplement'],
  },
  {
    id: 'who-handles-answers',
    say: '谁办理谁负责：查实的马上改，一时改不了的写明期限，每一件都有答复。',
    law: 'custom',
    steps: ['complaint.start', 'complaint.reply'],
  },
  {
    id: 'true-archive',
    say: '归档的电子材料要来源可靠、程序规范、要素合规。',
    law: 'archive',
    article: '第十三条、第十四条',
    steps: REQUEST_AND_COMPLAINT_ARCHIVE,
  },
];

export const rules: readonly Rule[] = [
  ...editing,
  ...items,
  ...hallAndPages,
  ...forms,
  ...signing,
  ...handling,
];

const gathered = (
  keysOf: (rule: Rule) => readonly string[] | undefined,
): ReadonlyMap<string, readonly Rule[]> => {
  const map = new Map<string, Rule[]>();
  for (const rule of rules)
    for (const key of keysOf(rule) ?? []) map.set(key, [...(map.get(key) ?? []), rule]);
  return map;
};
const byField = gathered((rule) => rule.fields);
const byStep = gathered((rule) => rule.steps);

export const rulesOfField = (field: string): readonly Rule[] => byField.get(field) ?? [];
export const rulesOfStep = (step: Step): readonly Rule[] => byStep.get(step) ?? [];
