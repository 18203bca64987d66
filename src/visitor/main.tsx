import { render } from 'preact';
import '../ui/tokens.css';
import '../ui/base.css';
import { App } from './app.tsx';
import { runClock } from './clock.ts';
import { followAccent } from './content/shell/accent.ts';
import { followComfort } from './content/shell/comfort.ts';
import { followLanguage } from './content/shell/follow-language.ts';
import { followPlaces } from './content/shell/places.ts';
import { activity } from './session/activity.ts';
import { wallClock, watchIdle } from './session/idle-watch.ts';
import { listenToKeypad } from './session/keypad.ts';
import { followViewport } from './session/mode.ts';
import { keepOnGlass } from './session/no-copy.ts';
import { takeOneTap } from './session/one-tap.ts';
import { openAddress } from './session/screen.ts';
import { forgetOnLeaving, wipe } from './session/wipe.ts';
import { isMarkedScreen } from './store/canary.ts';
import { openContentStore } from './store/content.ts';
import { openOutboxStore } from './store/outbox.ts';

/**
 * The visitor's app begins. First what is held here is painted; only then comes what runs behind: healing, pulling, sending,
 * the worker that keeps the shell. Only this file and `behind.ts` know everyone.
 */

// First of all: the database answers while the rest is set up.
const opening = openContentStore();

followViewport(isMarkedScreen(location.search));
keepOnGlass(window);
takeOneTap(window);
listenToKeypad(window, document.documentElement);
openAddress();
forgetOnLeaving();
followComfort(document.documentElement);
followLanguage(document.documentElement);
followAccent(document.documentElement);
followPlaces();
runClock();
watchIdle({ activity, clock: wallClock, target: window, onGone: wipe });

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

/** A slow disk must not keep the glass dark for longer. */
const DARK_MS = 500;

const untilDark = new Promise<void>((resolve) => {
  setTimeout(resolve, DARK_MS);
});

/** After the frame that is being made now has been painted. */
const afterPaint = (call: () => void): void => {
  requestAnimationFrame(() => setTimeout(call));
};

const draw = (): void => render(<App />, root);

// One full frame comes sooner than an empty one and a full one after it.
void Promise.race([opening, untilDark]).then(draw, draw);

void opening.finally(() =>
  afterPaint(() => {
    // Where it cannot be opened no form is either (the port asks).
    void openOutboxStore().catch(() => undefined);
    void import('./behind.ts');
  }),
);
