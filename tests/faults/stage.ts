import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, type Page } from 'playwright/test';
import { type HallProxy, startProxy } from '../fakes/proxy.ts';
import { launchPersistent, type Screen } from '../setup/browser.ts';
import { type Hall, type HallOptions, startHall } from '../setup/server.ts';
import { atHome, cableIn, isSetUp, openHall, waitingWords } from '../setup/visitor.ts';
import { type Audit, Book } from './book.ts';
import { fillQuickly, handIn, watchReceipts } from './quick-visitor.ts';

/** A hall, a network and one screen that can be killed, with the book of what was acknowledged outside of all three. */
export class Stage {
  readonly hall: Hall;
  readonly proxy: HallProxy;
  readonly book = new Book();
  #screen: Screen;
  #typed = '';
  #count = 0;

  private constructor(hall: Hall, proxy: HallProxy, screen: Screen) {
    this.hall = hall;
    this.proxy = proxy;
    this.#screen = screen;
  }

  /** A screen that has been set up: content pulled, shell kept, named by the server. */
  static async open(options: HallOptions = {}): Promise<Stage> {
    const hall = await startHall(options);
    const proxy = await startProxy(hall.url);
    const stage = new Stage(hall, proxy, await launchPersistent());
    await stage.#watch();
    await openHall(stage.page, proxy.url);
    await isSetUp(stage.page);
    return stage;
  }

  get page(): Page {
    return this.#screen.page;
  }

  get profile(): string {
    return this.#screen.profile;
  }

  get uploads() {
    return this.proxy.requests.filter(({ method }) => method === 'PUT');
  }

  /** SIGKILL to the browser: nothing is flushed, no handler runs. */
  kill(): Promise<void> {
    return this.#screen.kill();
  }

  /** On the same profile, as after a power cut; at home when it resolves. */
  async start(): Promise<void> {
    this.#screen = await launchPersistent({ profile: this.profile });
    await this.#watch();
    await this.page.goto(this.proxy.url);
    await atHome(this.page);
  }

  async goHome(): Promise<void> {
    await this.page.goto(this.proxy.url);
    await atHome(this.page);
  }

  /** As far as the page that shows everything once more. */
  async fill(): Promise<void> {
    this.#count += 1;
    this.#typed = `第${this.#count}份`;
    await fillQuickly(this.page, this.#typed);
  }

  handIn(): Promise<void> {
    return handIn(this.page);
  }

  /** Resolves with the receipt number on the glass. */
  async file(): Promise<string> {
    const before = this.book.size;
    await this.fill();
    await this.handIn();
    await expect.poll(() => this.book.size).toBe(before + 1);
    return [...this.book.numbers].at(-1) ?? '';
  }

  /**
   * The network is whole, nobody touches anything; what waits arrives. The words on the screen alone do not tell: content stands there
   * before the screen has compared its two places and counted. Whatever has not come by then is for the audit to name.
   */
  async drain(withinMs = 30_000): Promise<void> {
    this.proxy.restore();
    await cableIn(this.page);
    await expect(this.page.getByText(/^内容更新到/)).toBeVisible();
    for (const endsAt = Date.now() + withinMs; Date.now() < endsAt; await wait(200))
      if (await this.book.isSettled(this.hall, this.page)) break;
    await expect(waitingWords(this.page)).toBeHidden();
  }

  audit(): Promise<Audit> {
    return this.book.audit(this.hall, this.page);
  }

  async close(): Promise<void> {
    await this.#screen.context.close().catch(() => undefined);
    await rm(this.profile, { recursive: true, force: true });
    await this.proxy.close();
    await this.hall.stop();
  }

  #watch(): Promise<void> {
    return watchReceipts(this.page, (receiptNo) => this.book.write(receiptNo, this.#typed));
  }
}

/** How many kills a run makes, and how long it may take: small in every `npm test`, large with `FAULTS=long`. */
export const size = (small: { n: number; ms: number }, long: { n: number; ms: number }) =>
  process.env.FAULTS === 'long' ? long : small;

/** Counts where kills hit, and prints it as rows. */
export class Histogram {
  readonly #counts = new Map<string, number>();

  add(where: string): void {
    this.#counts.set(where, (this.#counts.get(where) ?? 0) + 1);
  }

  count(isCounted: (where: string) => boolean = () => true): number {
    return [...this.#counts].reduce((sum, [where, n]) => (isCounted(where) ? sum + n : sum), 0);
  }

  toString(): string {
    const rows = [...this.#counts].sort((a, b) => b[1] - a[1]);
    return rows.map(([where, n]) => `    ${String(n).padStart(4)}  ${where}`).join('\n');
  }
}
