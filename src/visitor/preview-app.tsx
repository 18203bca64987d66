import { render } from 'preact';
import * as v from 'valibot';
import '../ui/tokens.css';
import '../ui/base.css';
import { PREVIEW_READY, ShowDrafts } from '../contract/preview.ts';
import { fail, ok } from '../contract/result.ts';
import { App } from './app.tsx';
import { runClock } from './clock.ts';
import { followAccent } from './content/shell/accent.ts';
import { followComfort } from './content/shell/comfort.ts';
import { followLanguage } from './content/shell/follow-language.ts';
import { followPlaces } from './content/shell/places.ts';
import { PreviewMark, PreviewWords } from './preview-mark.tsx';
import { screenOf } from './screen-of.ts';
import { followViewport } from './session/mode.ts';
import { installPorts } from './session/port.ts';
import { goInstead, openAddress } from './session/screen.ts';
import { contentDatabase, current, readAgain } from './store/content.ts';
import { overlay } from './store/overlay.ts';
import { pullOnce } from './sync/pull-once.ts';

/**
 * Promise: nothing of the machine's is touched. No outbox, no journal, no enrolment, no canary, no worker of the shell, no stream; content
 * goes into this page's own database, a form goes nowhere, and nothing comes out of the printer.
 */

const root = document.getElementById('app');
if (root === null) throw new Error('preview.html has no #app');

const say = (words: string): void => render(<PreviewWords words={words} />, root);

const refused = fail({ code: 'only-preview' } as const);

installPorts({
  mayFile: async () => ok(null),
  prepareSubmission: async () => undefined,
  submit: async () => refused,
  lookUpProgress: async () => refused,
  print: async () => 'no-printer',
  picture: async (needed) => (await import('./sync/preview-picture.ts')).previewPicture(needed),
  inputData: async (kind) => (await import('./sync/input-data.ts')).inputDataNow(kind),
});

const show = async ({ drafts, open }: ShowDrafts): Promise<void> => {
  say('正在取已经发布的内容，好让链接都能点……');
  const end = await pullOnce(contentDatabase);
  if (end.kind !== 'turned' && end.kind !== 'unchanged')
    return say('没有取到已经发布的内容。请看看网络，再打开预览。');
  await overlay(contentDatabase, drafts);
  await readAgain();
  if (current.peek() == null) return say('预览没有打开。请刷新这一页再试。');
  openAddress();
  if (open !== null) goInstead(screenOf(open));
  render(
    <>
      <App />
      <PreviewMark />
    </>,
    root,
  );
};

/** Only the desk's own page around this frame is heard, and only once. */
const hear = (event: MessageEvent): void => {
  if (event.source !== window.parent || event.origin !== location.origin) return;
  const parsed = v.safeParse(ShowDrafts, event.data);
  if (!parsed.success) return;
  removeEventListener('message', hear);
  void show(parsed.output).catch((cause) => {
    console.error(cause);
    say('预览没有打开。请刷新这一页再试。');
  });
};

followViewport(false);
followComfort(document.documentElement);
followLanguage(document.documentElement);
followAccent(document.documentElement);
followPlaces();
runClock();
if (window.parent === window) say('预览要从工作台打开。');
else {
  addEventListener('message', hear);
  window.parent.postMessage(PREVIEW_READY, location.origin);
}
