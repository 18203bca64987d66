import { type Advice, type Half, halfOf } from './advice.ts';

/** Ways out of an entry that lead nowhere: links in its text, the entries that its fields name, addresses of the web. */

export interface Target {
  readonly title: string;
  /** Taken from the screens, and not sent out again since. */
  readonly isWithdrawn: boolean;
}

const inText = (to: string, target: Target | undefined): string | null => {
  if (target === undefined) return `连到的“${to}”没有。请改成有的，或者去掉这个链接。`;
  return target.isWithdrawn
    ? `连到的“${target.title}”已经撤下，点开只会说没有了。请改连别的，或者去掉。`
    : null;
};

const linksIn = (
  value: unknown,
  find: (id: string) => Target | undefined,
  path: string,
): readonly Advice[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { type, to } = halfOf(value);
  if (type === 'link' && typeof to === 'string') {
    const say = inText(to, find(to));
    return say === null ? [] : [{ path, say }];
  }
  return Object.entries(value).flatMap(([key, each]) =>
    linksIn(each, find, path === '' ? key : `${path}.${key}`),
  );
};

/** A guide's chart comes back with it, and what an item replaces may be gone: there only what is missing is wrong. */
const FIELDS: readonly (readonly [key: string, mayBeWithdrawn: boolean])[] = [
  ['guide', false],
  ['chart', true],
  ['replaces', true],
];

/** `find` knows every entry that was ever saved. */
export const deadLinks = (entry: Half, find: (id: string) => Target | undefined): readonly Advice[] => [
  ...FIELDS.flatMap(([key, mayBeWithdrawn]) => {
    const id = entry[key];
    if (typeof id !== 'string' || id === '') return [];
    const target = find(id);
    if (target === undefined) return [{ path: key, say: `选的“${id}”没有。请另选一个。` }];
    return target.isWithdrawn && !mayBeWithdrawn
      ? [{ path: key, say: `选的“${target.title}”已经撤下。请另选一个，或者先让它重新发布。` }]
      : [];
  }),
  ...linksIn(entry, find, ''),
];

/** What looks as if it should be an address of the web, with whatever stands between its letters. */
const ADDRESS =
  /(?:https?\s?[:：;；/／\\]|www\s?[.．。,，])[^\s，。；！？、（）()《》“”"'<>\u3400-\u9fff]*/giu;
const HOST = /(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}|(?:\d{1,3}\.){3}\d{1,3}/.source;
const GOOD = new RegExp(
  `^(?:https?://)?(?!www\\.[a-z]+(?:[/?#]|$))(?:${HOST})(?::\\d{1,5})?(?:[/?#]\\S*)?$`,
  'i',
);

export const badAddressesIn = (text: string): readonly string[] =>
  [...text.matchAll(ADDRESS)].flatMap(({ 0: found, index }) => {
    const address = found.replace(/[.,:;!?]+$/, '');
    const after = text.charAt(index + found.length);
    // A name in hanzi (www.某某.中国) and a mere `https：` before words are nobody's mistake.
    if (/\p{Script=Han}/u.test(after) && !GOOD.test(address)) return [];
    return GOOD.test(address) ? [] : [address];
  });

/** Addresses that no browser opens, in any text of an entry: on the screen they are copied from glass by hand. */
export const badAddresses = (value: unknown, path = ''): readonly Advice[] => {
  if (typeof value === 'string')
    return badAddressesIn(value).map((address) => ({
      path,
      say: `网址“${address}”打不开。请照浏览器地址栏里的原样写，例如 https://www.jl.gov.cn/xxgk。`,
    }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    badAddresses(each, path === '' ? key : `${path}.${key}`),
  );
};
