import { english } from '../../words/sentence.ts';

export const en = english({
  '好了。': 'Done.',
  '请注意。': 'Please note.',
  '没有成功。': 'That did not work.',
  '还剩 {seconds} 秒': '{seconds} {seconds:second|seconds} left',
  秒: 'seconds',
  翻页: 'Turn pages',
  上一页: 'Previous page',
  下一页: 'Next page',
  '第 {page} 页，共 {pages} 页': 'Page {page} of {pages}',
  往上看: 'Up',
  往下看: 'Down',
  放大: 'Larger',
  缩小: 'Smaller',
  适合屏幕: 'Fit the screen',
});
