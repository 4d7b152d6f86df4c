// The app cannot start, or breaks while it runs: a calm notice, 119, a way on, and the records as a file – without the app.
import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures";
import { entries } from "../store";

const TITLE = { ja: "画面がうまく動いていません", en: "This page is not working properly" };

test.describe("the app cannot start", () => {
  for (const [what, body] of [
    ["other bytes than the hash says", Buffer.from("\0asm\x01\0\0\0")],
    ["no bytes", undefined],
  ] as const) {
    test(what, async ({ app, page, context, guard }) => {
      guard.allow(/integrity|ERR_FAILED/);
      await context.route("**/*.wasm", (route) => (body ? route.fulfill({ body, contentType: "application/wasm" }) : route.abort()));
      await page.goto("/card");
      const notice = page.getByRole("alertdialog", { name: TITLE.ja });
      await expect(notice).toBeVisible();
      await expect(notice).toBeFocused();
      await expect(notice.getByRole("link", { name: "119に電話する" })).toHaveAttribute("href", "tel:119");
      await context.unroute("**/*.wasm");
      await notice.getByRole("link", { name: "もう一度開く" }).click();
      await app.card.here();
      await expect(page.getByRole("alertdialog")).toHaveCount(0);
    });
  }

  test("no start module: the notice comes by itself, with what works without it", async ({ page, context, guard }) => {
    guard.allow(/ERR_FAILED/);
    await context.route("**/pkg/start.*.js", (route) => route.abort());
    await page.goto("/en/show");
    const notice = page.getByRole("alertdialog");
    await expect(notice).toHaveCount(0);
    // Half a minute later.
    await page.evaluate(() => document.getAnimations().forEach((animation) => (animation.currentTime = 31_000)));
    await expect(page.getByRole("alertdialog", { name: TITLE.en })).toBeVisible();
    await expect(notice.getByRole("link", { name: "Call 119" })).toBeVisible();
    await expect(notice.getByRole("link", { name: "Open again" })).toHaveAttribute("href", "/en/show");
    await expect(notice.getByRole("button")).toHaveCount(0);
  });

  test("damaged bytes in the offline store are fetched anew", async ({ app, page, guard }) => {
    guard.allow(/integrity/);
    await app.home.open();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      for (const name of await caches.keys()) {
        const store = await caches.open(name);
        for (const { url } of await store.keys()) {
          if (url.endsWith(".wasm")) await store.put(url, new Response("damaged", { headers: { "content-type": "application/wasm" } }));
        }
      }
    });
    await page.goto("/card");
    await app.card.here();
    await expect(page.locator("html")).toHaveAttribute("data-app", "running");
  });
});

test("it breaks while it runs: words stay, the records go into a file, and opening again goes on", async ({ app, page, guard }) => {
  guard.allow(/tsumugu stopped|RuntimeError|unreachable|broken/);
  const care = await app.section("care").open();
  await care.fill("ペット", "猫のたま、一匹");
  await care.saved();
  // Without this function no page can be built.
  await page.evaluate(() => {
    document.createElement = () => {
      throw new Error("broken");
    };
    document.createElementNS = document.createElement as never;
    document.createTextNode = document.createElement as never;
    Node.prototype.cloneNode = document.createElement as never;
  });
  // The line about saving changes with the first sign.
  await care.fill("救急隊への伝言", "まだ保存されていない言葉");
  const notice = page.getByRole("alertdialog", { name: TITLE.ja });
  await expect(notice).toBeVisible();
  await expect(care.field("救急隊への伝言")).toHaveValue("まだ保存されていない言葉");
  await page.evaluate(() => {
    delete (document as Partial<Document>).createElement;
    delete (document as Partial<Document>).createElementNS;
    delete (document as Partial<Document>).createTextNode;
  });
  const coming = page.waitForEvent("download");
  await notice.getByRole("button", { name: "記録をファイルに保存" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("tsumugu-kiroku.json");
  await expect(notice.getByText("ファイルを作りました。")).toBeVisible();
  const file = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(file).toMatchObject({ tsumugu: "rescue", schema: 1 });
  expect(file.journal.revisions).toEqual(await entries(page, "revisions"));
  expect(file.journal.heads).toHaveLength(1);
  expect(JSON.stringify(file.journal.revisions)).toContain("猫のたま、一匹");
  expect(Object.keys(file.shelf)).toContain(`tsumugu.head.${file.journal.heads[0][0]}`);
  await notice.getByRole("link", { name: "もう一度開く" }).click();
  await care.ready();
  await expect(page.locator("html")).toHaveAttribute("data-app", "running");
  await care.open();
  await expect(care.field("ペット")).toHaveValue("猫のたま、一匹");

  // The file brings the record to another browser.
  const saved = await download.path();
  const context = await page.context().browser()?.newContext({ baseURL: new URL(page.url()).origin });
  const other = app.in((await context?.newPage()) ?? page);
  await other.backup.open();
  await other.backup.choose(saved);
  await other.backup.takeIn();
  await expect(other.page.getByRole("heading", { name: "入れました" })).toBeVisible();
  await other.section("care").open();
  await expect(other.section("care").field("ペット")).toHaveValue("猫のたま、一匹");
  await context?.close();
});

test("a passphrase that was typed does not go into the file", async ({ app, page, guard }) => {
  guard.allow(/tsumugu stopped/);
  await app.home.open();
  await app.home.addSample();
  const backup = await app.backup.open();
  await backup.fill(backup.say("passphrase"), "あさがお みかん 12");
  await page.evaluate(() => window.dispatchEvent(new Event("tsumugu-stopped")));
  const coming = page.waitForEvent("download");
  await page.getByRole("alertdialog").getByRole("button").click();
  const file = await readFile(await (await coming).path(), "utf8");
  expect(file).toContain("流山 花子");
  expect(file).not.toContain("あさがお");
});

test("the file is made of what is there, and nothing is made in an empty browser", async ({ page, context, guard }) => {
  guard.allow(/ERR_FAILED/);
  await context.route("**/*.wasm", (route) => route.abort());
  await page.goto("/");
  const notice = page.getByRole("alertdialog");
  for (const refused of [false, true]) {
    if (refused) await page.evaluate(() => Object.defineProperty(window, "indexedDB", { get: () => undefined }));
    const coming = page.waitForEvent("download");
    await notice.getByRole("button").click();
    const file = JSON.parse(await readFile(await (await coming).path(), "utf8"));
    expect(file.journal).toEqual(refused ? null : {});
    if (!refused) expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  }
});

test("without JavaScript, home and help are of use", async ({ profile }) => {
  await profile.prefer({ profile: { default_content_setting_values: { javascript: 2 } } });
  const page = await (await profile.open()).newPage();
  await page.goto("/");
  // By its class: nothing inside of `noscript` counts as text for Playwright.
  const note = page.locator(".t-unscripted");
  await expect(note).toBeVisible();
  expect(await note.innerText()).toContain("JavaScriptが止まっています");
  await expect(note.locator('a[href="tel:119"]')).toBeVisible();
  await expect(page.getByText("開いています…").first()).toBeHidden();
  await page.getByRole("main").getByRole("link", { name: "119に電話する" }).click();
  await expect(page).toHaveURL((url) => url.pathname === "/call");
  await page.goto("/");
  await page.getByRole("link", { name: "困ったとき" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "困ったとき" })).toBeVisible();
  await expect(page.locator('a[href="tel:119"]').first()).toBeVisible();
  await page.goto("/en/help");
  await expect(page.getByRole("heading", { level: 1, name: "Help" })).toBeVisible();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
});
