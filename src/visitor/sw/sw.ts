import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

/**
 * The worker keeps the shell of the visitor's app: every file of its own version, each checked against its digest as it
 * comes in. Content never lives here but in IndexedDB, under snapshot numbers; the API and the desk are never touched.
 *
 * A new worker waits. The page tells it to take over when nobody is using the screen, so that an old page never meets
 * the files of a new version.
 */
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/staff(\/|$)/, /^\/api\//] }),
);

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

// The very first visit is enough: the page that installed the worker is its page from then on.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
