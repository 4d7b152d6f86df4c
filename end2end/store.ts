// What a browser has on its disk, for tests that look into it or damage it: the journal, its mirror, and the offline store. Everything
// runs in a page of the app's origin; `plain` opens one in which the app itself does not run.
import { type CDPSession, expect, type Page } from "@playwright/test";
import type { Guard } from "./guard";

export async function plain(page: Page, guard: Guard): Promise<void> {
  // The browser asks for this by itself where no page names an icon.
  guard.allow(/favicon\.ico/);
  await page.goto("/icon.svg");
}

/** A row of the journal as it stands there. */
export interface Row {
  schema: number;
  rev: number;
  parents: string[];
  cause: string;
  hash: string;
  text: string;
}

/** Every entry of one store of the journal, in the order of its keys. */
export async function entries(page: Page, store: string): Promise<[key: string, value: unknown][]> {
  return page.evaluate(async (store) => {
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((ok, bad) => {
      request.onsuccess = () => ok(request.result);
      request.onerror = () => bad(request.error);
    });
    const db = await done(indexedDB.open("tsumugu"));
    try {
      if (!db.objectStoreNames.contains(store)) return [];
      const at = db.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(at.getAllKeys()), done(at.getAll())]);
      return keys.map((key, index): [string, unknown] => [String(key), values[index]]);
    } finally {
      db.close();
    }
  }, store);
}

/** Every row, oldest first. */
export async function rows(page: Page): Promise<Row[]> {
  return (await entries(page, "revisions")).map(([, raw]) => JSON.parse(String(raw)) as Row);
}

/** Writes entries as they are given, past the app. */
export async function put(page: Page, store: string, values: [key: string, value: unknown][]): Promise<void> {
  await page.evaluate(async ([store, values]) => {
    const db = await new Promise<IDBDatabase>((ok, bad) => {
      const request = indexedDB.open("tsumugu");
      request.onsuccess = () => ok(request.result);
      request.onerror = () => bad(request.error);
    });
    const tx = db.transaction(store, "readwrite", { durability: "strict" });
    for (const [key, value] of values) tx.objectStore(store).put(value, key);
    await new Promise<void>((ok, bad) => {
      tx.oncomplete = () => ok();
      tx.onabort = () => bad(tx.error);
    });
    db.close();
  }, [store, values] as const);
}

/** Every picture: the name under which it stands, and the SHA-256 of its bytes. */
export async function pictures(page: Page): Promise<[name: string, sha256: string][]> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((ok, bad) => {
      request.onsuccess = () => ok(request.result);
      request.onerror = () => bad(request.error);
    });
    const db = await done(indexedDB.open("tsumugu"));
    const at = db.transaction("blobs").objectStore("blobs");
    const [keys, values] = await Promise.all([done(at.getAllKeys()), done(at.getAll() as IDBRequest<Uint8Array<ArrayBuffer>[]>)]);
    db.close();
    const hex = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const hashes = await Promise.all(values.map(async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes))));
    return keys.map((key, index): [string, string] => [String(key), hashes[index] ?? ""]);
  });
}

/** Changes one byte in the middle of every picture, or takes them all away. */
export async function spoilPictures(page: Page, how: "change" | "remove"): Promise<void> {
  await page.evaluate(async (how) => {
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((ok, bad) => {
      request.onsuccess = () => ok(request.result);
      request.onerror = () => bad(request.error);
    });
    const db = await done(indexedDB.open("tsumugu"));
    const at = db.transaction("blobs", "readwrite").objectStore("blobs");
    for (const key of await done(at.getAllKeys())) {
      const bytes = (await done(at.get(key))) as Uint8Array;
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      if (how === "change") await done(at.put(bytes, key));
      else await done(at.delete(key));
    }
    db.close();
  }, how);
}

export async function deleteJournal(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((ok, bad) => {
        const request = indexedDB.deleteDatabase("tsumugu");
        request.onsuccess = () => ok();
        request.onerror = () => bad(request.error);
        request.onblocked = () => bad(new Error("somebody holds the journal open"));
      }),
  );
}

/** Every second copy, by its key. */
export async function mirrors(page: Page): Promise<[key: string, raw: string][]> {
  return page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("tsumugu.head.")));
}

export async function setMirror(page: Page, key: string, raw: string): Promise<void> {
  await page.evaluate(([key, raw]) => localStorage.setItem(key, raw), [key, raw] as const);
}

/** One sign of what was written, changed. Where the row says what it holds, so that it stays a row. */
export function spoiled(raw: string): string {
  const at = raw.indexOf("text") + Math.floor((raw.length - raw.indexOf("text")) / 2);
  const other = raw[at] === "x" ? "y" : "x";
  return raw.slice(0, at) + other + raw.slice(at + 1);
}

/** What the browser gives an origin in tests of a full device, in bytes: enough for two releases of the app (8 MB each), and little enough to be
 * asked for at once. */
export const PLENTY = 32 << 20;

const sessions = new WeakMap<Page, CDPSession>();

/**
 * How many bytes an origin may use; first with PLENTY, before anything of it is open. The browser remembers for half a minute how
 * much was left, and looks again as soon as somebody wants more than that; so we want more.
 */
export async function room(page: Page, origin: string, quotaSize: number): Promise<void> {
  // The limit ends with the session that has set it.
  const cdp = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, cdp);
  await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
  if (!page.url().startsWith(origin)) return;
  const outcome = await page.evaluate(
    (size) =>
      new Promise<string>((done) => {
        const asked = indexedDB.open("filler");
        asked.onupgradeneeded = () => asked.result.createObjectStore("filler");
        asked.onsuccess = () => {
          const tx = asked.result.transaction("filler", "readwrite");
          tx.objectStore("filler").put(new Uint8Array(size), "filler");
          tx.oncomplete = () => done("kept");
          tx.onabort = () => done(tx.error?.name ?? "");
        };
        asked.onerror = () => done(asked.error?.name ?? "");
      }),
    PLENTY + 1,
  );
  expect(outcome, "more than there is").toBe("QuotaExceededError");
}

/** Waits until the worker says that everything is on the device, and controls the page. */
export async function offlineReady(page: Page): Promise<void> {
  const state = () =>
    page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      const answer = new Promise<boolean>((done) => {
        navigator.serviceWorker.addEventListener("message", ({ data }) => done(data.type === "state" && data.ready), { once: true });
      });
      active?.postMessage({ type: "state" });
      return (await answer) && navigator.serviceWorker.controller !== null;
    });
  await expect.poll(state, { timeout: 20_000 }).toBe(true);
}
