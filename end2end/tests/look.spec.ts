// Pictures of every page for people to look at, and what a layout must keep: nothing sticks out to the side, everything that is tapped
// is large enough, and chosen things can be told apart without colours.
import { expect, test } from "../fixtures";
import { look } from "../look";
import { moving, undistinguished } from "../media";
import { everyPage } from "../pages/all";
import type { Lang } from "../pages/words";
import { targets } from "../targets";

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });

    test("every page with a full card, at every width", async ({ app }) => {
      test.setTimeout(300_000);
      await (await app.home.open()).addSample();
      for (const [name, screen] of everyPage(app)) {
        await screen.open();
        await look(app.page, `${lang}-${name}`);
        expect.soft(await targets(app.page), `what is too small to tap on ${name}`).toEqual([]);
      }
    });

    test("every page with nothing written", async ({ app }) => {
      test.setTimeout(300_000);
      for (const [name, screen] of everyPage(app)) {
        await screen.open();
        await look(app.page, `${lang}-empty-${name}`);
        expect.soft(await targets(app.page), `what is too small to tap on ${name}`).toEqual([]);
      }
    });

    test("fields of a list, open", async ({ app }) => {
      test.setTimeout(120_000);
      await (await app.home.open()).addSample();
      for (const id of ["contacts", "doctors", "medicines", "orders"]) {
        const section = await app.section(id).open();
        await section.change(section.items.first());
        await look(app.page, `${lang}-open-${id}`);
        expect.soft(await targets(app.page), `what is too small to tap in ${id}`).toEqual([]);
      }
    });

    test("with forced colours what is chosen still stands out", async ({ app, page }) => {
      await page.emulateMedia({ forcedColors: "active" });
      await (await app.home.open()).addSample();
      await app.settings.open();
      expect(await undistinguished(page, 4)).toEqual([]);
      await app.section("person").open();
      expect(await undistinguished(page, 3)).toEqual([]);
      await app.section("devices").open();
      expect(await undistinguished(page, 2)).toEqual([]);
      const contacts = await app.section("contacts").open();
      await contacts.change(contacts.items.first());
      expect(await undistinguished(page, 1)).toEqual([]);
      await app.show.open();
      expect(await undistinguished(page, 1)).toEqual([]);
    });

    test("nothing moves for those who asked for that", async ({ app, page }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: "reduce" });
      await (await app.home.open()).addSample();
      for (const [name, screen] of everyPage(app)) {
        await screen.open();
        expect.soft(await moving(page), `what moves on ${name}`).toEqual([]);
      }
    });
  });
}
