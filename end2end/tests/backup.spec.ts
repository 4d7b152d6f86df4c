// A file, a sheet of paper and the earlier versions bring everything back; a file that does not fit changes nothing and says why.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "../fixtures";
import { answers, type File } from "../pages/backup";
import type { App } from "../pages/app";
import { named, type WordId } from "../pages/words";

const VECTOR = fileURLToPath(new URL("../../crates/exchange/tests/vectors/restore-1.json", import.meta.url));
const WORDS = "あさがお みかん 12";

/** A full card, as a file. */
async function somebody(app: App): Promise<File> {
  await app.home.open();
  await app.home.addSample();
  await app.backup.open();
  return app.backup.read();
}

async function eraseAll(app: App): Promise<void> {
  await app.settings.open();
  await app.settings.button(app.settings.say("eraseAll")).click();
  await app.settings.button(app.settings.say("eraseYes")).click();
  await expect(app.page.getByText(app.settings.say("erased"))).toBeVisible();
  await app.backup.open();
  await expect(app.page.getByText(app.backup.say("nobody"))).toBeVisible();
}

/** Changes who holds a key, so that the card differs in one place. */
async function change(app: App, holder: string): Promise<void> {
  const section = await app.section("care").open();
  await section.fill(app.lang === "ja" ? "鍵を持っている人" : "Who holds a key", holder);
  await section.saved();
}

async function holder(app: App): Promise<string> {
  const section = await app.section("care").open();
  return section.field(app.lang === "ja" ? "鍵を持っている人" : "Who holds a key").inputValue();
}

for (const lang of ["ja", "en"] as const) {
  test.describe(lang, () => {
    test.use({ lang });

    test("a file brings back every answer after everything was erased", async ({ app, page }, info) => {
      const before = await somebody(app);
      const download = await app.backup.make();
      expect(download.suggestedFilename()).toMatch(/^tsumugu-\d{4}-\d\d-\d\d\.json$/);
      const path = info.outputPath("plain.json");
      await download.saveAs(path);
      await expect(page.getByRole("heading", { name: app.backup.say("made") })).toBeFocused();
      await eraseAll(app);
      await app.backup.choose(path);
      await expect(page.getByText(app.backup.say("newHere"))).toBeVisible();
      expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("tsumugu.head")))).toEqual([]);
      await app.backup.takeIn();
      await app.backup.open();
      const after = await app.backup.read();
      expect(after.records).toEqual(before.records);
      await app.backup.choose(path);
      await expect(page.getByText(app.backup.say("sameHere"))).toBeVisible();
      await expect(page.getByText(app.backup.say("nothingToDo"))).toBeVisible();
      await eraseAll(app);
      await app.backup.choose(path);
      await app.backup.takeIn();
      await app.backup.undo();
      await app.backup.open();
      await expect(page.getByText(app.backup.say("nobody"))).toBeVisible();
    });

    test("a locked file opens with its passphrase only", async ({ app, page }, info) => {
      test.slow();
      const before = await somebody(app);
      await app.backup.fill(app.backup.say("passphrase"), "みじかい");
      await app.backup.button(app.backup.say("makeBackup")).click();
      await expect(page.getByText(app.backup.say("tooShort"))).toBeVisible();
      await expect(app.backup.field(app.backup.say("passphrase"))).toBeFocused();
      await app.backup.fill(app.backup.say("passphrase"), WORDS);
      const path = info.outputPath("locked.json");
      const text = await app.backup.keep(path);
      expect(text).toContain('"tsumugu":"sealed"');
      expect(text).not.toContain("流山");
      await expect(app.backup.field(app.backup.say("passphrase"))).toHaveValue("");
      await eraseAll(app);
      await app.backup.choose(path);
      await expect(app.backup.field(app.backup.say("itsPassphrase"))).toBeFocused();
      await app.backup.unlock("あさがお みかん 13");
      const wrong = page.getByRole("alert").filter({ hasText: app.backup.say("wrongWords") });
      await expect(wrong).toContainText(app.backup.say("unchanged"));
      await expect(app.backup.field(app.backup.say("itsPassphrase"))).toBeFocused();
      await app.backup.unlock(WORDS);
      await expect(page.getByText(app.backup.say("newHere"))).toBeVisible();
      await app.backup.takeIn();
      await app.backup.open();
      expect((await app.backup.read()).records).toEqual(before.records);
    });

    test("a file that does not fit says why and changes nothing", async ({ app, page }, info) => {
      const before = await somebody(app);
      const text = await app.backup.keep(info.outputPath("whole.json"));
      const path = info.outputPath("wrong.json");
      const wrong: [WordId, string][] = [
        ["damagedBackup", text.slice(0, text.length / 2)],
        ["damagedBackup", text.replace("流山 花子", "流山 太郎")],
        ["damagedBackup", '{"tsumugu":"sealed","v":1,"kind":"backup","kdf":{"na'],
        ["newerBackup", text.replace(/"schema": \d+/, '"schema": 99')],
        ["newerBackup", '{"tsumugu":"sealed","v":99}'],
        ["notABackup", '{"some":"other file"}'],
        ["notABackup", "a shopping list"],
      ];
      for (const [word, content] of wrong) {
        await app.backup.open();
        await app.backup.chooseText(path, content);
        const alert = page.getByRole("alert").filter({ hasText: app.backup.say(word) });
        await expect(alert).toContainText(app.backup.say("unchanged"));
        await expect(alert).toBeFocused();
        await expect(app.backup.button(app.backup.say("takeIn"))).toHaveCount(0);
      }
      expect((await app.backup.read()).records).toEqual(before.records);
    });

    test("a card that differs is joined, replaced or left, and all of it can be undone", async ({ app, page }, info) => {
      await somebody(app);
      const path = info.outputPath("older.json");
      await app.backup.keep(path);
      const older = await holder(app);
      await change(app, "隣の野田さん");
      await app.backup.open();
      await app.backup.choose(path);
      await expect(app.backup.option(app.backup.say("join"))).toBeChecked();
      await app.backup.option(app.backup.say("leaveOut")).check();
      await expect(page.getByText(app.backup.say("nothingToDo"))).toBeVisible();
      await app.backup.option(app.backup.say("replace")).check();
      await page.locator("details summary").last().click();
      await expect(page.getByRole("listitem").filter({ hasText: "隣の野田さん" }).filter({ hasText: older })).toBeVisible();
      await app.backup.takeIn();
      expect(await holder(app)).toBe(older);

      await change(app, "隣の野田さん");
      await app.backup.open();
      await app.backup.choose(path);
      await app.backup.option(app.backup.say("replace")).check();
      await app.backup.takeIn();
      await app.backup.undo();
      expect(await holder(app)).toBe("隣の野田さん");

      await app.backup.open();
      await app.backup.choose(path);
      await app.backup.takeIn();
      expect(await holder(app), "the newer answer stands").toBe("隣の野田さん");
    });

    test("a sheet of paper brings the card back, code by code in tabs of their own", async ({ app, context, page }) => {
      const { parts, stored } = JSON.parse(await readFile(VECTOR, "utf8")) as { parts: string[]; stored: { record: File["records"][0]["record"] } };
      await app.restore.open();
      await expect(page.getByText(app.restore.say("nothingRead"))).toBeVisible();
      const count = (have: number) => (lang === "ja" ? `${parts.length}つのうち${have}つ読みました` : `${have} of ${parts.length} codes read`);
      for (const [place, part] of parts.slice(0, -1).entries()) {
        const tab = await context.newPage();
        await tab.goto(`${app.restore.address}#${part}`);
        await expect(tab.getByText(count(place + 1))).toBeVisible();
        expect(new URL(tab.url()).hash).toBe("");
        await expect(page.getByText(count(place + 1)), "the tab that was open first follows").toBeVisible();
        await tab.close();
      }
      await app.restore.field(app.restore.say("paste")).fill("https://tsumugu.example/card");
      await app.restore.button(app.restore.say("readCode")).click();
      await expect(page.getByRole("alert")).toContainText(app.restore.say("notACode"));
      await expect(page.getByText(count(parts.length - 1))).toBeVisible();
      await app.restore.field(app.restore.say("paste")).fill(`https://tsumugu.example/restore#${parts.at(-1)}`);
      await app.restore.button(app.restore.say("readCode")).click();
      await expect(page.getByText(app.restore.say("allRead"))).toBeVisible();
      // A sheet of version 1 has no number, and what it left in the browser's history can be read.
      await expect(page.getByText(app.restore.say("plainSheet"))).toBeVisible();
      await app.backup.takeIn();
      expect(await page.evaluate(() => localStorage.getItem("tsumugu.restore"))).toBeNull();
      await app.backup.open();
      const after = await app.backup.read();
      // In the first release an option that was chosen and typed words were one kind of answer.
      const asFirstReleased = (said: unknown) => JSON.parse(JSON.stringify(said).replaceAll('{"picked":', '{"given":')) as unknown;
      expect(asFirstReleased(answers(after))).toEqual(answers({ ...after, records: [stored] }));
      await app.restore.open();
      await expect(page.getByText(app.restore.say("nothingRead"))).toBeVisible();
    });

    test("the next code in the same tab leaves the address at once", async ({ app, page }) => {
      const { parts } = JSON.parse(await readFile(VECTOR, "utf8")) as { parts: string[] };
      await app.restore.open();
      for (const part of [parts[0], parts[1], parts[1]]) {
        await page.evaluate((part) => (window.location.hash = `#${part}`), part);
        await expect(page).toHaveURL((url) => url.hash === "");
      }
      await expect(page.getByText(lang === "ja" ? `${parts.length}つのうち2つ読みました` : `2 of ${parts.length} codes read`)).toBeVisible();
      await app.restore.button(app.restore.say("forget")).click();
      await expect(page.getByText(app.restore.say("nothingRead"))).toBeVisible();
    });

    test("a code that claims 65,535 parts is refused at once", async ({ app, page }) => {
      await app.restore.open();
      await page.evaluate(() => (window.location.hash = "#T.AQAB__8AAAABeHix9VZ-"));
      await expect(page.getByRole("alert")).toContainText(app.restore.say("tooManyParts"));
      await expect(page.getByText(app.restore.say("nothingRead"))).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4000);
    });

    test("an earlier version comes back, and that can be undone", async ({ app, page }) => {
      await somebody(app);
      const first = await holder(app);
      await change(app, "隣の野田さん");
      await app.history.open();
      const rows = app.history.main.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2 }) });
      await expect(rows).toHaveCount(2);
      await expect(rows.first()).toContainText("隣の野田さん");
      await expect(rows.first()).toContainText(first);
      await rows.last().getByRole("button", { name: new RegExp(`^${app.history.say("goBack")}`) }).click();
      await expect(page.getByText(app.history.say("wentBack"))).toBeFocused();
      await expect(rows).toHaveCount(3);
      await app.history.button(app.history.say("undoBring")).click();
      await expect(rows).toHaveCount(4);
      await expect(page.getByRole("heading", { name: named(app.history.say("history")) })).toBeFocused();
      expect(await holder(app)).toBe("隣の野田さん");
      await app.history.open();
      await rows.last().getByRole("button", { name: new RegExp(`^${app.history.say("goBack")}`) }).click();
      await expect(rows).toHaveCount(5);
      expect(await holder(app)).toBe(first);
    });
  });
}
