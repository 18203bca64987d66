import { describe, expect, test } from 'vitest';
import { badAddresses, badAddressesIn, deadLinks } from './link-lint.ts';

const known = new Map([
  ['guide/there', { title: '在的', isWithdrawn: false }],
  ['guide/gone', { title: '撤下的', isWithdrawn: true }],
  ['chart/gone', { title: '撤下的图', isWithdrawn: true }],
  ['item/gone', { title: '旧预案', isWithdrawn: true }],
]);
const say = (entry: object) => deadLinks(entry as never, (id) => known.get(id));
const linking = (to: string) => ({ body: [{ content: [{ type: 'link', to, text: '这里' }] }] });

describe('links', () => {
  test('in a text lead to what screens show', () => {
    expect(say(linking('guide/there'))).toEqual([]);
    expect(say(linking('guide/none'))).toEqual([
      { path: 'body.0.content.0', say: '连到的“guide/none”没有。请改成有的，或者去掉这个链接。' },
    ]);
    expect(say(linking('guide/gone'))).toMatchObject([
      { path: 'body.0.content.0', say: expect.stringContaining('“撤下的”已经撤下') },
    ]);
  });

  test.each<[object, readonly string[]]>([
    [{ guide: 'guide/there', chart: '', replaces: undefined }, []],
    [{ guide: 'guide/gone' }, ['guide']],
    [{ guide: 'guide/none' }, ['guide']],
    [{ chart: 'chart/none' }, ['chart']],
    [{ replaces: 'item/none' }, ['replaces']],
    // It comes back with its guide; and what is replaced may go.
    [{ chart: 'chart/gone' }, []],
    [{ replaces: 'item/gone' }, []],
  ])('of fields: %j', (entry, paths) => {
    expect(say(entry).map(({ path }) => path)).toEqual(paths);
  });
});

describe('addresses of the web', () => {
  test.each([
    'https://www.jl.gov.cn/xxgk?id=3#a',
    '见 www.jlzhenlai.gov.cn。',
    'http://10.1.2.3:8080/x，或者打电话',
    '网址 https://bm.example.gov.cn/',
    '（https://bm.example.gov.cn）',
    '以 https 开头',
    'https：请照抄',
    '上 www.政务.中国 看',
  ])('%s is good', (text) => expect(badAddressesIn(text)).toEqual([]));

  test.each([
    ['http//www.jl.gov.cn', 'http//www.jl.gov.cn'],
    ['https:/www.jl.gov.cn', 'https:/www.jl.gov.cn'],
    ['https：//www.jl.gov.cn', 'https：//www.jl.gov.cn'],
    ['见 www.jl，gov.cn', 'www.jl'],
    ['www。jl.gov.cn', 'www。jl.gov.cn'],
    ['https://jl', 'https://jl'],
    ['https:// www.jl.gov.cn', 'https://'],
    ['http://www.jl_gov.cn/a', 'http://www.jl_gov.cn/a'],
  ])('%s is not', (text, address) => expect(badAddressesIn(text)).toEqual([address]));

  test('are looked for in every text', () => {
    const entry = { faq: [{ answer: '上 http//a.cn 看' }], body: [{ content: [{ text: 'www,b.cn' }] }] };
    expect(badAddresses(entry).map(({ path }) => path)).toEqual(['faq.0.answer', 'body.0.content.0.text']);
  });
});
