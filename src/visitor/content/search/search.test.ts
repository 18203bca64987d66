import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../contract/day.ts';
import type { EntryKind } from '../../../contract/entry-name.ts';
import type { EntryId } from '../../../contract/id.ts';
import { isMarked, markAlias, markText, markTitle, placeIn, snippet } from './mark.ts';
import { addWords, buildIndex, type SearchIndex, search } from './search.ts';
import type { SearchDoc } from './search-doc.ts';

const syllables = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', v: true });

const doc = (kind: EntryKind, title: string, names: string[] = [], on = '2026-01-05'): SearchDoc => ({
  id: `${kind}/${syllables(title).join('').slice(0, 40)}` as EntryId,
  kind,
  title,
  aliases: names,
  pinyin: [title, ...names].map((name) => syllables(name).join(' ')),
  initials: [title, ...names].map((name) =>
    syllables(name)
      .map((each) => each[0])
      .join(''),
  ),
  on: on as Day,
});

const claim = doc('guide', '领取城乡居民养老金', ['城乡居民基本养老保险待遇申领', '领养老钱']);
const pay = doc('guide', '缴城乡居民医保', ['新农合', '城乡居民基本医疗保险参保缴费']);
const house = doc('guide', '农村宅基地审批', ['盖房']);
const report = doc('item', '2014年度政府信息公开工作报告', ['年报'], '2015-01-20');
const older = doc('item', '2013年度政府信息公开工作报告', ['年报'], '2014-01-20');
const all = [report, older, pay, house, claim];

const titles = (index: SearchIndex, query: string): string[] =>
  search(index, query).places.map((place) => index.docs[place]!.title);

describe('search', () => {
  const index = buildIndex(all);
  addWords(index, report.id, '全年共公开政府信息120条。\n其中设立公开栏三处。');
  addWords(index, house.id, '宅基地面积不超过规定标准，批准后领取批准书。');

  it.each([
    ['养老金', claim.title],
    ['新农合', pay.title],
    ['xnh', pay.title],
    ['xinnonghe', pay.title],
    ['xinnongh', pay.title],
    ['zhaijidi', house.title],
    ['zjd', house.title],
    ['zhaijd', house.title],
    ['ZJD', house.title],
    ['ｚｊｄ', house.title],
    ['公开栏', report.title],
    ['120条', report.title],
    ['2014 报告', report.title],
    ['我想问一下怎么领取养老金', claim.title],
    ['养老金 归谁管', claim.title],
    ['宅基地哪个窗口', house.title],
    ['批准书', house.title],
  ])('finds by %s', (query, title) => {
    expect(titles(index, query)[0]).toBe(title);
  });

  it('puts the newest first among equals', () => {
    expect(titles(index, '年报')).toEqual([report.title, older.title]);
  });

  it('puts what holds the query in its title before what holds it in the text', () => {
    expect(titles(index, '领取')).toEqual([claim.title, house.title]);
  });

  it('asks for every word of a query', () => {
    expect(titles(index, '2013 报告')).toEqual([older.title]);
  });

  it('finds a syllable only where a syllable begins', () => {
    expect(titles(index, 'anglao')).toEqual([]);
  });

  it('offers what comes near, and says so', () => {
    const found = search(index, '居民养老金补发');
    expect(found.isNear).toBe(true);
    expect(found.places.map((place) => index.docs[place]!.title)).toContain(claim.title);
  });

  it('finds nothing where nothing is near', () => {
    expect(search(index, '量子计算').places).toEqual([]);
    expect(search(index, '  ，。 ').places).toEqual([]);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (query) => {
        search(index, query);
        markTitle(claim, query);
        snippet('第一行\n第二行 abc', query);
      }),
    );
  });
});

describe('search over any content', () => {
  const hanzi = fc.constantFrom(...'养老金医保低收入补贴宅基地证明办理城乡居民登记');
  const title = fc.string({ unit: hanzi, minLength: 3, maxLength: 12 });
  const corpus = fc.uniqueArray(title, { minLength: 1, maxLength: 80 });
  const indexOf = (list: readonly string[]): SearchIndex => {
    const docs = list.map((each, at) => ({ ...doc('guide', each), id: `guide/n${at}` as EntryId }));
    return buildIndex(docs);
  };

  it('finds every title by any part of it, as a plain scan would', () => {
    fc.assert(
      fc.property(corpus, fc.nat(), fc.nat(), (list, which, from) => {
        const source = list[which % list.length]!;
        const start = from % (source.length - 1);
        const query = source.slice(start, start + 2);
        expect(titles(indexOf(list), query).sort()).toEqual(
          list.filter((each) => each.includes(query)).sort(),
        );
      }),
    );
  });

  it('finds every text by any part of it, as a plain scan would', () => {
    fc.assert(
      fc.property(corpus, fc.nat(), fc.nat(), (texts, which, from) => {
        const docs = texts.map((_, at) => ({ ...doc('item', '甲'), id: `item/n${at}` as EntryId }));
        const index = buildIndex(docs);
        texts.forEach((text, at) => {
          addWords(index, docs[at]!.id, text);
        });
        const source = texts[which % texts.length]!;
        const start = from % (source.length - 1);
        const query = source.slice(start, start + 3);
        const found = search(index, query);
        expect(found.places.map((place) => index.words[place]).sort()).toEqual(
          texts.filter((each) => each.includes(query)).sort(),
        );
      }),
    );
  });

  it('finds every title by its syllables and by its first letters', () => {
    fc.assert(
      fc.property(corpus, fc.nat(), (list, which) => {
        const source = list[which % list.length]!;
        const index = indexOf(list);
        expect(titles(index, syllables(source).join(''))).toContain(source);
        expect(
          titles(
            index,
            syllables(source)
              .map((each) => each[0])
              .join(''),
          ),
        ).toContain(source);
      }),
    );
  });
});

describe('an attachment', () => {
  const words = ['正文里有收入。', '收支表.pdf\n财政拨款\n上级补助', '说明.docx\n补助的来由'];
  const [own, first] = words.map((each) => each.length + 1) as [number, number, number];
  const text = {
    id: report.id,
    words: words.join('\n'),
    files: [
      { name: '收支表.pdf', at: own },
      { name: '说明.docx', at: own + first },
    ],
  };
  const place = (query: string) => placeIn(text, query);

  it('is named where only it holds the words', () => {
    expect(place('收入')).toMatchObject({ file: null });
    expect(place('财政拨款')).toMatchObject({ file: '收支表.pdf' });
    expect(
      place('上级补助')
        ?.pieces.map((piece) => piece.text)
        .join('')
        .trim(),
    ).toBe('上级补助');
    expect(place('补助')?.file).toBe('收支表.pdf');
    expect(place('来由')?.file).toBe('说明.docx');
    expect(place('docx')?.file).toBe('说明.docx');
    expect(place('没有')).toBeNull();
    expect(placeIn({ id: report.id, words: '补助' }, '补助')?.file).toBeNull();
  });
});

describe('marks', () => {
  it('joins back to the text, whatever is marked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        (text, query) => {
          expect(
            markText(text, query)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });

  it('marks what was typed, and the characters that letters spell', () => {
    expect(markTitle(claim, '养老')).toEqual([
      { text: '领取城乡居民', isMarked: false },
      { text: '养老', isMarked: true },
      { text: '金', isMarked: false },
    ]);
    expect(markTitle(claim, 'yanglj').filter((piece) => piece.isMarked)).toEqual([
      { text: '养老金', isMarked: true },
    ]);
    expect(isMarked(markTitle(pay, 'xnh'))).toBe(false);
    expect(markAlias(pay, 'xnh')).toEqual([{ text: '新农合', isMarked: true }]);
    expect(markAlias(pay, '养老')).toBeUndefined();
  });

  it('cuts a snippet out of one line', () => {
    expect(snippet('第一行。\n全年共公开政府信息120条。', '信息')).toEqual([
      { text: '全年共公开政府', isMarked: false },
      { text: '信息', isMarked: true },
      { text: '120条。', isMarked: false },
    ]);
  });
});
