// Pictures of every page for people to look at, and what a layout must keep: nothing sticks out to the side, everything that is tapped
// is large enough, and chosen things can be told apart without colours.
import { expect, test } from "../fixtures";
import { look } from "../look";
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
  });
}
