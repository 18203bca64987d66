import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EntryId } from '../../../contract/id.ts';
import type { Item } from '../../../contract/item.ts';
import { routes } from '../../../contract/routes.ts';
import { currentNumber } from '../../store/snapshot.ts';
import { openStore } from '../../store/store.ts';
import {
  chartFile,
  itemFile,
  openTestContent,
  pageFile,
  smallHall,
  type TestContent,
  writeFolder,
} from '../test-content.ts';
import { watchImports } from '../watch.ts';
import { faultLine } from './file-fault.ts';
import { importFolder, type Wish } from './import-folder.ts';

let content: TestContent;
const open = async (): Promise<void> => {
  content = await openTestContent();
};
const close = (): Promise<void> => content.close();

type Files = Readonly<Record<string, string | Uint8Array>>;
const take = async (files: Files, wish: Wish = {}) => {
  const result = await importFolder(content.importing, writeFolder(files), wish);
  if (!result.ok) throw new Error(result.problem.map(faultLine).join('\n'));
  return result.value;
};
const faults = async (files: Files): Promise<string[]> => {
  const result = await importFolder(content.importing, writeFolder(files));
  return result.ok ? [] : result.problem.map(faultLine);
};

describe('what is taken in', () => {
  beforeEach(open);
  afterEach(close);

  test('is published at once, recorded as an import by the system', async () => {
    expect(await take({ 'page/new.md': pageFile('新页面') })).toEqual({
      number: 2,
      added: 1,
      changed: 0,
      unchanged: 0,
    });
    expect(await content.detail('page/new')).toMatchObject({
      state: 'published',
      author: null,
      publishedRevision: 1,
    });
    const rows = await content.deps.store.db
      .selectFrom('audit')
      .selectAll()
      .orderBy('n', 'desc')
      .limit(2)
      .execute();
    expect(rows.map(({ act, actor, object, detail }) => [act, actor, object, detail])).toEqual([
      ['content.import', 'system', 'snapshot/2', '{"added":1,"changed":0,"unchanged":0}'],
      ['content.publish', 'system', 'page/new', '{"reviewed":"import","revision":1}'],
    ]);
  });

  test('the same folder again changes nothing', async () => {
    expect(await take(smallHall)).toEqual({
      number: null,
      added: 0,
      changed: 0,
      unchanged: Object.keys(smallHall).length,
    });
    expect(await currentNumber(content.deps.store.db)).toBe(1);
  });

  test('only what is different becomes a new draft', async () => {
    expect(await take({ ...smallHall, 'page/about.md': pageFile('关于', '新的正文。') })).toMatchObject({
      number: 2,
      changed: 1,
    });
    expect((await content.detail('page/about')).revision).toBe(2);
    expect((await content.detail('page/help')).revision).toBe(1);
  });

  test('what people changed or withdrew at the desk is named, and nothing is taken in', async () => {
    const { entry } = await content.detail('page/about');
    await content.approve({ ...entry, title: '编辑写的' } as typeof entry);
    await content.send('reviewer', 'POST', routes.staff.publication, {});
    await content.move('reviewer', 'item/first', 'withdraw', { note: '有身份证号' });
    const files = {
      ...smallHall,
      'page/new.md': pageFile('新页面'),
      'item/first.md': itemFile('第一件改了', '2025-03-01'),
    };
    expect(await faults(files)).toEqual([
      'item/first.md 第 1 行：这一条在工作台上处理过（审核，撤下：有身份证号），导入会盖掉。请删去这个文件；确实要用它代替，就在命令后面加 --replace-desk。',
      'page/about.md 第 1 行：这一条在工作台上改过（第 2 稿，编辑），导入会盖掉。请删去这个文件；确实要用它代替，就在命令后面加 --replace-desk。',
    ]);
    expect(await currentNumber(content.deps.store.db)).toBe(3);
    expect((await content.get(routes.staff.entry('page/new'), 'editor')).status).toBe(404);
    expect(await take(files, { replaceDesk: true })).toMatchObject({ number: 4, added: 2, changed: 1 });
    expect((await content.detail('page/about')).published?.title).toBe('关于');
    // What was replaced is the import's again.
    expect(await take({ ...files, 'page/about.md': pageFile('再改') })).toMatchObject({ number: 5 });
  });

  test('what a roll-back took from the screens stays away by the same file', async () => {
    const files = { ...smallHall, 'page/new.md': pageFile('新页面') };
    await take(files);
    await content.send('reviewer', 'POST', routes.staff.rollback, { to: 1, reason: '不要' });
    expect(await take(files)).toMatchObject({ number: null });
  });

  test('a hall that loses a department or a category names what still uses it', async () => {
    const hall = smallHall['hall.yaml']!.replace('id: dangzheng', 'id: other').replace(
      'id: work, label: 工作信息',
      'id: money, label: 财政信息',
    );
    expect(await faults({ 'hall.yaml': hall })).toEqual([
      'hall.yaml 第 13 行：去掉了部门“dangzheng”，可是已发布的“第一件”（item/first）还在用。请留着它，或者把那一条一起改好导入。',
      'hall.yaml 第 14 行：去掉了信息分类“work”，可是已发布的“第一件”（item/first）还在用。请留着它，或者把那一条一起改好导入。',
    ]);
    const item = itemFile('第一件', '2025-03-01')
      .replace('dangzheng', 'other')
      .replace('category: work', 'category: money');
    expect(await take({ 'hall.yaml': hall, 'item/first.md': item })).toMatchObject({ changed: 2 });
  });

  test('a draft that is overwritten stays in the history', async () => {
    const { entry } = await content.detail('page/about');
    const draft = { basedOn: 1, entry: { ...entry, title: '编辑写的' } };
    await content.send('editor', 'PUT', routes.staff.entry('page/about'), draft);
    await take({ 'page/about.md': pageFile('导入的') }, { replaceDesk: true });
    expect(await content.detail('page/about')).toMatchObject({
      revision: 3,
      state: 'published',
      title: '导入的',
    });
    const bodies = await content.deps.store.db
      .selectFrom('draft')
      .select('body')
      .where('revision', '=', 2)
      .execute();
    expect(bodies[0]?.body).toContain('编辑写的');
  });

  test('what was withdrawn does not come back by an unchanged file', async () => {
    await content.move('reviewer', 'page/about', 'withdraw', { note: '旧了' });
    expect(await take(smallHall)).toMatchObject({ number: null });
    expect((await content.detail('page/about')).state).toBe('withdrawn');
  });

  test('index numbers run with the years of the items', async () => {
    await take({ 'item/a.md': itemFile('新', '2026-05-01'), 'item/b.md': itemFile('旧', '2026-01-01') });
    const numbers = await Promise.all(
      ['item/a', 'item/b'].map(async (id) => (await content.detail(id)).indexNo),
    );
    expect(numbers).toEqual(['220821203/2026-00002', '220821203/2026-00001']);
  });

  test('Markdown becomes nodes of ours', async () => {
    const text = [
      '## 标题',
      '',
      '一段**粗**和*斜*，见[流程](chart/one)。',
      '接着写',
      'two words',
      '',
      '- 甲',
      '- 乙',
      '',
      '1\\. 不是列表',
      '',
      '> 引文',
      '',
      '| 年 | 数 |',
      '| - | - |',
      '| 2026 | |',
      '',
      '{{catalogue}}',
    ].join('\n');
    await take({ 'page/text.md': pageFile('文字', text) });
    const { body } = (await content.detail('page/text')).entry as Item;
    expect(body).toEqual([
      { type: 'heading', level: 2, text: '标题' },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '一段' },
          { type: 'strong', text: '粗' },
          { type: 'text', text: '和' },
          { type: 'em', text: '斜' },
          { type: 'text', text: '，见' },
          { type: 'link', to: 'chart/one', text: '流程' },
          { type: 'text', text: '。接着写two words' },
        ],
      },
      {
        type: 'list',
        ordered: false,
        items: [[{ type: 'text', text: '甲' }], [{ type: 'text', text: '乙' }]],
      },
      { type: 'paragraph', content: [{ type: 'text', text: '1. 不是列表' }] },
      { type: 'quote', content: [{ type: 'text', text: '引文' }] },
      {
        type: 'table',
        head: [[{ type: 'text', text: '年' }], [{ type: 'text', text: '数' }]],
        rows: [[[{ type: 'text', text: '2026' }], []]],
      },
      { type: 'generated', part: 'catalogue' },
    ]);
  });

  test('a file from Windows reads the same', async () => {
    const windows = `\uFEFF${smallHall['page/about.md']}`.replaceAll('\n', '\r\n');
    expect(await take({ 'page/about.md': windows })).toMatchObject({ number: null, unchanged: 1 });
  });

  test('a running server hears of it', async () => {
    const other = await openStore(content.databaseFile);
    const heard = new Promise<number>((resolve) => content.deps.events.onHead(resolve));
    const stop = watchImports(content.deps);
    await importFolder(
      { ...content.importing, store: other },
      writeFolder({ 'page/new.md': pageFile('新') }),
    );
    expect(await heard).toBe(2);
    stop();
    await other.close();
    expect((await content.detail('page/new' as EntryId)).state).toBe('published');
  });
});

describe('what is refused', () => {
  // One hall for all: a refusal must leave nothing behind.
  beforeAll(open);
  afterAll(close);

  test('all faults of all files at once, by file and line, and nothing is taken in', async () => {
    const files = {
      'page/good.md': pageFile('好的'),
      'page/bad.md': '---\ntitle: 坏的\nsection: 乱写\nextra: 1\n---\n\n正文。\n\n<b>粗</b>\n',
      'chart/bad.yaml':
        'title: 图\nsteps:\n  - { id: a, shape: start, label: 来, next: z }\n  - { id: b, shape: end, label: 好 }\n',
      'guide/bad.yaml': 'title: [\n',
      'notes.txt': '什么',
    };
    expect(await faults(files)).toEqual([
      'chart/bad.yaml 第 1 行：缺少“summary”。',
      'chart/bad.yaml 第 1 行：缺少“sample”。',
      'chart/bad.yaml 第 1 行：缺少“updatedOn”。',
      'guide/bad.yaml 第 2 行：缩进不对，或者括号没有成对。',
      'notes.txt 第 1 行：不认识这个文件。只认 hall.yaml、calendar、guide、chart、item、card、form、page、file、picture 里的文件。',
      'page/bad.md 第 2 行：缺少“summary”。',
      'page/bad.md 第 2 行：缺少“sample”。',
      'page/bad.md 第 2 行：缺少“updatedOn”。',
      'page/bad.md 第 3 行：section：只能是其中之一：指南、目录、制度、机构、法规、帮助。',
      'page/bad.md 第 4 行：没有“extra”这一项，可能是写错了名字。',
      'page/bad.md 第 9 行：不能写 HTML 标签。',
    ]);
    expect(await currentNumber(content.deps.store.db)).toBe(1);
    expect((await content.get(routes.staff.entry('page/good'), 'editor')).status).toBe(404);
  });

  test.each([
    ['<script>alert(1)</script>', '不能写 HTML 标签。'],
    ['a <img src=x onerror=alert(1)> b', '不能写 HTML 标签。'],
    ['<!-- 注释 -->', '不能写 HTML 标签。'],
    ['![图](a.png)', '图片只能是 picture 文件夹里的'],
    ['![图](https://example.com/a.webp)', '图片只能是 picture 文件夹里的'],
    ['字 ![图](picture/a.webp)', '图片要单独成一段'],
    ['[x](https://example.com)', '链接只能指向本厅的内容'],
    ['[x](javascript:alert(1))', '链接只能指向本厅的内容'],
    ['[x](//example.com)', '链接只能指向本厅的内容'],
    ['[x](GUIDE/a)', '链接只能指向本厅的内容'],
    ['<https://example.com>', '链接只能指向本厅的内容'],
    ['[x][y]\n\n[y]: https://example.com', '链接要写成'],
    ['`代码`', '不能用反引号。'],
    ['```\n代码\n```', '不能写代码块'],
    ['正文\n\n    缩进', '不能写代码块'],
    ['# 一级', '标题用 ## 到 ####'],
    ['##### 五级', '标题用 ## 到 ####'],
    ['## **粗**', '标题里只能是文字。'],
    ['***又粗又斜***', '里只能是文字。'],
    ['甲\n\n---\n\n乙', '不能画分隔线。'],
    ['- 甲\n  - 乙', '不能再套列表'],
    ['3. 从三开始', '编号的列表从 1 开始'],
    ['> 甲\n>\n> 乙', '引文里只能有一段文字。'],
    ['| a | b |\n| - | - |\n| 1 |', '这一行有 1 格，表头有 2 格。'],
    ['{{nothing}}', '双花括号里只能是'],
    ['身份证 220821199001010014', '这里有完整的身份证号'],
    ['见[甲](page/lost)', '这里提到的“page/lost”在文件夹里没有'],
  ])('in a text: %s', async (text, say) => {
    const found = await faults({ 'page/text.md': pageFile('文字', `前面一段。\n\n${text}`) });
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).toContain(say);
    for (const fault of found) expect(fault).toMatch(/^page\/text\.md 第 (?:1[0-9]) 行：/);
  });

  test.each<[string, Files, string]>([
    ['not UTF-8', { 'page/a.md': new Uint8Array([0xc4, 0xe3]) }, 'page/a.md 第 1 行：不是 UTF-8'],
    ['no front matter', { 'page/a.md': '正文' }, 'page/a.md 第 1 行：开头要有两行'],
    ['an empty file', { 'chart/a.yaml': '' }, 'chart/a.yaml 第 1 行：要写成“名称: 内容”'],
    ['a list', { 'chart/a.yaml': '- 1\n' }, 'chart/a.yaml 第 1 行：要写成“名称: 内容”'],
    ['a wrong name', { 'page/About Us.md': pageFile('a') }, 'page/About Us.md 第 1 行：文件名只能用小写'],
    ['a folder in a folder', { 'page/a/b.md': pageFile('a') }, 'page/a/b.md 第 1 行：文件名只能用小写'],
    [
      'a wrong ending',
      { 'chart/a.md': 'title: a\n' },
      'chart/a.md 第 1 行：chart 文件夹里的文件要以 .yaml 结尾。',
    ],
    [
      'the same name twice',
      { 'page/a.md': pageFile('a'), 'page/a.yaml': 'title: a\n' },
      'page/a.yaml 第 1 行：同一条写了两个文件：page/a.md。请留一个。',
    ],
    [
      'a year that is another',
      { 'calendar/2027.yaml': 'year: 2026\nsource: x\noff: ["2026-10-01"]\nmakeup: []\n' },
      'calendar/2027.yaml 第 1 行：文件名是 2027，里面写的是 2026。',
    ],
    [
      'an id',
      { 'page/a.md': pageFile('a').replace('title', 'id: page/b\ntitle') },
      'page/a.md 第 2 行：不用写 id',
    ],
    ['a key twice', { 'chart/a.yaml': 'title: a\ntitle: b\n' }, 'chart/a.yaml 第 2 行：同一项写了两次。'],
    [
      'another hall',
      { 'hall.yaml': smallHall['hall.yaml']!.replace('220821203', '220821204') },
      'hall.yaml 第 1 行：行政区划代码与库里的',
    ],
    [
      'a wrong token in the index number',
      { 'hall.yaml': smallHall['hall.yaml']!.replace('{region}', '{dept}') },
      'hall.yaml 第 16 行：indexTemplate：索引号模板里的“{dept}”不认识',
    ],
    [
      'a credit code that is none',
      { 'hall.yaml': `${smallHall['hall.yaml']}creditCode: 11220821013698700L\n` },
      'hall.yaml 第 19 行：creditCode：统一社会信用代码不对',
    ],
    [
      'what is disclosed on request only',
      { 'item/a.md': itemFile('某户情况', '2026-01-01').replace('主动公开', '依申请公开') },
      'item/a.md 第 10 行：“某户情况”是依申请公开的，不能发布到公共屏幕。',
    ],
    [
      'what is for some only',
      { 'item/a.md': itemFile('某户情况', '2026-01-01').replace('全社会', '特定群体') },
      'item/a.md 第 11 行：“某户情况”只向特定群体公开，不能发布到公共屏幕。',
    ],
    [
      'an identity number in a chart',
      { 'chart/a.yaml': chartFile('流程').replace('一步办好', '找 220821199001010014') },
      'chart/a.yaml 第 2 行：这里有完整的身份证号',
    ],
    [
      'an identity number among keywords',
      {
        'item/a.md': itemFile('a', '2026-01-01').replace('keywords: []', 'keywords: ["220821199001010014"]'),
      },
      'item/a.md 第 14 行：这里有完整的身份证号',
    ],
    [
      'an unknown department',
      { 'item/a.md': itemFile('a', '2026-01-01').replace('dangzheng', 'nobody') },
      'item/a.md 第 4 行：本厅没有“nobody”这个科室。请改成：dangzheng（党政办公室）。',
    ],
    [
      'aliases that blow up',
      {
        'chart/a.yaml': `a: &a [1]\n${Array.from({ length: 60 }, (_, n) => `k${n}: [${'*a,'.repeat(60)}]`).join('\n')}\n`,
      },
      'chart/a.yaml 第 1 行：',
    ],
    ['nothing', {}, '. 第 1 行：文件夹里没有内容文件。'],
  ])('%s', async (_, files, say) => {
    expect((await faults(files))[0]).toContain(say);
    expect(await currentNumber(content.deps.store.db)).toBe(1);
  });

  test('a calendar with days that would shift every limit: each by its line', async () => {
    const calendar = [
      'year: 2027',
      'source: 国办发明电',
      'off:',
      '  - "2027-10-01"',
      '  - "2026-10-02"',
      '  - "2027-10-09"',
      '  - "2027-10-01"',
      'makeup:',
      '  - "2027-10-08"',
      '  - "2027-10-09"',
      '  - "2027-10-10"',
      '  - "2028-01-02"',
      '',
    ].join('\n');
    expect(await faults({ 'calendar/2027.yaml': calendar })).toEqual([
      'calendar/2027.yaml 第 5 行：off 第 2 项：2026-10-02 不是 2027 年的日子。',
      'calendar/2027.yaml 第 7 行：off 第 4 项：2027-10-01 写了两次。',
      'calendar/2027.yaml 第 9 行：makeup 第 1 项：2027-10-08 是周五，本来就上班；调休上班的只能是周六或周日。',
      'calendar/2027.yaml 第 10 行：makeup 第 2 项：2027-10-09 又放假又上班，只能是其中一样。',
      'calendar/2027.yaml 第 12 行：makeup 第 4 项：2028-01-02 不是 2027 年的日子。',
    ]);
    expect(await faults({ 'calendar/2027.yaml': 'year: 2027\nsource: x\noff: []\nmakeup: []\n' })).toEqual([
      'calendar/2027.yaml 第 3 行：off：至少要有 1 项。',
    ]);
  });

  test('a fault inside a list names the line of its own item', async () => {
    const chart = `title: 图\nsummary: 一步\nsample: false\nupdatedOn: "2026-11-20"\nsteps:\n  - { id: a, shape: start, label: 来, next: b }\n  - id: b\n    shape: end\n    label: ${'长'.repeat(17)}\n`;
    expect(await faults({ 'chart/a.yaml': chart })).toEqual([
      'chart/a.yaml 第 9 行：steps 第 2 项 label：最多 16 个字。',
    ]);
  });
});
