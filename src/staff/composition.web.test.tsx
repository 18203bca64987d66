import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { day } from '../contract/day-schema.ts';
import { entryId } from '../contract/id.ts';
import { routes } from '../contract/routes.ts';
import type { KeepWriting } from '../contract/writing.ts';
import { blankEntry } from './content/blank.ts';
import { Button } from './part/button.tsx';
import { TextField } from './part/field.tsx';
import { Modal } from './part/modal.tsx';
import { contentOf } from './route/route.ts';
import { choose, compose, press, takenKeys } from './test-compose.ts';
import { bianji, openTestDesk, problem, sessionOf, type TestDesk, value } from './test-desk.tsx';

/** While an input method composes, Enter, Escape, arrows and shortcuts are its own: nothing is submitted, closed, moved or saved. */

let open: TestDesk | undefined;
let root: HTMLElement | undefined;
afterEach(() => {
  open?.close();
  if (root === undefined) return;
  render(null, root);
  root.remove();
  root = undefined;
});

const textFields = (): readonly (HTMLInputElement | HTMLTextAreaElement)[] =>
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].filter(
    (field) => field.checkVisibility() && ['text', 'search', 'textarea', 'password'].includes(field.type),
  );

const editGuide = (): TestDesk => {
  const id = entryId('guide', 'new');
  const entry = {
    ...blankEntry(id, '试一试', null, day('2026-11-24')),
    conditions: ['甲', '乙'],
    aliases: ['别名'],
  };
  // Begun and not saved yet: it need not fit its schema.
  const mine = { n: 1, basedOn: 0, savedAt: '2026-11-24T01:30:00.000Z', text: entry, base: {} };
  return openTestDesk({
    at: { page: 'entry', id },
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${routes.staff.entry(id)}`]: () => problem({ code: 'no-such-thing' }),
      [`GET ${routes.staff.writing(id)}`]: () => value({ mine, others: [] }),
    },
  });
};

test('in every field of the editor half a syllable is neither read, kept nor moved by a key', async () => {
  const it = editGuide();
  open = it;
  await expect.element(page.getByLabelText('条件第 2 项', { exact: true })).toBeVisible();
  for (const row of document.querySelectorAll('details')) row.open = true;
  const count = textFields().length;
  expect(count).toBeGreaterThan(25);
  for (let at = 0; at < count; at += 1) {
    const field = textFields()[at] as HTMLInputElement;
    const [before, kept] = [field.value, it.desk.memory.take(`内容 guide/new`)];
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    await compose('ni');
    for (const key of takenKeys) await press(key);
    const where = field.id || field.labels?.[0]?.textContent || String(at);
    expect(it.desk.memory.take(`内容 guide/new`), where).toBe(kept);
    expect([document.activeElement, textFields().length, field.value], where).toEqual([
      field,
      count,
      `${before}ni`,
    ]);
    await choose('你');
    await expect.poll(() => field.value).toBe(`${before}你`);
  }
  expect(it.sent('PUT', routes.staff.entry('guide/new'))).toEqual([]);
  expect(it.href()).toBe('/staff/content/guide/new');
  // What was sent to be kept held no letters that were still to become hanzi.
  const kept = () =>
    it.sent('PUT', routes.staff.writing('guide/new')).map((each) => (each as KeepWriting).text);
  await expect.poll(kept, { timeout: 15_000 }).not.toEqual([]);
  expect(JSON.stringify(kept())).not.toMatch(/ni"(?!:)/);
  // The same Enter, when nothing composes, goes on to the next line.
  await page.getByLabelText('条件第 1 项', { exact: true }).click();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText('条件第 3 项', { exact: true })).toBeVisible();
});

test('a search is asked for in hanzi only', async () => {
  const it = openTestDesk({ at: contentOf(), session: sessionOf(bianji, ['editor']) });
  open = it;
  await page.getByRole('searchbox').click();
  await compose('yang');
  for (const key of takenKeys) await press(key);
  expect(it.href()).toBe('/staff/content');
  await choose('养老');
  await expect.poll(() => decodeURIComponent(it.href())).toBe('/staff/content?q=养老');
});

test('a question is neither answered nor closed by the keys of an input method', async () => {
  const text = signal('');
  const did: string[] = [];
  root = document.createElement('div');
  document.body.append(root);
  const Question = () => (
    <Modal title="停用？" onClose={() => did.push('closed')} actions={<Button>停用</Button>}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          did.push('sent');
        }}
      >
        <TextField
          label="理由"
          value={text.value}
          onInput={(typed) => {
            text.value = typed;
          }}
        />
      </form>
    </Modal>
  );
  render(<Question />, root);
  await expect.element(page.getByLabelText('理由')).toHaveFocus();
  await compose('huai');
  for (const key of takenKeys) await press(key);
  expect([did, text.value]).toEqual([[], '']);
  await choose('坏了');
  await expect.poll(() => text.value).toBe('坏了');
  await userEvent.keyboard('{Enter}');
  expect(did).toEqual(['sent']);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => did).toEqual(['sent', 'closed']);
});

test('Safari ends the composition before the key that ended it, and says 229', async () => {
  const text = signal('');
  const did: string[] = [];
  root = document.createElement('div');
  document.body.append(root);
  const Field = () => (
    <TextField
      label="理由"
      value={text.value}
      onInput={() => did.push('typed')}
      onEnter={() => did.push('enter')}
    />
  );
  render(<Field />, root);
  const field = page.getByLabelText('理由').element();
  const enter = (keyCode: number) =>
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', keyCode, bubbles: true, cancelable: true }),
    );
  field.dispatchEvent(new CompositionEvent('compositionstart'));
  field.dispatchEvent(new CompositionEvent('compositionend', { data: '坏' }));
  enter(229);
  expect(did).toEqual(['typed']);
  enter(13);
  expect(did).toEqual(['typed', 'enter']);
});
