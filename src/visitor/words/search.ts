import { english } from '../../words/sentence.ts';

export const search = english({
  找什么: 'What are you looking for?',
  '养老金，打 ylj 也行': 'pension, ID card ...',
  '正在准备搜索…': 'Getting the search ready...',
  '说事情就行，也能问谁管。打拼音、首字母或汉字都能找到。':
    'Say what it is about, in English, Chinese or pinyin. Not everything here has an English name.',
  '没有找到“{query}”。换个说法试试：': 'Nothing was found for "{query}". Try another word:',
  '没有正好叫“{query}”的，这些比较接近：': 'Nothing is called exactly "{query}". These are close:',
  '找到 {count} 条': '{count} found',
  '找到 {who} 个科室': '{who} {who:department|departments} found',
  '找到 {who} 个科室，还有些比较接近的：':
    '{who} {who:department|departments} found, and some that are close:',
  '找到 {who} 个科室、{count} 条':
    '{who} {who:department|departments} and {count} {count:entry|entries} found',
  '还有 {count} 条，接着看': '{count} more',
  可以这样找: 'You can search like this',
  '也可以直接问：到 {place}，或者打 {phone}。': 'You can also ask: go to {place}, or call {phone}.',
  谁来管: 'Who is responsible',
  '{count} 个科室': '{count} {count:department|departments}',
  '先到 {place}问': 'Ask at {place} first',
  大厅电话: 'Hall telephone',
  '管：': 'For: ',
  '也叫：': 'Also called: ',
  '附件里有：{file}': 'In the attachment: {file}',
  在这里填表: 'Fill in here',
  说明和制度: 'Explanations and rules',
});
