/**
 * How Chromium is started before a visitor, each flag with its reason. Names were seen to exist in Debian 12's Chromium;
 * flags that are gone from it (--ozone-platform-hint, --disable-session-crashed-bubble) are not carried along.
 *
 * Never here: --incognito (the outbox would be lost), --disable-web-security, --remote-debugging-port.
 *
 * @type {readonly { flag: string, why: string }[]}
 */
export const FLAGS = [
  {
    flag: '--kiosk',
    why: 'full screen without an address bar; --start-fullscreen would show a bubble that tells how to leave',
  },
  { flag: '--kiosk-printing', why: 'window.print() goes to the default printer without a dialog' },
  { flag: '--hide-crash-restore-bubble', why: 'no question after a power cut' },
  { flag: '--noerrdialogs', why: 'no dialog of the browser’s own when it fails' },
  { flag: '--disable-pinch', why: 'two fingers do not zoom the page out of its frame' },
  { flag: '--overscroll-history-navigation=0', why: 'a swipe does not go back' },
  { flag: '--pull-to-refresh=0', why: 'a pull does not reload' },
  { flag: '--enable-speech-dispatcher', why: 'without it there is not one voice to read aloud with' },
  {
    flag: '--lang=zh-CN',
    why: 'what the browser itself says, and how it writes dates in fields, is Chinese',
  },
  { flag: '--no-first-run', why: 'no welcome page' },
  { flag: '--no-default-browser-check', why: 'no question about the default browser' },
  { flag: '--password-store=basic', why: 'no prompt of a keyring' },
  { flag: '--disable-breakpad', why: 'no crash dumps: they could hold what a visitor typed' },
  { flag: '--no-pings', why: 'no traffic but to the hall' },
  { flag: '--disable-component-update', why: 'no traffic to the vendor on a county network' },
  { flag: '--disable-background-networking', why: 'the same' },
  {
    flag: '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
    why: 'the list of suggestions of an address bar that nobody sees costs a process and a third of the start',
  },
];

/**
 * The whole command line for this machine.
 *
 * @param {object} screen
 * @param {string} screen.url
 * @param {string} screen.profile where IndexedDB, journal and keys live; stays on disk
 * @param {string | undefined} screen.cacheDir on tmpfs where there is one: a cache is worth no wear of the disk
 * @param {'wayland' | 'x11'} screen.platform
 * @param {{ width: number, height: number } | undefined} screen.size without a window manager --kiosk alone does not fill the screen
 * @param {boolean} screen.isRoot Chromium refuses root with its sandbox on; only for trying things out
 * @param {readonly string[]} [screen.more]
 * @returns {string[]}
 */
export function commandLine({ url, profile, cacheDir, platform, size, isRoot, more = [] }) {
  return [
    `--ozone-platform=${platform}`,
    ...FLAGS.map(({ flag }) => flag),
    `--user-data-dir=${profile}`,
    ...(cacheDir ? [`--disk-cache-dir=${cacheDir}`] : []),
    ...(size ? [`--window-size=${size.width},${size.height}`, '--window-position=0,0'] : []),
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
    ...more,
    screenAddress(url),
  ];
}

/**
 * The hall's address with the word that this machine is its screen, not a visitor's own: no resolution and no zoom then turns it
 * into a phone. The app keeps it and takes it out of the address.
 *
 * @param {string} url
 * @returns {string}
 */
export function screenAddress(url) {
  const address = new URL(url);
  address.searchParams.set('screen', '1');
  return address.href;
}
