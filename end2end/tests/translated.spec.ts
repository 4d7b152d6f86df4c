// A browser that translates a page replaces its text nodes while it lives. No old word may stay because of that, and none come twice.
import { expect, test } from "../fixtures";
import { everyPage } from "../pages/all";
import type { Lang } from "../pages/words";
import { leftovers, times, translate } from "../translated";

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });
    const NAME = lang === "ja" ? "氏名" : "Name";

    test("the name follows another tab on every page that was translated", async ({ app, context }) => {
      test.setTimeout(300_000);
      const writer = await app.section("person").open();
      const page = await context.newPage();
      let before = "千代子0";
      await writer.fill(NAME, before);
      await writer.field(NAME).blur();
      await writer.saved();
      for (const [index, [name, screen]] of everyPage(app.in(page)).entries()) {
        await screen.open();
        await translate(page);
        // Earlier versions hold earlier names.
        const place = page.locator(name === "history" ? "header" : "body");
        const shown = await times(place, before);
        const now = `千代子${index + 1}`;
        await writer.fill(NAME, now);
        await writer.field(NAME).blur();
        // A field holds it as a value, which is no text of the page.
        await expect.poll(() => times(place, now), { message: name }).toBe(shown);
        expect(await times(place, before), `the old name on ${name}`).toBe(0);
        before = now;
      }
    });

    test("an answer is said once on a page that was translated, and the old one not at all", async ({ app, page }) => {
      const section = await app.section("insurance").open();
      await translate(page);
      const words = section.main.getByRole("textbox").first();
      await words.fill("引き出しの中");
      await words.blur();
      await section.saved();
      expect(await times(page.locator("body"), app.home.say("kept"))).toBe(1);
      const question = await app.question("l1").open();
      await translate(page);
      const options = question.main.getByRole("radio");
      await options.nth(0).check();
      expect(await times(page.locator("body"), app.home.say("clear"))).toBe(1);
      await options.nth(1).check();
      expect(await times(page.locator("body"), app.home.say("clear"))).toBe(1);
      await expect(options.nth(0)).not.toBeChecked();
      await question.hand.press(question.button(app.home.say("clear")).first());
      expect(await times(page.locator("body"), app.home.say("clear"))).toBe(0);
    });

    test("another page, and the other language, hold nothing of the page that was translated", async ({ app, page }) => {
      test.slow();
      const ways: [from: string, to: string][] = [
        ["/help", "/settings"],
        ["/settings", "/help"],
        ["/card", "/card/person"],
        ["/backup", "/history"],
      ];
      const address = (path: string) => (lang === "ja" ? path : `/en${path}`);
      for (const [from, to] of ways) {
        await page.goto(address(from));
        await app.home.ready();
        expect(await translate(page), from).toBeGreaterThan(0);
        await page.locator(`a[href="${address(to)}"]`).first().click();
        await expect(page).toHaveURL((url) => url.pathname === address(to));
        await expect(page.locator("h1")).toHaveCount(1);
        expect(await leftovers(page), `what of ${from} is still on ${to}`).toEqual([]);
      }
      await page.goto(address("/settings"));
      await app.home.ready();
      await translate(page);
      const other = lang === "ja" ? "English" : "日本語";
      await app.settings.option(other).or(page.getByRole("link", { name: other })).first().click();
      await expect(page.locator("html")).toHaveAttribute("lang", lang === "ja" ? "en" : "ja");
      await app.home.ready();
      expect(await leftovers(page)).toEqual([]);
    });
  });
}
