// A storage that answers too late, or only after another tab has let go of it: nothing is called saved meanwhile, what was typed gets onto
// the disk by itself, and what comes late is closed, so that it is in nobody's way.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { deleteJournal, entries, plain } from "../store";

const NO_ANSWER = "ブラウザの保存場所から、まだ返事がありません。";
const NOT_SAVED = "いまの変更を保存できませんでした。";
const PETS = "ペット";
const CAT = "猫のたま";
/** Longer than the app waits for one call (10 seconds). */
const LATE = 13_000;
/** The bound of one call, the pause before the next try, and what a busy machine needs. */
const SOON = { timeout: 45_000 };

test.describe.configure({ timeout: 120_000 });

/** Opens the journal as another tab does, with an older version, and does not step aside; `close` on the window lets go. */
async function oldVersionOpen(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((ok, bad) => {
        const request = indexedDB.open("tsumugu", 2);
        request.onupgradeneeded = () => ["revisions", "heads", "pins", "aside"].forEach((store) => request.result.createObjectStore(store));
        request.onsuccess = () => {
          Object.assign(window, { letGo: () => request.result.close() });
          ok();
        };
        request.onerror = () => bad(request.error);
      }),
  );
}

async function letGo(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as { letGo: () => void }).letGo());
}

test("another tab holds an older version of the database open, and closes it", async ({ app, context, page }) => {
  const old = await context.newPage();
  await plain(old, app.guard);
  await oldVersionOpen(old);
  const care = await app.section("care").open();
  await expect(page.getByText(NO_ANSWER), "the browser says at once that it is blocked").toBeVisible();
  await care.fill(PETS, CAT);
  await care.field(PETS).blur();
  await expect(page.getByText(NOT_SAVED)).toBeVisible(SOON);
  await expect(care.kept).toHaveCount(0);
  await letGo(old);
  await expect(care.kept, "tried again by itself").toBeVisible(SOON);
  await expect(page.getByText(NO_ANSWER)).toHaveCount(0, SOON);
  await care.open();
  await expect(care.field(PETS)).toHaveValue(CAT);
});

test("a connection that comes after the wait is over is closed again", async ({ app, context }) => {
  const slow = await context.newPage();
  await plain(slow, app.guard);
  // An upgrade of another tab goes on for so long: until it is over the app's request gets no event at all.
  await slow.evaluate(
    (late) =>
      new Promise<void>((begun, bad) => {
        const request = indexedDB.open("tsumugu", 2);
        request.onerror = () => bad(request.error);
        request.onupgradeneeded = () => {
          const store = request.result.createObjectStore("revisions");
          const end = performance.now() + late;
          const busy = () => {
            if (performance.now() < end) store.get("x").onsuccess = busy;
          };
          busy();
          begun();
        };
        request.onsuccess = () => request.result.close();
      }),
    2 * LATE,
  );
  const care = await app.section("care").open();
  await care.fill(PETS, CAT);
  await care.field(PETS).blur();
  await expect(app.page.getByText(NOT_SAVED)).toBeVisible(SOON);
  await expect(care.kept, "tried again by itself").toBeVisible(SOON);
  expect((await entries(slow, "revisions")).length, "what was typed is on the disk").toBeGreaterThan(0);
  // A connection that nobody closes would block this; those in use step aside.
  await deleteJournal(slow);
});

test("a lock that comes after the wait is over is released at once", async ({ app, context }) => {
  const slow = await context.newPage();
  await plain(slow, app.guard);
  await slow.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request("tsumugu.writer", () => {
          held();
          return new Promise<void>((release) => Object.assign(window, { release }));
        });
      }),
  );
  const care = await app.section("care").open();
  await care.fill(PETS, CAT);
  await care.field(PETS).blur();
  await expect(care.kept, "saved without the lock").toBeVisible({ timeout: LATE + 7_000 });
  const writers = () =>
    slow.evaluate(async () => {
      const { held, pending } = await navigator.locks.query();
      return [...(held ?? []), ...(pending ?? [])].filter((lock) => lock.name === "tsumugu.writer").length;
    });
  expect(await writers(), "the other tab has it still, and the app has asked for it").toBeGreaterThan(0);
  await slow.evaluate(() => (window as unknown as { release: () => void }).release());
  await expect.poll(writers, SOON).toBe(0);
  // The next save gets it in time.
  await care.fill(PETS, "猫のたまとミケ");
  await care.field(PETS).blur();
  await expect.poll(async () => (await entries(slow, "revisions")).length, SOON).toBeGreaterThan(1);
});

test("a journal that does not answer at the start is read later, without loading the page anew", async ({ app, context, page }) => {
  const care = await app.section("care").open();
  await care.fill(PETS, CAT);
  await care.saved();
  await page.close();
  const next = app.in(await context.newPage());
  // Without the second copy, which would be shown at once.
  await next.page.addInitScript((silent) => {
    Object.keys(localStorage).filter((key) => key.startsWith("tsumugu.head.")).forEach((key) => localStorage.removeItem(key));
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...given: Parameters<typeof open>) {
      return performance.now() < silent ? (new EventTarget() as IDBOpenDBRequest) : open.apply(this, given);
    };
  }, 5_000);
  const again = await next.section("care").open();
  await expect(again.field(PETS)).toHaveValue("");
  await expect(next.page.getByText(NO_ANSWER)).toBeVisible(SOON);
  await next.page.evaluate(() => Object.assign(window, { same: true }));
  await expect(again.field(PETS)).toHaveValue(CAT, SOON);
  await expect(next.page.getByText(NO_ANSWER)).toHaveCount(0);
  await again.fill(PETS, "猫のたまとミケ");
  await again.saved();
  expect(await next.page.evaluate(() => "same" in window), "it is still the same document").toBe(true);
});
