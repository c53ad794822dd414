// The page of a talk comes up again while the service does not answer. It is asked first, always; only where nobody answers
// is the page shown as it was last. Nothing else is kept, and what the service says is gone or not ours any more is dropped.

const CACHE = "groundwork-talk-1";
const FILES = [
  "/static/groundwork.css",
  "/static/icon.svg",
  "/static/talk/a6.css",
  "/static/talk/card.css",
  "/static/talk/clock.js",
  "/static/talk/fields.js",
  "/static/talk/kept.js",
  "/static/talk/paint.js",
  "/static/talk/phone.css",
  "/static/talk/print.js",
  "/static/talk/sending.js",
  "/static/talk/talk.css",
  "/static/talk/talk.js",
  "/static/talk/unsent.js",
];
const PAGE = /^\/interviews\/[^/]+\/talk(\/card)?$/;
const DROPPED = new Set([401, 404, 410]);

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
      // The browser itself asks for pages, so that the door sees where a visit comes from.
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate") {
    // Only what the browser asked for itself: a page that we asked for would pass the door as if we had come here ourselves.
    if (PAGE.test(url.pathname) && self.registration.navigationPreload) {
      event.respondWith(fresh(event, event.preloadResponse, url.pathname + url.search));
    }
  } else if (FILES.includes(url.pathname)) {
    event.respondWith(fresh(event, fetch(event.request), url.pathname));
  }
});

async function fresh(event, asked, key) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await asked;
    if (!answer || answer.type === "error") throw new TypeError("nobody asked or answered"); // so Firefox says it
    if (DROPPED.has(answer.status)) await cache.delete(key);
    if (answer.status === 200 && !answer.redirected) event.waitUntil(cache.put(key, answer.clone()));
    return answer;
  } catch (error) {
    const known = await cache.match(key);
    if (known) return known;
    throw error;
  }
}
