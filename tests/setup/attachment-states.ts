import { expect } from 'playwright/test';
import type { FileDetail } from '../../src/contract/file.ts';
import type { Item } from '../../src/contract/item.ts';
import { routes } from '../../src/contract/routes.ts';
import { pdf } from '../../src/server/file/test-file.ts';
import { logIn, publishChange } from './desk.ts';
import { press, type ScreenState, see } from './screen-states.ts';
import type { Hall } from './server.ts';

/** The states of a file that belongs to an item; the demo hall has none, so one is given first. */

const ITEM = 'item/budget-2025';

export async function giveAttachment(hall: Hall): Promise<void> {
  const editor = await logIn(hall, 'bianji');
  const bytes = pdf({ pages: ['Income', 'Expenses', 'Reserve'] });
  const { file } = await editor.give<FileDetail>(routes.staff.files, bytes);
  const state = async () => (await editor.get<FileDetail>(routes.staff.file(file))).state;
  await expect.poll(state, { timeout: 20_000 }).toBe('ready');
  await publishChange<Item>(hall, ITEM, (item) => ({
    ...item,
    attachments: [{ file, name: '2025 年预算明细表.pdf' }],
  }));
}

export const ATTACHMENT_STATES: readonly ScreenState[] = [
  { name: 'item with a file', path: `/${ITEM}`, steps: [see('附件')] },
  { name: 'file', path: `/${ITEM}/1`, steps: [see('第 {page} 页，共 {pages} 页')] },
  { name: 'file, larger', path: '', isNext: true, steps: [press('放大')] },
  {
    name: 'file, which pages',
    path: `/${ITEM}/1`,
    steps: [press('打印'), see('打印哪几页？')],
    isOnScreenOnly: true,
  },
];
