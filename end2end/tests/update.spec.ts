// A new release comes while pages are open: it is offered, never forced; forms stay as they are; the tab that takes it comes back with
// everything that was typed, and the others go on.
import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test as base } from "../fixtures";
import { BUILT, render, SITE } from "../server";
import { offlineReady, PLENTY, room, rows } from "../store";

const NOTICE = "新しい版があります。";
const TAKE = "新しくする";
const PETS = "ペット";
const MESSAGE = "救急隊への伝言";

/** Makes the server serve another release from its next start on. */
const test = base.extend<{ release: (change: string, damage?: (built: string) => Promise<void>) => Promise<void> }>({
  release: async ({ server }, use) => {
    const folders: string[] = [];
    await use(async (change, damage) => {
      const folder = await mkdtemp(join(tmpdir(), "tsumugu-release-"));
      folders.push(folder);
      const [built, site] = [join(folder, "built"), join(folder, "site")];
      await cp(BUILT, built, { recursive: true });
      const style = (await readdir(join(built, "pkg"))).find((name) => name.endsWith(".css")) ?? "";
      await appendFile(join(built, "pkg", style), `\n:root { --release: ${change}; }\n`);
      await damage?.(built);
      await render(built, site);
      server.site = site;
      await server.restart();
    });
    server.site = SITE;
    await server.restart();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  },
});

const release = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--release").trim());
const style = (page: Page) => page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.href ?? "");
const note = (page: Page) => page.getByRole("status").filter({ hasText: NOTICE });

/** A mark that goes away when the page is loaded anew. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { same: true }));
const same = (page: Page) => page.evaluate(() => "same" in window);

test("offered, taken in one tab, and the other goes on", async ({ app, context, server, release: publish }) => {
  test.slow();
  const one = await app.section("care").open();
  await one.fill(MESSAGE, "裏口からどうぞ");
  await one.saved();
  await offlineReady(one.page);
  const two = await app.in(await context.newPage()).section("care").open();
  const old = await style(one.page);
  for (const tab of [one, two]) await mark(tab.page);
  await expect(note(one.page)).toHaveCount(0);

  await publish("2");
  // Somebody is in the middle of a word when a third tab finds the new release.
  await one.field(PETS).pressSequentially("猫の", { delay: 30 });
  const third = app.in(await context.newPage());
  await third.home.open();
  for (const tab of [one.page, two.page, third.page]) await expect(note(tab)).toBeVisible({ timeout: 20_000 });
  await one.field(PETS).pressSequentially("たま", { delay: 30 });
  await expect(one.field(PETS)).toHaveValue("猫のたま");
  expect([await same(one.page), await same(two.page)]).toEqual([true, true]);
  // Nothing is taken over by itself: a tab opened now is of the old release, whose files are on the device only.
  expect(await release(third.page)).toBe("");
  expect((await fetch(old)).status).toBe(404);
  const kept = (page: Page) => page.evaluate(async (old) => (await fetch(old)).status, old);
  expect(await kept(one.page)).toBe(200);

  // Taken while a word is not saved yet: first it is saved, then the page is loaded anew.
  await one.saved();
  await two.fill(MESSAGE, "表の玄関からどうぞ");
  await note(two.page).getByRole("button", { name: TAKE }).click();
  await expect.poll(() => same(two.page).catch(() => true)).toBe(false);
  await two.here();
  expect(await release(two.page)).toBe("2");
  await expect(two.field(MESSAGE)).toHaveValue("表の玄関からどうぞ");
  await expect(two.field(PETS)).toHaveValue("猫のたま");
  await expect(note(two.page)).toHaveCount(0);

  // The first tab was not touched. It writes, and its own files are still there.
  expect(await same(one.page)).toBe(true);
  await one.fill(PETS, "猫のたまと、こま");
  await one.field(PETS).blur();
  await one.saved();
  await expect(two.field(PETS)).toHaveValue("猫のたまと、こま");
  expect(await kept(one.page)).toBe(200);
  await one.link(one.say("toList")).click();
  await app.in(one.page).card.here();
  expect(await same(one.page)).toBe(true);
  // The worker has changed already; here it is only loading the page.
  await note(one.page).getByRole("button", { name: TAKE }).click();
  await expect.poll(() => release(one.page).catch(() => "")).toBe("2");
  await server.stop();
  await one.open();
  await expect(one.field(PETS)).toHaveValue("猫のたまと、こま");
  await server.start();
});

test("when it cannot be saved, the page stays", async ({ app, page, server, release: publish }) => {
  await room(page, server.url, PLENTY);
  const care = await app.section("care").open();
  await care.fill(PETS, "猫のたま");
  await care.saved();
  await offlineReady(page);
  await publish("2");
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(note(page)).toBeVisible({ timeout: 20_000 });
  await mark(page);
  await room(page, server.url, 1);
  await care.fill(PETS, "猫のたまと、こま");
  await note(page).getByRole("button", { name: TAKE }).click();
  await expect(page.getByText("端末の空きが足りず")).toBeVisible();
  await expect(care.field(PETS)).toHaveValue("猫のたまと、こま");
  expect(await same(page)).toBe(true);
  await room(page, server.url, PLENTY);
  await note(page).getByRole("button", { name: TAKE }).click();
  await expect.poll(() => release(page).catch(() => "")).toBe("2");
  await care.here();
  await expect(care.field(PETS)).toHaveValue("猫のたまと、こま");
});

test("a page that stays open asks again after an hour, and not sooner", async ({ app, page, context, release: publish }) => {
  await page.clock.install();
  await app.home.open();
  await offlineReady(page);
  await publish("2");
  const comesBack = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  const asked: string[] = [];
  context.on("request", (request) => {
    if (request.url().endsWith("/sw.js")) asked.push(request.url());
  });
  await page.clock.fastForward("59:00");
  await comesBack();
  await page.clock.fastForward("02:00");
  expect(asked).toEqual([]);
  await comesBack();
  await expect(note(page)).toBeVisible({ timeout: 20_000 });
});

test("two releases in a row: old stores go, the last one stays for its pages", async ({ app, page, release: publish }) => {
  test.slow();
  await app.home.open();
  await offlineReady(page);
  for (const version of ["2", "3", "4"]) {
    await publish(version);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect(note(page)).toBeVisible({ timeout: 20_000 });
    await note(page).getByRole("button", { name: TAKE }).click();
    await expect.poll(() => release(page).catch(() => "")).toBe(version);
    await app.home.here();
  }
  const stores = await page.evaluate(() => caches.keys());
  expect(stores.filter((name) => name.startsWith("tsumugu-"))).toHaveLength(2);
});

test("a release that does not arrive whole is not installed", async ({ app, page, server, guard, release: publish }) => {
  guard.allow(/integrity|Failed to (?:update|register|fetch)|404|addAll/i);
  const care = await app.section("care").open();
  await care.fill(PETS, "猫のたま");
  await care.saved();
  await offlineReady(page);
  // The list names a file that is not what its hash says.
  await publish("2", async (built) => {
    const worker = join(built, "sw.js");
    const text = await readFile(worker, "utf8");
    await writeFile(worker, text.replace("const EVERYTHING = { ...PAGES, ...FILES };", 'const EVERYTHING = { ...PAGES, ...FILES, "/robots.txt": "sha256-AAAA" };'));
  });
  const outcome = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const ended = new Promise<string>((done) => {
      registration.addEventListener("updatefound", () => {
        const worker = registration.installing;
        worker?.addEventListener("statechange", () => done(worker.state));
      });
    });
    await registration.update().catch(() => {});
    return ended;
  });
  expect(outcome).toBe("redundant");
  await expect(note(page)).toHaveCount(0);
  await server.stop();
  guard.allow(/ERR_CONNECTION_REFUSED|when fetching the script/);
  await care.open();
  await expect(care.field(PETS)).toHaveValue("猫のたま");
  expect(await rows(page)).toHaveLength(1);
});
