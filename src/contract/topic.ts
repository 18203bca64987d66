/** Life events (办事主题) as the home screen shows them, and the people whom a guide is for. */

export const topics = {
  'old-age': { title: '养老', hint: '参保、领取、资格认证' },
  medical: { title: '看病医保', hint: '缴费、报销、慢病' },
  aid: { title: '低保救助', hint: '低保、特困、临时救助' },
  disability: { title: '残疾人', hint: '办证、补贴、康复' },
  birth: { title: '生育养育', hint: '登记、育儿补贴' },
  farm: { title: '种地补贴', hint: '地力、农机、流转' },
  housing: { title: '建房用地', hint: '宅基地、危房、采伐' },
  job: { title: '就业', hint: '失业登记、公益岗' },
  veteran: { title: '退役军人', hint: '优待证、优抚' },
  certificate: { title: '证照户籍', hint: '身份证、社保卡' },
  death: { title: '身后事', hint: '注销、殡葬惠民' },
  other: { title: '其他', hint: '法律援助、党员关系' },
} as const;
export type TopicId = keyof typeof topics;
export const topicIds = Object.keys(topics) as [TopicId, ...TopicId[]];

export const audiences = {
  everyone: '所有人',
  elder: '老年人',
  disabled: '残疾人',
  hardship: '生活困难家庭',
  parent: '孕产妇和家长',
  farmer: '种地养殖的人',
  worker: '找工作的人',
  veteran: '退役军人和家属',
  business: '企业、合作社、个体户',
} as const;
export type AudienceId = keyof typeof audiences;
export const audienceIds = Object.keys(audiences) as [AudienceId, ...AudienceId[]];
