// Rows that are not what was written, on either copy or both: the app opens, says what happened, and throws nothing away.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import type { App } from "../pages/app";
import type { Section } from "../pages/card";
import { deleteJournal, entries, mirrors, plain, put, rows, setMirror, spoiled } from "../store";

const PETS = "ペット";
const WENT_BACK = "一つ前の記録を開きました";
const REPAIRED = "もう片方から直しました";
const LOST = "読めない記録があります";
const NEWER = "新しい版のアプリで書いた記録があります";
const CLEARED = "前に書いた内容が、このブラウザから消えています";

/** Two revisions on the disk; then a page without the app, so that nothing is repaired behind our back. */
async function written(app: App, page: Page): Promise<Section> {
  const care = await app.section("care").open();
  for (const value of ["犬のジョン", "猫のたま"]) {
    await care.fill(PETS, value);
    await care.field(PETS).blur();
    await expect.poll(async () => (await rows(page)).at(-1)?.text).toContain(value);
    await care.saved();
  }
  await plain(page, app.guard);
  return care;
}

async function spoil(page: Page, which: (index: number, count: number) => boolean): Promise<string[]> {
  const all = await entries(page, "revisions");
  const bad = all.filter((_, index) => which(index, all.length)).map(([key, raw]): [string, string] => [key, spoiled(String(raw))]);
  await put(page, "revisions", bad);
  return bad.map(([, raw]) => raw);
}

async function spoilMirrors(page: Page): Promise<void> {
  for (const [key, raw] of await mirrors(page)) await setMirror(page, key, spoiled(raw));
}

/** Every row of a journal is what its hash says, and the head is the newest. */
async function sound(page: Page): Promise<void> {
  const whole = await page.evaluate(async (all) => {
    const hex = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const right = await Promise.all(
      all.map(async ({ hash, rev, ...row }) => {
        const digest = async (words: string) => hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words)));
        // The name of a revision is the hash of what it says and where it comes from, its keys in the order of the alphabet; the row is
        // proved by the name and the number under which it is filed.
        const named = Object.entries({ ...row, text: await digest(row.text) }).sort(([one], [other]) => (one < other ? -1 : 1));
        return (await digest(`${rev}/${await digest(JSON.stringify(Object.fromEntries(named)))}`)) === hash;
      }),
    );
    return right.at(-1);
  }, await rows(page));
  expect(whole).toBe(true);
  const [head] = await entries(page, "heads");
  expect(head?.[1]).toBe((await rows(page)).at(-1)?.rev);
}

test("a damaged newest row is repaired from the second copy", async ({ app, page }) => {
  const care = await written(app, page);
  const [bytes] = await spoil(page, (index, count) => index === count - 1);
  await care.open();
  await expect(page.getByText(REPAIRED)).toBeVisible();
  await expect(care.field(PETS)).toHaveValue("猫のたま");
  expect((await entries(page, "aside")).map(([, raw]) => raw)).toEqual([bytes]);
  await sound(page);
  // Repaired once and for all.
  await care.open();
  await expect(care.field(PETS)).toHaveValue("猫のたま");
  await expect(page.getByText(REPAIRED)).toHaveCount(0);
});

test("without a second copy, the revision before is shown, and it is said", async ({ app, page }) => {
  const care = await written(app, page);
  const [bytes] = await spoil(page, (index, count) => index === count - 1);
  await page.evaluate(() => localStorage.clear());
  await care.open();
  await expect(page.getByText(WENT_BACK)).toBeVisible();
  await expect(care.field(PETS)).toHaveValue("犬のジョン");
  expect((await entries(page, "aside")).map(([, raw]) => raw)).toEqual([bytes]);
  await sound(page);
});

test("a damaged head pointer loses nothing", async ({ app, page }) => {
  const care = await written(app, page);
  const [head] = await entries(page, "heads");
  await put(page, "heads", [[head?.[0] ?? "", "not a number"]]);
  await page.evaluate(() => localStorage.clear());
  await care.open();
  await expect(care.field(PETS)).toHaveValue("猫のたま");
  await care.fill(PETS, "たまと、こま");
  await care.saved();
  await sound(page);
});

test("a damaged second copy is written anew from the journal", async ({ app, page }) => {
  const care = await written(app, page);
  const before = await mirrors(page);
  await spoilMirrors(page);
  await care.open();
  await expect(care.field(PETS)).toHaveValue("猫のたま");
  await expect.poll(async () => (await mirrors(page)).map(([, raw]) => JSON.parse(raw).hash)).toEqual(
    before.map(([, raw]) => JSON.parse(raw).hash),
  );
});

test("with everything damaged the app opens, says so, and hands the bytes out", async ({ app, page }) => {
  const care = await written(app, page);
  const bytes = await spoil(page, () => true);
  await spoilMirrors(page);
  await care.open();
  await expect(page.getByText(LOST)).toBeVisible();
  await expect(care.field(PETS)).toHaveValue("");
  // Not deleted: where they were, and set aside.
  expect((await entries(page, "revisions")).map(([, raw]) => raw)).toEqual(bytes);
  await app.backup.open();
  const coming = page.waitForEvent("download");
  await app.backup.button("読めない記録をファイルに控える").click();
  const file = await readFile(await (await coming).path(), "utf8");
  expect(file).toContain(JSON.stringify(bytes.at(-1)).slice(1, -1));
  // And one can go on writing.
  await care.open();
  await care.fill(PETS, "金魚が三匹");
  await care.saved();
  await care.open();
  await expect(care.field(PETS)).toHaveValue("金魚が三匹");
});

test("a journal that the browser has cleared comes back from the second copy", async ({ app, page }) => {
  const care = await written(app, page);
  await deleteJournal(page);
  await care.open();
  await expect(page.getByText(REPAIRED)).toBeVisible();
  await expect(care.field(PETS)).toHaveValue("猫のたま");
  await sound(page);
});

test("when everything is cleared, the ways back are shown instead of a first visit", async ({ app, page, context }) => {
  await written(app, page);
  await deleteJournal(page);
  await page.evaluate(() => localStorage.clear());
  const [marker] = await context.cookies();
  expect(marker).toMatchObject({ value: "1", sameSite: "Strict", path: "/" });
  expect((marker?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(390 * 86_400);
  await app.home.open();
  const note = page.getByText(CLEARED);
  await expect(note).toBeVisible();
  await expect(page.getByText("救急のとき、あなたのことを伝えるカードです。")).toHaveCount(0);
  await note.getByRole("link").click();
  await app.backup.here();
});

test("a row of a newer release is not written over", async ({ app, page }) => {
  const care = await written(app, page);
  const [key, raw] = (await entries(page, "revisions")).at(-1) ?? ["", ""];
  const [head] = await entries(page, "heads");
  const next = key.replace(/\d+$/, (rev) => String(Number(rev) + 1).padStart(rev.length, "0"));
  // Of a format that shares nothing with ours but its number.
  const newer = JSON.stringify({ schema: 3, body: [String(raw).length] });
  await put(page, "revisions", [[next, newer]]);
  await put(page, "heads", [[head?.[0] ?? "", 3]]);
  const before = [await entries(page, "revisions"), await entries(page, "heads")];
  await page.addInitScript(() => {
    const seen: string[] = [];
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      seen.push(mode ?? "readonly");
      return begin.call(this, stores, mode, options);
    };
    Object.assign(window, { seen });
  });
  for (const mirrored of [true, false]) {
    if (!mirrored) await page.evaluate(() => localStorage.clear());
    await care.open();
    await expect(page.getByText(NEWER)).toBeVisible();
    await expect(care.field(PETS)).toHaveValue(mirrored ? "猫のたま" : "");
    // An older copy can be read, not changed.
    if (mirrored) await expect(care.field(PETS)).toBeDisabled();
    await app.card.open();
    await app.home.open();
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).not.toContain("readwrite");
  }
  expect([await entries(page, "revisions"), await entries(page, "heads")]).toEqual(before);
});

test("a journal that cannot be read is never called damaged, and nothing is deleted", async ({ app, page }) => {
  const care = await written(app, page);
  const before = await entries(page, "revisions");
  await page.addInitScript(() => {
    const ways = ["get", "getAll", "getAllKeys"] as const;
    for (const way of ways) {
      Object.assign(IDBObjectStore.prototype, {
        [way]() {
          throw new DOMException("provoked", sessionStorage.getItem("failure") ?? "AbortError");
        },
      });
    }
  });
  for (const failure of ["AbortError", "UnknownError", "DataError"]) {
    await page.evaluate((failure) => sessionStorage.setItem("failure", failure), failure);
    await care.open();
    // The second copy is shown, read-only.
    await expect(care.field(PETS)).toHaveValue("猫のたま");
    await expect(care.field(PETS)).toBeDisabled();
    for (const wrong of [WENT_BACK, REPAIRED, LOST, CLEARED]) await expect(page.getByText(wrong)).toHaveCount(0);
  }
  const other = await page.context().newPage();
  await plain(other, app.guard);
  expect(await entries(other, "revisions")).toEqual(before);
});
