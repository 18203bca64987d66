import { type ComponentChildren, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DialogAside } from '../../ui/dialog.tsx';
import { language } from '../../ui/words/words.ts';
import { IdleDialog } from '../content/shell/idle-dialog.tsx';
import { LeaveDialog } from '../content/shell/leave-dialog.tsx';
import { DialogReading } from '../content/shell/reading-bar.tsx';
import { activity } from '../session/activity.ts';
import { aloud, reader } from '../session/aloud.ts';
import { idleQuestion, isResting } from '../session/idle-watch.ts';
import { forget } from '../session/memory.ts';
import { mode } from '../session/mode.ts';
import { go, goHome } from '../session/screen.ts';
import { type FakeSpeech, fakeSpeech } from './fixture-speech.ts';
import { startReading } from './start-reading.ts';

const root = document.createElement('div');
let speech: FakeSpeech;
let stop: () => void;

const Leave = () => (
  <DialogAside.Provider value={DialogReading}>
    <LeaveDialog onClose={() => undefined} />
  </DialogAside.Provider>
);

const Asked = () => <Page over={<IdleDialog />} />;

const Page = ({ title = '领取养老金', over }: { title?: string; over?: ComponentChildren }) => (
  <>
    <header>嘎什根乡便民服务大厅</header>
    <main style={{ height: '600px', overflowY: 'auto' }}>
      <h1>
        {[...title].map((letter) => (
          <span key={letter}>{letter}</span>
        ))}
      </h1>
      <p>
        带<b>身份证</b>。打 12345 问。
      </p>
      <p hidden>看不见的</p>
      <p aria-hidden="true">装饰</p>
      <details>
        <summary>更多</summary>
        <p>还没有打开的</p>
      </details>
      <p lang="en">Free of charge.</p>
      <label>
        姓名
        <input value="张三" />
      </label>
      <dl>
        <dt>证件号码</dt>
        <dd data-own="">220821199001010014</dd>
      </dl>
      <div style={{ height: '3000px' }} />
      <p>最后一句。</p>
    </main>
    <div data-actions="">
      <button type="button">打印</button>
    </div>
    <nav>
      <button type="button">首页</button>
    </nav>
    {over}
  </>
);

beforeEach(() => {
  document.documentElement.lang = 'zh-CN';
  mode.value = 'screen';
  document.body.append(root);
  render(<Page />, root);
  speech = fakeSpeech('zh', 'en');
  stop = startReading(speech);
});
afterEach(() => {
  stop();
  render(null, root);
  forget();
  goHome();
  idleQuestion.value = null;
});

const marked = (): string => [...(CSS.highlights.get('aloud') ?? [])].map(String).join();
const next = async (): Promise<void> => {
  const before = speech.heard.length;
  speech.end();
  await vi.waitFor(() => expect(speech.heard.length > before || aloud.value === 'silent').toBe(true));
};
const readAll = async (): Promise<readonly string[]> => {
  while (aloud.value === 'reading') await next();
  return speech.heard;
};

describe('what is read', () => {
  it('is the page in its order and then its buttons, without what is the visitor’s own', async () => {
    reader.value?.read();
    expect([aloud.value, speech.heard]).toEqual(['asking', []]);
    reader.value?.readWith('not-own');
    expect(await readAll()).toEqual([
      '领取养老金',
      '带身份证。',
      '打幺二三四五问。',
      '更多',
      'Free of charge.',
      '姓名',
      '证件号码',
      '最后一句。',
      '打印',
    ]);
  });

  it('is their own too when the visitor says so', async () => {
    reader.value?.readWith('own-too');
    const all = await readAll();
    expect(all).toContain('二二零八二幺幺九九零零幺零幺零零幺四');
    expect(all.join()).not.toContain('张三');
  });

  it('is marked as it is read, and the page follows', async () => {
    const page = root.querySelector('main')!;
    reader.value?.readWith('not-own');
    expect(marked()).toBe('领取养老金');
    await next();
    expect(marked()).toBe('带身份证。');
    while (speech.saying() !== '最后一句。') await next();
    expect(page.scrollTop).toBeGreaterThan(1_000);
    await readAll();
    expect(marked()).toBe('');
    // Once more: from the top, though the page has been scrolled along.
    reader.value?.readWith('not-own');
    expect(speech.saying()).toBe('领取养老金');
  });

  it('begins with what is seen', async () => {
    root.querySelector('main')!.scrollTo({ top: 2_000 });
    reader.value?.readWith('not-own');
    expect(speech.saying()).toBe('最后一句。');
  });

  it('is what there is a voice for', async () => {
    speech.tongues.value = ['zh'];
    reader.value?.readWith('not-own');
    expect((await readAll()).join()).not.toContain('Free');
  });
});

describe('a visitor', () => {
  it('stops it for a while, and hears the sentence again from its beginning', async () => {
    reader.value?.readWith('not-own');
    await next();
    reader.value?.pause();
    expect([aloud.value, speech.saying(), marked()]).toEqual(['paused', null, '带身份证。']);
    reader.value?.goOn();
    expect([aloud.value, speech.saying()]).toEqual(['reading', '带身份证。']);
    reader.value?.stop();
    expect([aloud.value, speech.saying(), marked()]).toEqual(['silent', null, '']);
  });

  it.each([
    ['another page', () => go({ name: 'guides' })],
    ['the visitor is gone', forget],
    [
      'the hall’s own pictures',
      () => {
        isResting.value = true;
      },
    ],
    [
      'another language',
      () => {
        language.value = 'en';
      },
    ],
  ])('hears nothing more of it: %s', (_, happens) => {
    reader.value?.readWith('not-own');
    happens();
    expect([aloud.value, speech.saying()]).toEqual(['silent', null]);
    language.value = 'zh-CN';
    isResting.value = false;
  });

  it('hears nothing more of words that stand there no longer', async () => {
    reader.value?.readWith('not-own');
    render(<Page title="办残疾人证" />, root);
    await vi.waitFor(() => expect([aloud.value, speech.saying()]).toEqual(['silent', null]));
  });

  it('has longer before being asked, hears the question, and then the rest', async () => {
    render(<Asked />, root);
    reader.value?.readWith('not-own');
    expect(activity.value).toBe('listening');
    await next();
    const place = speech.saying();
    idleQuestion.value = { secondsLeft: 20 };
    expect(speech.saying()).toBeNull();
    await vi.waitFor(() => expect([speech.saying(), marked()]).toEqual(['您还在吗？', '您还在吗？']));
    idleQuestion.value = { secondsLeft: 19 };
    speech.end();
    await vi.waitFor(() => expect(speech.saying()).toBe('碰一下屏幕就接着看。'));
    expect(activity.value).toBe('listening');
    idleQuestion.value = null;
    expect(speech.saying()).toBeNull();
    await vi.waitFor(() => expect([speech.saying(), aloud.value]).toEqual([place, 'reading']));
    expect(speech.heard.join()).not.toContain('20');
  });

  it('who listened before hears the question too; the next visitor does not', async () => {
    render(<Asked />, root);
    reader.value?.readWith('not-own');
    reader.value?.stop();
    idleQuestion.value = { secondsLeft: 20 };
    await vi.waitFor(() => expect(speech.saying()).toBe('您还在吗？'));
    idleQuestion.value = null;
    expect([speech.saying(), aloud.value, marked()]).toEqual([null, 'silent', '']);
    await vi.waitFor(() => expect(document.querySelector('dialog:modal')).toBeNull());
    forget();
    idleQuestion.value = { secondsLeft: 20 };
    await vi.waitFor(() => expect(document.querySelector('dialog:modal')).not.toBeNull());
    expect(speech.saying()).toBeNull();
  });
});

describe('a question over the page', () => {
  const open = async (): Promise<void> => {
    render(<Page over={<Leave />} />, root);
    await vi.waitFor(() => expect(document.querySelector('dialog:modal')).not.toBeNull());
  };
  const press = (name: string): Promise<void> =>
    vi.waitFor(() => {
      const found = [...document.querySelectorAll<HTMLButtonElement>('dialog button')].find(
        (button) => button.textContent === name,
      );
      expect(found, name).toBeDefined();
      found?.click();
    });

  it('is read by its own button: the question, its words, its answers, and nothing behind it', async () => {
    await open();
    await press('念给我听');
    expect(marked()).toBe('不填了吗？');
    expect(await readAll()).toEqual([
      '不填了吗？',
      '已经填的内容会全部清除，不会留在这台屏幕上。',
      '接着填',
      '清除并离开',
    ]);
    await vi.waitFor(() => expect(document.querySelector('dialog')?.textContent).toContain('念给我听'));
  });

  it('ends what was being read, and ends with it when it closes', async () => {
    reader.value?.readWith('not-own');
    await open();
    await vi.waitFor(() => expect([aloud.value, speech.saying()]).toEqual(['silent', null]));
    await press('念给我听');
    expect(aloud.value).toBe('reading');
    render(<Page />, root);
    await vi.waitFor(() => expect([aloud.value, speech.saying(), marked()]).toEqual(['silent', null, '']));
  });

  it('is stopped for a while in the dialog itself, and has no button without a voice', async () => {
    await open();
    await press('念给我听');
    await press('停一下');
    await vi.waitFor(() => expect(aloud.value).toBe('paused'));
    await press('接着念');
    expect(speech.saying()).toBe('不填了吗？');
    await press('不念了');
    expect(aloud.value).toBe('silent');
    speech.tongues.value = [];
    await vi.waitFor(() => expect(document.querySelector('dialog')?.textContent).not.toContain('念给我听'));
  });
});

describe('a machine', () => {
  it('without a voice for the language offers none, and offers it as soon as one comes', () => {
    expect(reader.value).not.toBeNull();
    speech.tongues.value = ['en'];
    expect(reader.value).toBeNull();
    speech.tongues.value = ['en', 'zh'];
    expect(reader.value).not.toBeNull();
  });

  it('that makes no sound says so in words', async () => {
    reader.value?.readWith('not-own');
    speech.end('failed');
    await vi.waitFor(() => expect(aloud.value).toBe('mute'));
    expect(marked()).toBe('');
  });
});
