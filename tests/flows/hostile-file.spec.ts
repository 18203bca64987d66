import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import type { EntryDetail } from '../../src/contract/desk.ts';
import type { FileDetail } from '../../src/contract/file.ts';
import type { Item } from '../../src/contract/item.ts';
import { routes } from '../../src/contract/routes.ts';
import { bytesOfBook } from '../../src/server/content/spreadsheet/book.ts';
import {
  inlineCell,
  rawSpreadsheet,
  sheetXml,
} from '../../src/server/content/spreadsheet/test-spreadsheet.ts';
import { bombDocx, docx, hugePng, pdf, png } from '../../src/server/file/test-file.ts';
import { hostileCells, hostileDocx, hostileFiles, hostileNames } from '../fixtures/hostile-file.ts';
import { approveChange, type Colleague, logIn, publish, sitDown } from '../setup/desk.ts';
import { type Hall, importContent, startHall } from '../setup/server.ts';
import { openHall } from '../setup/visitor.ts';

/**
 * Hostile files through every door that takes files. Each gets a sentence or comes to nothing; none runs, none is asked for on the
 * network, and the server goes on.
 */

let hall: Hall;
let canary: Server;
const caught: string[] = [];
test.beforeAll(async () => {
  canary = createServer((request, answer) => {
    caught.push(request.url ?? '');
    answer.end();
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  hall = await startHall();
});
test.afterEach(async () => {
  expect(caught).toEqual([]);
  // Whatever came, the hall still answers: to a visitor, and to somebody at the desk.
  expect((await fetch(hall.url + routes.head)).status).toBe(200);
  await (await logIn(hall, 'bianji')).get(routes.staff.today);
});
test.afterAll(async () => {
  await hall.stop();
  await new Promise((resolve) => canary.close(resolve));
});

const canaryUrl = (): string => `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
const ID = 'item/budget-2025';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Whatever runs, opens a dialog, or is stopped by the page's policy. */
async function watch(page: Page): Promise<readonly string[]> {
  const told: string[] = [];
  await page.exposeFunction('tell', (what: string) => void told.push(`${page.url()}: ${what}`));
  await page.addInitScript(() => {
    const it = window as unknown as { ran: () => void; tell: (what: string) => void };
    it.ran = () => it.tell('ran');
    document.addEventListener('securitypolicyviolation', (event) =>
      it.tell(`${event.effectiveDirective} ${event.blockedURI}`),
    );
  });
  page.on('dialog', (dialog) => {
    told.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => told.push(`an error: ${error.message}`));
  return told;
}

const asFile = (name: string, bytes: Uint8Array, mimeType = 'application/octet-stream') => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});

interface Given {
  readonly status: number;
  readonly say: string;
  readonly detail: FileDetail | null;
}

async function give(writer: Colleague, path: string, bytes: Uint8Array): Promise<Given> {
  const answer = await fetch(hall.url + path, {
    method: 'POST',
    headers: { cookie: writer.cookie, origin: hall.url, 'sec-fetch-site': 'same-origin' },
    body: new Uint8Array(bytes),
  });
  const body = (await answer.json()) as { say?: string };
  const detail = answer.ok ? (body as unknown as FileDetail) : null;
  return { status: answer.status, say: body.say ?? '', detail };
}

test('files at the door of attachments: refused in a sentence, or made into pages, never a crash', async () => {
  test.setTimeout(240_000);
  const writer = await logIn(hall, 'bianji');
  const taken: FileDetail[] = [];
  for (const { name, bytes, say } of hostileFiles(canaryUrl())) {
    const given = await give(writer, routes.staff.files, bytes);
    expect([name, given.status], given.say).toEqual([name, say === undefined ? 200 : 422]);
    if (say !== undefined) expect(given.say, name).toMatch(new RegExp(say));
    if (given.detail !== null) taken.push(given.detail);
  }
  for (const { file } of taken) {
    const told = async () => (await writer.get<FileDetail>(routes.staff.file(file))).state;
    await expect.poll(told, { timeout: 90_000 }).toMatch(/^(ready|refused)$/);
    const { state, fault, pages } = await writer.get<FileDetail>(routes.staff.file(file));
    expect(state === 'refused' ? fault : pages.length).toBeTruthy();
    // Nothing of it is ever a page of this site.
    const bytes = await fetch(hall.url + routes.staff.fileBytes(file), {
      headers: { cookie: writer.cookie },
    });
    expect(bytes.headers.get('content-disposition')).toBe('attachment');
    expect(bytes.headers.get('content-security-policy')).toContain('sandbox');
    expect(bytes.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('names: shown as words at the desk and the screen, and saved under a name that is one', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const desk = await sitDown(browser, hall, 'bianji');
  const atDesk = await watch(desk);
  await desk.goto(`${hall.url}/staff/content/${ID}`);
  const section = desk.getByRole('group', { name: '附件' });
  const choosing = desk.waitForEvent('filechooser');
  await desk.getByRole('button', { name: '选文件加到附件' }).click();
  await (await choosing).setFiles(
    hostileNames.map((name, at) => asFile(name, pdf({ pages: [`file ${at}`] }))),
  );
  await expect(section.getByText('准备好了，共 1 页')).toHaveCount(hostileNames.length, { timeout: 60_000 });
  await desk.getByRole('button', { name: '存成一稿', exact: true }).click();
  await expect(desk.getByText(/已存成第 \d+ 稿/)).toBeVisible();
  const held = await (await logIn(hall, 'bianji')).get<EntryDetail>(routes.staff.entry(ID));
  const attachments = (held.entry as Item).attachments ?? [];
  expect(attachments).toHaveLength(hostileNames.length);
  for (const { name } of attachments) expect(name).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E]/u);

  await approveChange<Item>(hall, ID, (entry) => entry);
  await publish(hall);
  const atScreen = await watch(page);
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/${ID}`);
  await expect(page.getByText('<img src=x onerror=ran()>.pdf').first()).toBeVisible();
  for (const { file, name } of attachments) {
    const answer = await fetch(`${hall.url}${routes.file(file)}`);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
    const said = answer.headers.get('content-disposition') ?? '';
    expect(decodeURIComponent(said.replace(/^attachment; filename\*=UTF-8''/, ''))).toBe(name);
  }
  for (const path of [`/content/${ID}`, `/preview/${ID}`, `/content/${ID}/history`]) {
    await desk.goto(`${hall.url}/staff${path}`);
    await expect(desk.getByText(/^正在.*……$/)).toHaveCount(0);
  }
  expect([...atDesk, ...atScreen]).toEqual([]);
});

test('spreadsheets: what is no list is a sentence, and cells stay words', async ({ browser }) => {
  test.setTimeout(120_000);
  const writer = await logIn(hall, 'bianji');
  const path = `${routes.staff.batches}?kind=item&name=a.xlsx`;
  const cell = inlineCell('A1', '信息名称');
  const none: readonly (readonly [what: string, bytes: Uint8Array])[] = [
    ['nothing', new Uint8Array()],
    ['a Word file', docx()],
    ['a bomb', bombDocx()],
    ['a web page', Buffer.from('<html><script>ran()</script>')],
    ['a picture', await png()],
    ['half a file', rawSpreadsheet(sheetXml(`<row r="1">${cell}</row>`)).slice(0, 200)],
    ['macros', rawSpreadsheet(sheetXml(`<row r="1">${cell}</row>`), { 'xl/vbaProject.bin': 'Sub A()' })],
    [
      'entities that read a file',
      rawSpreadsheet(
        sheetXml(
          `<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>`,
          `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>`,
        ),
      ),
    ],
    ['21 MB', new Uint8Array(21_000_000)],
  ];
  for (const [what, bytes] of none) {
    const given = await give(writer, path, bytes);
    expect([what, given.status]).toEqual([what, 400]);
    expect(given.say, what).toMatch(/[一-鿿]{3}/);
    expect(given.say).not.toContain('root:');
  }

  const desk = await sitDown(browser, hall, 'bianji');
  const told = await watch(desk);
  const rows = [
    ['信息名称', '成文日期', '本乡科室', '信息分类'],
    ...hostileCells.map((text) => [text, '2014-1-24', '党政办公室', '工作信息']),
    ...hostileCells.map((text) => [`${text} 错`, text, text, text]),
  ];
  const book = await bytesOfBook([{ name: '目录', widths: [], frozen: 0, rows }]);
  await desk.goto(`${hall.url}/staff/import`);
  const name = '<img src=x onerror=ran()>\u202Excod.xlsx';
  await desk.getByLabel('选填好的表').setInputFiles(asFile(name, book, XLSX));
  await expect(desk.getByRole('heading', { name: '导入报告' })).toBeVisible();
  await expect(desk.getByText('<img src=x onerror=ran()>', { exact: true }).first()).toBeVisible();
  await desk.getByRole('button', { name: /^导入 \d+ 行/ }).click();
  await expect(desk.getByText(/写成新稿 \d+/).first()).toBeVisible();
  await desk.goto(`${hall.url}/staff/content?kind=item&q=ran`);
  await expect(desk.getByRole('link', { name: '<img src=x onerror=ran()>' })).toBeVisible();
  await desk.goto(`${hall.url}/staff/import`);
  await expect(desk.getByRole('link', { name: /<img src=x/ })).toBeVisible();
  expect(told).toEqual([]);
});

test('Word files that one begins from: words alone come over', async ({ browser }) => {
  test.setTimeout(60_000);
  const desk = await sitDown(browser, hall, 'bianji');
  const told = await watch(desk);
  await desk.goto(`${hall.url}/staff/content/new?kind=item`);
  const input = desk.getByLabel(/^从 Word 文件开始/);
  for (const [bytes, say] of [
    [Buffer.from('<html><script>ran()</script>'), '不是 .docx'],
    [docx().slice(0, 300), '不是 .docx'],
    [new Uint8Array(), '不是 .docx'],
    [docx({ text: '' }), '没有文字'],
  ] as const) {
    await input.setInputFiles(asFile('公文.docx', bytes));
    await expect(desk.getByText(say)).toBeVisible();
  }
  await input.setInputFiles(
    asFile(
      '<img src=x onerror=ran()>.docx',
      hostileDocx(canaryUrl(), '<![CDATA[<img src=x onerror=ran()>]]>'),
    ),
  );
  await expect(desk.getByText(/^读出/)).toBeVisible();
  await desk.getByRole('textbox', { name: '英文短名' }).fill('from-word');
  await desk.getByRole('button', { name: '开始写' }).click();
  const body = desk.getByRole('textbox', { name: '正文', exact: true });
  await expect(body).toContainText('点这里');
  await expect(body.locator('a[href^="javascript:"], img, iframe, script')).toHaveCount(0);
  expect(told).toEqual([]);
});

test('pictures of a text: what is none, or too large to unfold, is a sentence', async ({ browser }) => {
  const desk = await sitDown(browser, hall, 'bianji');
  const told = await watch(desk);
  await desk.goto(`${hall.url}/staff/content/page/service-promise`);
  await desk.getByRole('button', { name: '图片', exact: true }).click();
  const dialog = desk.getByRole('dialog');
  for (const [name, bytes, say] of [
    ['图.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="ran()"/>'), 'SVG'],
    ['<img src=x onerror=ran()>.png', Buffer.from('<html><script>ran()</script>'), '程序或网页'],
    ['大.png', hugePng(30_000), '超过 1 亿像素'],
    ['半.png', (await png(400, 300)).slice(0, 300), '坏了'],
  ] as const) {
    const choosing = desk.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: /选图片|换一张/ }).click();
    await (await choosing).setFiles(asFile(name, bytes, 'image/png'));
    await expect(dialog.getByText(say).first()).toBeVisible({ timeout: 30_000 });
  }
  expect(told).toEqual([]);
});

test('a folder that is imported: what is in it is told by file and reason, nothing outside it is read', async () => {
  test.setTimeout(120_000);
  const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
  const web = Buffer.from('<html><script>ran()</script></html>');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="ran()"/>');
  const head = (more = ''): string =>
    `---\ntitle: 从文件来的\nsection: 帮助\nsummary: 说明。\nsample: false\nupdatedOn: "2026-11-20"\n${more}---\n\n正文。\n`;
  const bomb = `a: &a [${'x,'.repeat(9)}x]\n${'bcdefghi'
    .split('')
    .map((key, at) => `${key}: &${key} [${`*${'abcdefghi'[at]},`.repeat(9)}*${'abcdefghi'[at]}]\n`)
    .join('')}`;
  const cases: readonly (readonly [what: string, files: Readonly<Record<string, string | Uint8Array>>])[] = [
    ['a web page as PDF', { [`file/${digest(web)}.pdf`]: web }],
    ['a picture that is a program', { [`picture/${digest(svg)}.webp`]: svg }],
    ['a name that is no digest', { 'file/<img src=x onerror=ran()>.pdf': pdf() }],
    ['other bytes than its name says', { [`file/${digest(web)}.pdf`]: pdf() }],
    [
      'an attachment elsewhere',
      { 'item/a.md': head('attachments: [{ file: "../../../etc/passwd", name: a }]\n') },
    ],
    ['a name that climbs', { 'page/..%2f..%2fa.md': head() }],
    ['a name that runs', { 'page/<script>ran()<.md': head() }],
    ['a yaml that unfolds', { 'guide/bomb.yaml': bomb }],
    ['a yaml that makes things', { 'guide/tag.yaml': 'title: !!js/function "function(){ran()}"\n' }],
    ['half a character', { 'page/half.md': Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0xc3]) }],
    ['nothing', { 'page/empty.md': '' }],
  ];
  for (const [what, files] of cases) {
    const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
    for (const [path, bytes] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    const told = await importContent(hall.dataDir, folder).then(
      () => 'taken',
      (error: Error) => error.message,
    );
    expect(told, what).toMatch(/第 \d+ 行|没有/);
    expect(told, what).not.toMatch(/ at .*\.js:\d+|TypeError|RangeError|root:/);
    await rm(folder, { recursive: true });
  }
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  await mkdir(join(folder, 'page'));
  await symlink('/etc/passwd', join(folder, 'page/passwd.md'));
  const told = await importContent(hall.dataDir, folder).then(
    () => 'taken',
    (error: Error) => error.message,
  );
  expect(told).toContain('passwd.md');
  expect(told).not.toContain('root:');
  await rm(folder, { recursive: true });
});
