import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import type { EntryDetail } from '../../src/contract/desk.ts';
import type { Entry } from '../../src/contract/entry.ts';
import type { HallSettings } from '../../src/contract/hall-change.ts';
import { routes } from '../../src/contract/routes.ts';
import { hostileTexts, LONG, MIDDLE, SHORT } from '../fixtures/hostile-text.ts';
import { approveChange, logIn, publish, sitDown } from '../setup/desk.ts';
import { type Hall, importContent, startHall } from '../setup/server.ts';
import { openHall } from '../setup/visitor.ts';

/**
 * T11, T12: hostile text through every door, on every page. Texts are a tree of our own nodes that a schema checks at the door
 * (contract/text), and every page is built from nodes: nothing is sanitised on its way out because nothing is ever read as markup.
 */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

interface Watch {
  readonly told: string[];
}

/** Whatever runs, asks, or is stopped by the content security policy is told: the policy's silence says that nothing tried. */
async function watch(page: Page): Promise<Watch> {
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
  return { told };
}

const text = (it: string) => ({ type: 'text' as const, text: it });
const body = [
  { type: 'heading' as const, level: 2, text: LONG },
  ...hostileTexts.map((each) => ({ type: 'paragraph' as const, content: [text(each)] })),
  { type: 'list' as const, ordered: false, items: hostileTexts.slice(0, 20).map((each) => [text(each)]) },
  { type: 'quote' as const, content: [{ type: 'strong' as const, text: LONG }] },
  {
    type: 'table' as const,
    head: [[text(LONG)]],
    rows: hostileTexts.slice(0, 20).map((each) => [[text(each)]]),
  },
];

/** One entry of every kind, with hostile text wherever its kind takes words. */
const changes: Readonly<Record<string, (entry: Entry) => Entry>> = {
  'item/annual-report-2014': (entry) =>
    ({ ...entry, title: LONG, summary: LONG, keywords: [MIDDLE], body }) as Entry,
  'page/disclosure-guide': (entry) => ({ ...entry, title: LONG, summary: LONG, body }) as Entry,
  'guide/pension-claim': (entry) =>
    ({
      ...entry,
      title: MIDDLE,
      summary: LONG,
      conditions: hostileTexts.slice(0, 10).map((each) => each.slice(0, 60)),
      faq: [{ question: LONG, answer: LONG }],
    }) as Entry,
  'chart/pension-claim': (entry) => {
    const chart = entry as Entry & { kind: 'chart' };
    const steps = chart.steps.map((step, at) => (at === 1 ? { ...step, label: SHORT } : step));
    return { ...chart, title: LONG, summary: LONG, steps } as Entry;
  },
  'card/hall-contact': (entry) =>
    ({ ...entry, title: MIDDLE, where: LONG, note: LONG, bring: [LONG] }) as Entry,
  'form/opinion': (entry) => {
    const form = entry as Entry & { kind: 'form' };
    const questions = form.questions.map((question, at) =>
      at === 0 ? { ...question, title: LONG, hint: LONG } : question,
    );
    return { ...form, title: LONG, intro: [LONG], questions } as Entry;
  },
};

async function throughTheDesk(): Promise<void> {
  for (const [id, change] of Object.entries(changes)) await approveChange(hall, id, change);
  await publish(hall);
  const writer = await logIn(hall, 'bianji');
  const signer = await logIn(hall, 'shenhe');
  for (const [at, said] of hostileTexts.slice(0, 12).entries())
    await writer.send('POST', routes.staff.entryComment('guide/pension-claim'), { text: `${said}${at}` });
  await writer.send('POST', routes.staff.dueItems, {
    ...{ title: LONG, heading: null, department: 'minzheng', formedOn: '2026-10-20', limitWorkdays: 20 },
  });
  // On its way, and returned: titles and reasons on the first page, the sheet and the paper of the week.
  await approveChange(hall, 'guide/pension-join', (entry) => ({ ...entry, title: MIDDLE }));
  const { revision } = await writer.get<EntryDetail>(routes.staff.entry('guide/pension-join'));
  const back = { move: 'return', revision, note: LONG };
  await signer.send('POST', routes.staff.entryMove('guide/pension-join'), back);
  await signer.send('POST', routes.staff.people, {
    ...{ login: 'hostile', name: LONG, roles: ['editor'], department: null },
  });
  const { digest, hall: held } = await signer.get<HallSettings>(routes.staff.hall);
  const notices = [{ text: LONG, from: '2026-01-01', until: '2099-12-31' }];
  const office = { ...held.office, name: LONG };
  await signer.send('PUT', routes.staff.hall, {
    basedOn: digest,
    hall: { ...held, notices, office, helpAt: LONG },
  });
}

/** From a screen that nobody knows: anyone may tell the desk something. */
const byAnyone = (): Promise<Response> =>
  fetch(hall.url + routes.incident, {
    method: 'POST',
    headers: { 'content-type': 'application/vnd.bianminping+json' },
    body: JSON.stringify({
      machine: null,
      incidents: [{ at: new Date().toISOString(), kind: 'pull-fault', detail: LONG }],
    }),
  });

const AT_DESK = [
  ...[
    '',
    '/content',
    '/publish',
    '/timeliness',
    '/due-item',
    '/digest',
    '/accountability',
    '/screens',
    '/account',
  ],
  ...[
    '/review',
    '/hall',
    '/people',
    '/audit',
    '/inbox',
    '/review/guide/pension-claim',
    '/review/guide/pension-join',
  ],
  ...Object.keys(changes).flatMap((id) => [`/content/${id}`, `/preview/${id}`]),
  `/content?q=${encodeURIComponent(LONG)}`,
  `/due-item?q=${encodeURIComponent(LONG)}`,
];
const AT_SCREEN = [
  '/',
  ...Object.keys(changes).map((id) => `/${id}`),
  `/search?q=${encodeURIComponent(LONG)}`,
];

const settled = async (page: Page): Promise<void> => {
  await expect.poll(() => page.evaluate(() => document.body.innerText.length)).toBeGreaterThan(20);
  await expect(page.getByText(/^正在.*……$/)).toHaveCount(0);
};

test('hostile text stays text on every page of the desk, on paper and on the screen', async ({
  page,
  browser,
}) => {
  expect(hostileTexts.length).toBeGreaterThanOrEqual(200);
  await throughTheDesk();
  await byAnyone();
  const told: string[] = [];

  const visitor = await watch(page);
  await openHall(page, hall.url);
  for (const path of AT_SCREEN) {
    const answer = await page.goto(hall.url + path);
    expect(answer?.headers()['content-security-policy'] ?? '', path).toMatch(
      /script-src 'self'(?!.*unsafe-inline)/,
    );
    await settled(page);
  }
  await page.goto(`${hall.url}/item/annual-report-2014`);
  await expect(page.getByText(LONG, { exact: true }).first()).toBeVisible();
  told.push(...visitor.told);

  for (const who of ['bianji', 'shenhe'] as const) {
    const desk = await sitDown(browser, hall, who);
    const seen = await watch(desk);
    for (const path of AT_DESK) {
      const answer = await desk.goto(`${hall.url}/staff${path}`);
      expect(answer?.headers()['content-security-policy'] ?? '', path).toMatch(
        /script-src 'self'(?!.*unsafe-inline)/,
      );
      await settled(desk);
    }
    await desk.goto(`${hall.url}/staff/review/guide/pension-claim`);
    await expect(desk.getByText(MIDDLE).first()).toBeVisible();
    told.push(...seen.told);
  }
  expect(told).toEqual([]);
});

test('what would run is told: the watch itself works, and the page’s policy stops it before it runs', async ({
  page,
}) => {
  const { told } = await watch(page);
  await page.goto('about:blank');
  await page.setContent(LONG);
  await expect.poll(() => told).toEqual(['about:blank: ran']);
  await page.goto(`${hall.url}/staff`);
  await page.evaluate((html) => {
    try {
      document.body.insertAdjacentHTML('beforeend', html);
    } catch {
      // The policy wants no HTML strings at all.
    }
  }, LONG);
  await expect.poll(() => told[1]).toContain('/staff: require-trusted-types-for');
});

test('an address that runs is no link of ours, and nobody can publish one', async () => {
  const writer = await logIn(hall, 'bianji');
  const signer = await logIn(hall, 'shenhe');
  const { entry, revision } = await writer.get<EntryDetail>(routes.staff.entry('page/disclosure-guide'));
  for (const to of [
    'javascript:ran()',
    'data:text/html,x',
    '//evil.test',
    'https://evil.test',
    'item/../x',
  ]) {
    const hostile = { ...entry, body: [{ type: 'paragraph', content: [{ type: 'link', to, text: '点' }] }] };
    const saving = writer.send('PUT', routes.staff.entry(entry.id), { basedOn: revision, entry: hostile });
    await expect(saving, to).rejects.toThrow(/: 400 /);
  }
  const { digest, hall: held } = await signer.get<HallSettings>(routes.staff.hall);
  for (const publicUrl of ['javascript:ran()', 'data:text/html,ran()', 'file:///etc/passwd']) {
    const saving = signer.send('PUT', routes.staff.hall, { basedOn: digest, hall: { ...held, publicUrl } });
    await expect(saving, publicUrl).rejects.toThrow(/: 400 /);
  }
});

test('markup in a file that is imported is refused by name, line and reason', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  await mkdir(join(folder, 'page'));
  const head =
    '---\ntitle: 从文件来的\nsection: 帮助\nsummary: 说明。\nsample: false\nupdatedOn: "2026-11-20"\n---\n\n';
  for (const each of [LONG, '<script>ran()</script>', '[点](javascript:ran())', '![点](javascript:ran())']) {
    await writeFile(join(folder, 'page/from-file.md'), `${head}${each}\n`);
    await expect(importContent(hall.dataDir, folder), each).rejects.toThrow(/from-file\.md/);
  }
  await rm(folder, { recursive: true });
});
