import type { Block } from '../../../contract/text.ts';
import type { Pasted } from './blocks-of-html.ts';

/** What came of a paste or a document, for the clerk: how much is there, what is not. */
export const pastedWords = ({ blocks, images, links }: Pasted, verb: string): string => {
  const tables = countOf(blocks, 'table');
  const lists = countOf(blocks, 'list');
  const kinds = [tables > 0 && `表格 ${tables} 个`, lists > 0 && `列表 ${lists} 个`]
    .filter(Boolean)
    .join('、');
  const left = [
    images > 0 && `${images} 张图片没有带过来`,
    links > 0 && `${links} 个外面的网址只留了文字`,
  ].filter(Boolean);
  return [
    `${verb}了 ${blocks.length} 块${kinds === '' ? '' : `，其中${kinds}`}。`,
    ...(left.length > 0 ? [`${left.join('，')}。`] : []),
    '字体和颜色不带，屏幕上是统一的样子。',
  ].join('');
};

const countOf = (blocks: readonly Block[], type: Block['type']): number =>
  blocks.filter((block) => block.type === type).length;
