// The narrowest phone with the browser's own text size at 200 %: a card is written, shown, printed and kept by keyboard alone.
import { readFile } from "node:fs/promises";
import { focusIsSeen, press, tabTo } from "../keys";
import { expect, fits, test } from "../narrow";
import type { Lang } from "../pages/words";

const NAME = "平方 千代子";
const DAUGHTER = "柏木 直美";
const MOBILE = "090-0000-3302";

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });

    test("written, shown, printed and kept", async ({ app, guard }) => {
      test.setTimeout(120_000);
      const say = (ja: string, en: string) => (lang === "ja" ? ja : en);
      const { page, home, card, show, print, backup } = app;
      const write = (words: string) => page.keyboard.insertText(guard.typed(words));
      // A dialog of the browser itself, which nobody can close here.
      await page.addInitScript(() => (window.print = () => (document.documentElement.dataset["printed"] = "yes")));

      await test.step("the name and the day of birth", async () => {
        await home.open();
        await fits(page);
        await press(page, home.link(home.say("begin")), "Enter");
        await card.here();
        await fits(page);
        await press(page, card.main.getByRole("link", { name: say("本人のこと", "The person") }), "Enter");
        const person = await app.section("person").here();
        await tabTo(page, person.field(say("氏名", "Name")));
        await write(NAME);
        const birth = person.group(say("生まれた日", "Date of birth"));
        await tabTo(page, birth.getByRole("radio").first());
        await page.keyboard.press("ArrowDown");
        await expect(person.option(say("昭和", "Showa 昭和"), birth)).toBeChecked();
        for (const number of ["16", "4", "8"]) {
          await page.keyboard.press("Tab");
          await focusIsSeen(page);
          await page.keyboard.insertText(number);
        }
        await expect(birth.getByRole("status")).toContainText("1941");
        await person.saved();
        await fits(page);
        await press(page, person.link(person.say("toList")), "Enter");
        await card.here();
      });

      await test.step("a contact", async () => {
        await press(page, card.main.getByRole("link", { name: say("緊急の連絡先", "Emergency contacts") }), "Enter");
        const contacts = await app.section("contacts").here();
        await press(page, contacts.button(say("連絡先を足す", "Add a contact")), "Enter");
        await expect(contacts.field(say("名前", "Name"))).toBeFocused();
        await write(DAUGHTER);
        await tabTo(page, contacts.field(say("携帯電話", "Mobile phone")));
        await write(MOBILE);
        await fits(page);
        await press(page, contacts.tool(contacts.item(DAUGHTER), contacts.say("fold")), "Enter");
        await contacts.saved();
        await press(page, contacts.link(contacts.say("toList")), "Enter");
        await card.here();
        await press(page, card.link(card.say("finish")), "Enter");
        await app.saved.here();
        await fits(page);
      });

      await test.step("the crew's screen", async () => {
        await home.open();
        await press(page, home.main.getByRole("link", { name: home.say("show") }), "Enter");
        await show.here();
        await fits(page);
        await show.atOnce(NAME);
        const number = show.main.locator(`a[href="tel:${MOBILE.replaceAll("-", "")}"]`).first();
        await tabTo(page, number);
        await expect(number).toBeInViewport({ ratio: 1 });
        await press(page, show.main.getByRole("link", { name: say("閉じる", "Close") }), "Enter");
        await home.here();
      });

      await test.step("the sheet for the fridge, with the codes that bring the card back", async () => {
        await press(page, home.main.getByRole("link", { name: home.say("print") }), "Enter");
        await print.here();
        await fits(page);
        await press(page, print.option(say("もどすコードも印刷する", "Print the restore codes too")), "Space");
        await print.codesMade();
        await press(page, print.button(print.say("print")), "Enter");
        await expect(page.locator("html")).toHaveAttribute("data-printed", "yes");
        // The size of the text on the screen is not that on paper.
        const { pages } = await print.paper(`narrow-${lang}`);
        for (const sheet of pages) expect(sheet.margin).toBeGreaterThan(8);
        const flow = pages.map((sheet) => sheet.flow).join("");
        for (const words of [NAME, DAUGHTER, MOBILE]) expect(flow).toContain(words.replace(/\s/g, ""));
        expect(pages.flatMap((sheet) => sheet.codes).filter((code) => code.includes("/restore#")).length).toBeGreaterThan(0);
        await press(page, page.getByRole("link", { name: print.say("back") }).first(), "Enter");
        await home.here();
      });

      await test.step("a backup file", async () => {
        await press(page, home.main.getByRole("link", { name: home.say("backup") }), "Enter");
        await backup.here();
        await fits(page);
        const download = page.waitForEvent("download");
        await press(page, backup.button(backup.say("makeBackup")), "Enter");
        const file = await readFile(await (await download).path(), "utf8");
        for (const words of [NAME, DAUGHTER, MOBILE]) expect(file).toContain(words);
        await expect(page.getByRole("heading", { name: backup.say("made") })).toBeFocused();
        await fits(page);
      });
    });
  });
}
