import { expect, test } from 'playwright/test';
import type { MachineRow, SubmissionRow } from '../../src/contract/desk.ts';
import type { Guide } from '../../src/contract/guide.ts';
import { routes } from '../../src/contract/routes.ts';
import { launchPersistent } from '../setup/browser.ts';
import { logIn, publishChange } from '../setup/desk.ts';
import { startHall } from '../setup/server.ts';
import { file, openHall, opinion } from '../setup/visitor.ts';

test('two screens show the same, number apart, and the desk sees both', async () => {
  const hall = await startHall();
  const screens = [await launchPersistent(), await launchPersistent()] as const;
  try {
    for (const { page } of screens) await openHall(page, hall.url);
    const slips = await Promise.all(
      screens.map(({ page }, at) => file(page, hall.url, 'opinion', opinion(`第${at + 1}块屏`))),
    );
    const prefixes = slips.map((slip) => slip.receiptNo.split('-')[0]);
    expect(new Set(prefixes).size).toBe(2);

    const officer = await logIn(hall, 'shenhe');
    await expect
      .poll(async () =>
        (await officer.get<SubmissionRow[]>(routes.staff.submissions)).map((row) => row.receiptNo).sort(),
      )
      .toEqual(slips.map((slip) => slip.receiptNo).sort());

    for (const { page } of screens) {
      await page.goto(hall.url);
      await page.getByRole('button', { name: /^养老/ }).first().click();
    }
    await publishChange<Guide>(hall, 'guide/pension-claim', (guide) => ({
      ...guide,
      title: '两块屏都看得到',
    }));
    for (const { page } of screens)
      await expect(page.getByText('两块屏都看得到')).toBeVisible({ timeout: 2_000 });

    await expect
      .poll(async () =>
        (await officer.get<MachineRow[]>(routes.staff.machines)).map((machine) => [
          machine.shows,
          machine.waiting,
        ]),
      )
      .toEqual([
        [2, 0],
        [2, 0],
      ]);
  } finally {
    for (const screen of screens) await screen.close();
    await hall.stop();
  }
});
