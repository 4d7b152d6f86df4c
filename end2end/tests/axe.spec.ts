// axe on every page: both languages, with nothing written and with a full card; colours in every theme.
import { accessible, violations } from "../axe";
import { expect, test } from "../fixtures";
import { everyPage } from "../pages/all";
import type { Lang } from "../pages/words";

for (const lang of ["ja", "en"] satisfies Lang[]) {
  for (const full of [false, true]) {
    test.describe(`${lang}, ${full ? "a full card" : "nothing written"}`, () => {
      test.use({ lang });

      test("every page, in every theme", async ({ app, page }) => {
        test.setTimeout(300_000);
        if (full) await (await app.home.open()).addSample();
        for (const [name, screen] of everyPage(app)) {
          await screen.open();
          for (const theme of ["light", "dark", "contrast"]) {
            await page.evaluate((theme) => (document.documentElement.dataset["theme"] = theme), theme);
            expect.soft(await violations(page), `${name}, ${theme}`).toEqual([]);
          }
        }
      });

      test("entries open, folded parts open, remarks and questions on the screen", async ({ app, page }) => {
        test.setTimeout(120_000);
        if (full) await (await app.home.open()).addSample();
        for (const id of ["contacts", "doctors", "illness", "medicines", "allergies", "orders"]) {
          const section = await app.section(id).open();
          await section.main.locator("#add").click();
          await expect(section.items.last().locator("input").first()).toBeVisible();
          for (const field of await section.items.last().locator("input[inputmode=tel]").all()) await field.fill("0400003304567");
          await accessible(page);
          await section.remove(section.items.last());
          await accessible(page);
        }
        const person = await app.section("person").open();
        await person.fill(person.say("year"), "64", person.group(lang === "ja" ? "生まれた日" : "Date of birth"));
        await accessible(page);
        await app.card.open();
        await app.card.main.getByText(app.card.say("more"), { exact: true }).click();
        await accessible(page);
        await app.show.open();
        await app.show.openEvent();
        await accessible(page);
        await app.settings.open();
        await app.settings.button(app.settings.say("eraseAll")).click();
        await accessible(page);
        await app.people.open();
        await app.people.writeFor("柏木 直美");
        await accessible(page);
      });
    });
  }
}

test("the dark colours of the device, chosen by nobody", async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await (await app.home.open()).addSample();
  await accessible(page);
  await app.section("person").open();
  await accessible(page);
});
