import type { Page } from 'playwright/test';

/** A visitor who touches the real buttons as fast as the screen allows: all within one call, so that hundreds fit into a test. */

/** Tells the driver of each receipt number as soon as it stands on the glass. Call it before the page is opened. */
export async function watchReceipts(page: Page, onReceipt: (receiptNo: string) => void): Promise<void> {
  await page.exposeFunction('receiptSeen', onReceipt);
  await page.addInitScript(() => {
    let last = '';
    const look = (): void => {
      if (document.querySelector('h1')?.textContent !== '收到了。') return;
      const text = document.querySelector('main')?.textContent ?? '';
      const found = /[A-HJ-NP-Z][0-9A-HJ-NP-Z]{1,3}-\d{6}-\d/.exec(text)?.[0];
      if (found === undefined || found === last) return;
      last = found;
      void (window as unknown as { receiptSeen: (no: string) => void }).receiptSeen(found);
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** From home to the page that shows everything once more. */
export const fillQuickly = (page: Page, suggestion: string): Promise<void> =>
  page.evaluate(async (typed) => {
    const until = <T>(find: () => T | undefined | null | false): Promise<T> =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = find();
          if (!found) return;
          watch.disconnect();
          resolve(found);
        };
        const watch = new MutationObserver(look);
        watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        look();
      });
    const all = (of: string) => [...document.querySelectorAll<HTMLElement>(of)];
    const touch = async (of: string, words: string): Promise<void> =>
      (await until(() => all(of).find((each) => each.textContent?.includes(words)))).click();
    const title = () => document.querySelector('h1')?.textContent ?? '';
    const answer: Record<string, () => Promise<void>> = {
      '您满意吗？': () => touch('label', '满意'),
      '说的是什么？': () => touch('label', '窗口的服务'),
      '您有什么建议？': async () => {
        const field = await until(() => document.querySelector<HTMLTextAreaElement>('main textarea'));
        field.focus();
        document.execCommand('insertText', false, typed);
      },
      '要我们回个电话吗？': () => touch('label', '不用'),
    };
    await touch('button', '投诉、建议、评价');
    await touch('button', '评价和建议');
    await touch('button', '看过了，开始填');
    await until(() => title() in answer);
    while (title() !== '请核对一遍') {
      const before = title();
      await answer[before]?.();
      await touch('button', '下一题');
      await until(() => title() !== before);
    }
  }, suggestion);

/** Touches the button that hands it in, and does not wait for anything. */
export const handIn = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const button = [...document.querySelectorAll('button')].find((each) =>
      each.textContent?.includes('没有错，交出'),
    );
    button?.click();
  });
