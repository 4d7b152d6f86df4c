// The service worker: keeps the whole app on the device, so that it opens without a network and without the server.
//
// The server writes a version and two lists over the three strings below. Each entry is a path with the hash of its content,
// so one store never holds files of two builds. A new build changes the bytes of this file; the browser then installs the new
// worker beside the old one, and the old one goes on serving its own, consistent store until it is replaced.
//
// What a page and this worker say to each other:
//   page → waiting worker   { type: "take-over" }
//       The person has agreed to the new version: the worker takes over at once. Only the page that asked is loaded anew;
//       in another tab a form may be open, and it goes on working. A worker never takes over by itself while an older one is
//       in use. The store of the version before stays until the next one, for pages of it that are still open or loading.
//   page → worker           { type: "state" }
//   worker → page           { type: "state", version, ready }
//       `ready` is true when every file is in the store: only then may a page say that it works offline.
//
// It never answers for /api and /shl, for methods other than GET, or for other origins: those go past it untouched.
"use strict";

const VERSION = "@version";
const PAGES = "@pages";
const FILES = "@files";

const PREFIX = "tsumugu-";
const STORE = PREFIX + VERSION;
const EVERYTHING = { ...PAGES, ...FILES };
const NEVER = ["/api", "/shl"];

let first = false;
let repair;

self.addEventListener("install", (event) => {
  first = !self.registration.active;
  event.waitUntil(fill());
});

// All or nothing: when one file fails, the install fails and the version in use stays. The hashes make it safe to ask the
// browser's own cache first (the page has just loaded the wasm); when that does not give the right bytes, all is fetched anew.
async function fill() {
  try {
    await fetchAll((path) => (path.startsWith("/pkg/") ? "default" : "no-cache"));
  } catch {
    await fetchAll(() => "reload");
  }
  // A worker that was activated meanwhile may have swept this store away with the old ones.
  if (!(await caches.has(STORE))) throw new Error("the store is gone");
}

async function fetchAll(cache) {
  const store = await caches.open(STORE);
  const requests = Object.entries(EVERYTHING).map(
    ([path, integrity]) => new Request(path, { integrity, cache: cache(path), redirect: "error" }),
  );
  await store.addAll(requests);
}

self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  // In the order in which they were made: the last one is that of the version before.
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== STORE);
  for (const name of others.slice(0, -1)) await caches.delete(name);
  // At the very first visit the page that is open becomes ready for offline use, without a reload.
  if (first) await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (NEVER.some((path) => url.pathname === path || url.pathname.startsWith(`${path}/`))) return;
  if (Object.hasOwn(FILES, url.pathname)) event.respondWith(stored(event, url.pathname));
  else if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (url.pathname.startsWith("/pkg/")) event.respondWith(older(request));
});

// From the store first, even with a network: a start is fast, and page, code and style are always of one build.
// What follows `?` does not matter to any page.
async function page(event, url) {
  const path = url.pathname.replace(/\/+$/, "") || "/";
  if (Object.hasOwn(PAGES, path)) {
    return path === url.pathname ? stored(event, path) : Response.redirect(path + url.search, 308);
  }
  try {
    return await fetch(event.request);
  } catch {
    return Response.redirect(path === "/en" || path.startsWith("/en/") ? "/en/help" : "/help", 302);
  }
}

async function stored(event, path) {
  // A page asks past all stores when what it got was not what its hash says.
  const damaged = event.request.mode !== "navigate" && event.request.cache === "reload";
  const kept = damaged ? undefined : await caches.match(path, { cacheName: STORE, ignoreVary: true });
  if (kept) return kept;
  // Damaged, or dropped by the browser to gain room. Once in the life of this worker: fetch all again.
  repair ??= fill().catch(() => {});
  event.waitUntil(repair);
  return fetch(event.request);
}

// A file that only a page of the version before names.
async function older(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener("message", (event) => {
  if (event.data?.type === "take-over") event.waitUntil(self.skipWaiting());
  if (event.data?.type === "state") event.waitUntil(tell(event.source));
});

async function tell(page) {
  const kept = (await caches.has(STORE)) ? await (await caches.open(STORE)).keys() : [];
  page?.postMessage({ type: "state", version: VERSION, ready: kept.length === Object.keys(EVERYTHING).length });
}
