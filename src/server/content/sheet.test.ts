import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findingKey } from '../../contract/finding.ts';
import type { Item } from '../../contract/item.ts';
import { routes } from '../../contract/routes.ts';
import { changeReviewWay } from './review-way.ts';
import { type Name, openTestContent, people, type TestContent } from './test-content.ts';
import { putTestFile } from './test-file.ts';

/** What belongs to the review sheet: the scan and what the signer has seen of it, masking, comments, why it is withheld. */

let content: TestContent;
const id = 'item/first';
const problemOf = async (answer: Response): Promise<object> =>
  ((await answer.json()) as { problem: object }).problem;
const save = async (part: Partial<Item>): Promise<Response> => {
  const { revision, entry } = await content.detail(id);
  const body = { basedOn: revision, entry: { ...entry, docNo: '试政发〔2026〕1号', ...part } };
  return content.send('editor', 'PUT', routes.staff.entry(id), body);
};
const text = (words: string): Item['body'] => [
  { type: 'paragraph', content: [{ type: 'text', text: words }] },
];
const mask = async (as: Name, paths: readonly string[], revision?: number): Promise<Response> =>
  content.send(as, 'POST', routes.staff.entryMask(id), {
    revision: revision ?? (await content.detail(id)).revision,
    paths,
  });

const auditOf = async (act: string) => ({
  rows: await content.deps.store.db.selectFrom('audit').selectAll().where('act', '=', act).execute(),
});

beforeEach(async () => {
  content = await openTestContent();
});
afterEach(() => content.close());

describe('the scan', () => {
  test('is signed over only by who says to have seen each finding, and how many is recorded', async () => {
    await save({ body: text('打 13800138000，见政府信息公开15个工作日答复') });
    await content.move('editor', id, 'submit');
    const { findings } = await content.detail(id);
    expect(findings).toEqual([
      { kind: 'mobile', path: 'body.0', word: '13800138000' },
      { kind: 'old-law', path: 'body.0', word: '15个工作日' },
    ]);
    const approve = (seen: readonly string[]) =>
      content.move('reviewer', id, 'approve', { secrecyChecked: true, seen });
    expect(await problemOf(await approve([]))).toEqual({ code: 'findings-open', count: 2 });
    expect(await problemOf(await approve(['mobile body.0']))).toEqual({ code: 'findings-open', count: 1 });
    expect((await approve(findings.map(findingKey))).status).toBe(200);
    expect((await content.detail(id)).history[0]).toMatchObject({ move: 'approve', findings: 2 });
    const rows = await content.deps.store.db.selectFrom('audit').selectAll().orderBy('n', 'desc').execute();
    expect(JSON.parse(rows[0]?.detail ?? '')).toMatchObject({ findings: 2 });
    expect(rows[0]?.detail).not.toContain('138');
  });

  test('reads attachments page by page, and names those that cannot be shown or searched', async () => {
    const list = await putTestFile(content.deps, { name: '名单.pdf', texts: ['一', '电话 13800138000'] });
    const scanned = await putTestFile(content.deps, { name: '扫描件.pdf', texts: ['', ''] });
    const waiting = await putTestFile(content.deps, { name: '还在准备.pdf', state: 'waiting' });
    const attachments = [list, scanned, waiting].map(({ file, name }) => ({ file, name }));
    await save({ attachments });
    const { findings } = await content.detail(id);
    expect(findings).toEqual([
      { kind: 'mobile', path: 'attachments.0.page.2', word: '13800138000（“名单.pdf”第 2 页）' },
      { kind: 'silent-attachment', path: 'attachments.1', word: '扫描件.pdf' },
      { kind: 'dead-attachment', path: 'attachments.2', word: '还在准备.pdf' },
    ]);
    // Seen or not: what screens cannot show is not signed.
    await content.move('editor', id, 'submit');
    const seen = findings.map(findingKey);
    const refused = await content.move('reviewer', id, 'approve', { secrecyChecked: true, seen });
    expect(await problemOf(refused)).toMatchObject({ code: 'attachment-not-ready', name: '还在准备.pdf' });
  });

  test('knows what is published and names it by its title', async () => {
    const body: Item['body'] = [
      { type: 'paragraph', content: [{ type: 'link', to: 'page/about' as never, text: '见' }] },
    ];
    await save({ body });
    expect((await content.detail(id)).findings).toEqual([]);
    await content.move('reviewer', 'page/about', 'withdraw', { note: '不用了' });
    expect((await content.detail(id)).findings).toEqual([
      { kind: 'dead-link', path: 'body.0', word: '关于' },
    ]);
  });
});

describe('masking', () => {
  test('is a new revision by the editor, and voids what was signed', async () => {
    await save({ body: text('打 138 0013 8000') });
    await content.move('editor', id, 'submit');
    expect((await mask('editor', ['body.0'])).status).toBe(200);
    expect(await content.detail(id)).toMatchObject({
      revision: 3,
      state: 'draft',
      findings: [],
      author: { name: people.editor.name },
      entry: { body: text('打 138****8000') },
    });
  });

  test('is for who may edit or checks secrecy, and not over a colleague’s later text', async () => {
    await save({ body: text('打 13800138000') });
    for (const as of ['head', 'signer'] as const) expect((await mask(as, ['body.0'])).status).toBe(403);
    // A draft that nobody sent for review is its author's.
    expect(await problemOf(await mask('secrecy', ['body.0']))).toMatchObject({ code: 'move-not-legal' });
    expect(await problemOf(await mask('second', ['body.0'], 1))).toMatchObject({ code: 'edited-meanwhile' });
  });

  describe('by who checks secrecy', () => {
    const aspects = ['lawful', 'accurate', 'disclosable'] as const;
    const sign = (as: Name, move: 'review' | 'clear' | 'sign'): Promise<Response> =>
      content.move(as, id, move, {
        aspects: move === 'clear' ? ['secret'] : move === 'sign' ? ['disclosable'] : aspects,
        ...(move === 'clear' ? { secrecyChecked: true } : {}),
        seen: ['mobile body.0'],
      });
    beforeEach(async () => {
      await changeReviewWay(content.deps, people.officer, false);
      await save({ body: text('打 13800138000') });
      await content.move('editor', id, 'submit');
      expect((await sign('head', 'review')).status).toBe(200);
    });

    test('is their act, voids what was signed, goes back to 复审, and they may still clear', async () => {
      expect((await mask('secrecy', ['body.0'])).status).toBe(200);
      const masked = await content.detail(id);
      expect(masked).toMatchObject({ revision: 3, state: 'submitted', findings: [] });
      expect(masked.author?.name).toBe(people.editor.name);
      expect(masked.history[0]).toMatchObject({
        ...{ move: 'mask', note: '遮盖了 1 处个人信息。' },
        by: { name: people.secrecy.name },
      });
      expect((await sign('secrecy', 'clear')).status).toBe(409);
      for (const [as, move] of [
        ['head', 'review'],
        ['secrecy', 'clear'],
        ['signer', 'sign'],
      ] as const)
        expect([move, (await sign(as, move)).status]).toEqual([move, 200]);
      const { rows } = await auditOf('content.mask');
      expect(rows).toMatchObject([{ actor: people.secrecy.id, detail: '{"masked":1,"revision":3}' }]);
      // The words are still the editor's.
      expect((await content.detail(id)).state).toBe('approved');
    });

    test('bars them from 复审 and 终审, unless the hall has the exception, which is recorded', async () => {
      expect((await mask('reviewer', ['body.0'])).status).toBe(200);
      expect(await problemOf(await sign('reviewer', 'review'))).toMatchObject({ code: 'masked-before' });
      await sign('head', 'review');
      expect((await sign('reviewer', 'clear')).status).toBe(200);
      expect(await problemOf(await sign('reviewer', 'sign'))).toMatchObject({ code: 'masked-before' });
      await changeReviewWay(content.deps, people.officer, true);
      expect((await sign('reviewer', 'sign')).status).toBe(200);
      expect((await content.detail(id)).history[0]).toMatchObject({ move: 'sign', isException: true });
    });

    test('is no way around the review of what the author wrote', async () => {
      await mask('secrecy', ['body.0']);
      expect(await problemOf(await sign('both', 'review'))).not.toMatchObject({ code: 'masked-before' });
      await sign('head', 'review');
      await sign('secrecy', 'clear');
      await sign('signer', 'sign');
      // Approved: what is found now goes back to its author.
      expect(await problemOf(await mask('secrecy', ['body.0']))).toMatchObject({ code: 'move-not-legal' });
    });
  });
});

describe('comments', () => {
  const say = (as: Name, words: string): Promise<Response> =>
    content.send(as, 'POST', routes.staff.entryComment(id), { text: words });

  test('are said by author and reviewers, kept with who and when, and audited without their words', async () => {
    for (const as of ['editor', 'head', 'secrecy', 'signer'] as const)
      expect((await say(as, `${people[as].name}说`)).status).toBe(200);
    const { comments } = await content.detail(id);
    expect(comments.map(({ by, text: said }) => [by.name, said])).toEqual([
      ['分管领导', '分管领导说'],
      ['保密审查员', '保密审查员说'],
      ['科室负责人', '科室负责人说'],
      ['编辑', '编辑说'],
    ]);
    const rows = await content.deps.store.db.selectFrom('audit').selectAll().orderBy('n', 'desc').execute();
    expect(rows[0]).toMatchObject({ act: 'content.comment', detail: '{"revision":1}' });
  });

  test('are answered, and what they ask for is said to be done, or not after all', async () => {
    const answer = (words: string, answers: number) =>
      content.send('editor', 'POST', routes.staff.entryComment(id), { text: words, answers });
    const settle = (as: Name, n: number, isDone: boolean) =>
      content.send(as, 'PUT', routes.staff.commentDone(id, n), { isDone });
    await say('head', '电话再核对一下');
    const n = (await content.detail(id)).comments[0]?.n ?? 0;
    expect((await answer('核对过了', n)).status).toBe(200);
    // Whoever answers the answer speaks in the same place.
    await answer('改好了', n + 1);
    expect((await settle('editor', n, true)).status).toBe(200);
    const { comments } = await content.detail(id);
    expect(comments.map(({ text: said, answers }) => [said, answers])).toEqual([
      ['改好了', n],
      ['核对过了', n],
      ['电话再核对一下', null],
    ]);
    expect(comments[2]?.done).toEqual({
      by: { id: people.editor.id, name: '编辑' },
      at: '2026-11-24T02:00:00.000Z',
    });
    await settle('head', n, false);
    expect((await content.detail(id)).comments[2]?.done).toBeNull();
    const rows = await content.deps.store.db.selectFrom('audit').selectAll().orderBy('n', 'desc').execute();
    expect(rows.slice(0, 2).map(({ act, detail }) => [act, detail])).toEqual([
      ['content.comment-done', '{"isDone":false,"revision":1}'],
      ['content.comment-done', '{"isDone":true,"revision":1}'],
    ]);
    expect((await answer('答什么', 999)).status).toBe(404);
    expect((await settle('editor', n + 1, true)).status).toBe(404);
    expect((await settle('officer', n, true)).status).toBe(403);
  });

  test('nothing empty, nothing on what is not there, nobody else', async () => {
    expect((await say('editor', '  ')).status).toBe(400);
    const nowhere = routes.staff.entryComment('page/none');
    expect((await content.send('editor', 'POST', nowhere, { text: '有吗' })).status).toBe(404);
    expect((await say('officer', '路过')).status).toBe(403);
  });
});

test('why it is not disclosed stands on the sheet, until it is changed or taken back', async () => {
  const put = (withheld: string | null, revision = 1): Promise<Response> =>
    content.send('editor', 'PUT', routes.staff.entrySheet(id), { revision, withheld });
  expect((await put('涉及商业秘密，条例第十五条')).status).toBe(200);
  expect((await content.detail(id)).withheld).toBe('涉及商业秘密，条例第十五条');
  expect((await put(null)).status).toBe(200);
  expect((await content.detail(id)).withheld).toBeNull();
  expect(await problemOf(await put('又', 7))).toMatchObject({ code: 'edited-meanwhile' });
});
