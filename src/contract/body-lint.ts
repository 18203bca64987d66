import { type Advice, halfOf, listIn, textIn } from './advice.ts';

/** Where a body, or an item, lacks what its reader looks for: said while it is written. */

const EMPTY_ALT =
  /^(?:图片?|照片|相片|截图|扫描件|image|img|photo|pic|picture|dsc|微信图片)?[\s\d_.()（）-]*$|\.(?:png|jpe?g|webp|gif|bmp)$/iu;

const saidOf = (block: unknown): string | null => {
  const { type, alt, head, rows } = halfOf(block);
  if (type === 'image' && EMPTY_ALT.test(textIn(alt)))
    return '图片的说明没有说图上是什么，看不见的人听不明白。请写一句：图上有什么、要人看什么。';
  if (type !== 'table') return null;
  if (isBlank(rows))
    return isBlank(head) ? '这张表是空的。请填上，或者删掉。' : '这张表只有表头。请填上，或者删掉。';
  return isBlank(head) ? '这张表没有表头，不知道每一列是什么。请在第一行写上每一列的名称。' : null;
};

/** No cell says anything. */
const isBlank = (cells: unknown): boolean => {
  if (typeof cells === 'string') return cells.trim() === '';
  if (Array.isArray(cells)) return cells.every(isBlank);
  return typeof cells !== 'object' || cells === null || isBlank(halfOf(cells).text ?? '');
};

export const lintBody = (entry: unknown): readonly Advice[] =>
  listIn(halfOf(entry).body).flatMap((block, at) => {
    const say = saidOf(block);
    return say === null ? [] : [{ path: `body.${at}`, say }];
  });

const IS_PUBLICITY = /公示(?:表|名单|公告|书)?(?:[（(][^）)]*[）)])?$/;

/** A 公示 that says no period stays for good, with the names that are in it. */
export const isPublicity = ({ title, genre }: { readonly title: string; readonly genre: string }): boolean =>
  genre === '公示' || IS_PUBLICITY.test(title.trim());

export const lintItem = (entry: unknown): readonly Advice[] => {
  const { title, genre, period } = halfOf(entry);
  return period === undefined && isPublicity({ title: textIn(title), genre: textIn(genre) })
    ? [{ path: 'period', say: '这是公示，没有写公示期。请写从哪天到哪天，到期自动撤下。' }]
    : [];
};
