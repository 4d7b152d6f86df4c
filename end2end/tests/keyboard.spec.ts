// Everything by keyboard alone: Tab, Space, Enter and the arrows. The bar has two links only, so that no link is needed to skip it.
import { expect, test } from "../fixtures";
import { beginsAtTop, focusIsKept, focusIsSeen, press, tabTo } from "../keys";
import { SECTIONS } from "../pages/all";
import type { Lang } from "../pages/words";

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });
    test.slow();

    test("from home through the task list into a section, filled, and on to the next", async ({ app, page }) => {
      await app.home.open();
      await press(page, app.home.link(app.home.say("begin")), "Enter");
      await app.card.here();
      await beginsAtTop(page);
      await press(page, app.card.main.getByRole("link", { name: lang === "ja" ? "本人のこと" : "The person" }), "Enter");
      const person = await app.section("person").here();
      await expect(person.heading(lang === "ja" ? "本人のこと" : "The person")).toBeFocused();
      await tabTo(page, person.field(lang === "ja" ? "氏名" : "Name"));
      await page.keyboard.insertText(app.guard.typed("平方 千代子"));
      // A group of radio buttons is one stop; arrows go through it.
      const birth = person.group(lang === "ja" ? "生まれた日" : "Date of birth");
      await tabTo(page, birth.getByRole("radio").first());
      await page.keyboard.press("ArrowDown");
      await expect(person.option(lang === "ja" ? "昭和" : "Showa 昭和", birth)).toBeChecked();
      for (const number of ["16", "4", "8"]) {
        await page.keyboard.press("Tab");
        await focusIsSeen(page);
        await page.keyboard.insertText(number);
      }
      await expect(birth.getByRole("status")).toContainText(lang === "ja" ? "1941年" : "1941");
      const sex = person.group(lang === "ja" ? "性別" : "Sex");
      await tabTo(page, sex.getByRole("radio").first());
      await page.keyboard.press("Space");
      await expect(sex.getByRole("radio").first()).toBeChecked();
      await press(page, sex.getByRole("button", { name: person.say("clear") }), "Enter");
      await expect(sex.getByRole("radio", { checked: true })).toHaveCount(0);
      await focusIsKept(page);
      await person.saved();
      await press(page, person.main.getByRole("link", { name: person.say("next") }), "Enter");
      await app.section("contacts").here();
      await focusIsSeen(page);
    });

    test("entries of a list: added, put in order, removed, brought back; the focus is never lost", async ({ app, page }) => {
      const contacts = await app.section("contacts").open();
      const add = contacts.button(lang === "ja" ? "連絡先を足す" : "Add a contact");
      for (const name of ["柏木 直美", "平方 健一"]) {
        await press(page, add, "Enter");
        await expect(contacts.field(lang === "ja" ? "名前" : "Name")).toBeFocused();
        await page.keyboard.insertText(app.guard.typed(name));
      }
      const tool = (name: string, word: Parameters<typeof contacts.say>[0]) => contacts.tool(contacts.item(name), contacts.say(word));
      await press(page, tool("平方 健一", "raise"), "Enter");
      await expect(contacts.items.first()).toContainText("平方 健一");
      await expect(tool("平方 健一", "fold")).toBeFocused();
      await press(page, tool("平方 健一", "remove"), "Enter");
      await expect(contacts.items).toHaveCount(1);
      await expect(contacts.button(contacts.say("putBack"))).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(contacts.items).toHaveCount(2);
      await focusIsKept(page);
      await expect(contacts.items.first()).toContainText("平方 健一");
      const undo = contacts.button(contacts.say("undo"));
      await tabTo(page, undo);
      for (let steps = 0; (await undo.count()) > 0; steps += 1) {
        expect(steps).toBeLessThan(20);
        await page.keyboard.press("Enter");
        await focusIsKept(page);
      }
      await expect(contacts.items).toHaveCount(0);
    });

    test("the first field of an entry that begins with a choice", async ({ app, page }) => {
      const doctors = await app.section("doctors").open();
      await press(page, doctors.main.locator("#add"), "Space");
      await expect(doctors.group(lang === "ja" ? "種類" : "Kind")).toBeFocused();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await expect(doctors.option(lang === "ja" ? "かかりつけ医" : "Family doctor")).toBeChecked();
    });

    test("the yearly check to its end", async ({ app, page }) => {
      await (await app.home.open()).addSample();
      const check = await app.check.open();
      for (let left = SECTIONS.length; left > 0; left -= 1) {
        await press(page, check.button(check.say("same")).first(), "Enter");
        await expect(check.button(check.say("same"))).toHaveCount(left - 1);
        await focusIsKept(page);
        await focusIsSeen(page);
      }
      await expect(check.button(check.say("confirm"))).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(check.button(check.say("confirm"))).toHaveCount(0);
      await focusIsKept(page);
      await tabTo(page, check.button(check.say("onBirthday")));
    });

    test("the crew's screen: languages, the strip, a number, and back home", async ({ app, page }) => {
      await (await app.home.open()).addSample();
      await press(page, app.home.main.getByRole("link", { name: app.home.say("show") }), "Enter");
      const show = await app.show.here();
      await beginsAtTop(page);
      await press(page, show.button("中文"), "Enter");
      await focusIsKept(page);
      await press(page, show.button(lang === "ja" ? "日本語" : "English"), "Enter");
      await press(page, show.main.locator("summary").first(), "Enter");
      await press(page, show.button(show.say("now")).first(), "Enter");
      await focusIsKept(page);
      await tabTo(page, show.main.locator('a[href^="tel:"]').first());
      await press(page, show.main.getByRole("link", { name: lang === "ja" ? "閉じる" : "Close" }), "Enter");
      await app.home.here();
      await expect(page).toHaveTitle(/^(つむぐ|Tsumugu) – /);
      await beginsAtTop(page);
    });

    test("everything erased, and brought back from a file", async ({ app, page }, info) => {
      await (await app.home.open()).addSample();
      const { backup, settings } = app;
      const file = info.outputPath("kept.json");
      const download = page.waitForEvent("download");
      await backup.open();
      await press(page, backup.button(backup.say("makeBackup")), "Enter");
      await (await download).saveAs(file);
      await expect(page.getByRole("heading", { name: backup.say("made") })).toBeFocused();
      await settings.open();
      await press(page, settings.button(settings.say("eraseAll")), "Enter");
      await focusIsKept(page);
      await press(page, settings.button(settings.say("eraseYes")), "Enter");
      await expect(settings.main.getByText(settings.say("erased"))).toBeVisible();
      await focusIsKept(page);
      await backup.open();
      await expect(page.getByText(backup.say("nobody"))).toBeVisible();
      const chooser = page.waitForEvent("filechooser");
      await press(page, page.getByLabel(backup.say("chooseFile"), { exact: true }), "Enter");
      await (await chooser).setFiles(file);
      await expect(page.getByText(backup.say("newHere"))).toBeVisible();
      await focusIsKept(page);
      await press(page, backup.button(backup.say("takeIn")), "Enter");
      await expect(page.getByRole("heading", { name: backup.say("taken"), exact: true })).toBeFocused();
      await app.home.open();
      await expect(page.getByRole("banner").getByText("流山 花子")).toBeVisible();
    });

    test("settings: sizes, colours, erasing and thinking better of it", async ({ app, page }) => {
      await (await app.home.open()).addSample();
      const settings = await app.settings.open();
      const size = settings.group(lang === "ja" ? "文字の大きさ" : "Text size");
      await tabTo(page, size.getByRole("radio", { checked: true }));
      await page.keyboard.press("ArrowDown");
      await expect(page.locator("html")).toHaveAttribute("data-step", "l");
      const colours = settings.group(lang === "ja" ? "色あい" : "Colours");
      await tabTo(page, colours.getByRole("radio", { checked: true }));
      await page.keyboard.press("ArrowUp");
      await expect(page.locator("html")).toHaveAttribute("data-theme", "contrast");
      await press(page, settings.button(settings.say("eraseOne")), "Enter");
      await focusIsKept(page);
      await press(page, settings.button(settings.say("eraseNo")), "Enter");
      await focusIsKept(page);
      await press(page, settings.button(settings.say("eraseOne")), "Enter");
      await press(page, settings.button(settings.say("eraseYes")), "Enter");
      await expect(settings.main.getByText(settings.say("erased"))).toBeVisible();
      await focusIsKept(page);
      await press(page, settings.button(settings.say("putBack")), "Enter");
      await expect(settings.button(settings.say("eraseOne"))).toBeVisible();
      await focusIsKept(page);
    });
  });
}
