// The story of the plan, twice: by taps on a phone of the usual size, and by keyboard alone on the narrowest one with the text at 200 %.
import type { Locator, Page } from "@playwright/test";
import { violations } from "../axe";
import { family } from "../family";
import { expect, test } from "../fixtures";
import { type Hand, keys } from "../hands";
import { picture } from "../look";
import { fits, test as narrow } from "../narrow";
import type { Lang } from "../pages/words";

/** By keyboard, with a look at every page, as it has become, before it is left. `LOOK=1` takes pictures of them for people. */
function careful(lang: Lang): Hand {
  const seen = new Set<string>();
  const look = async (page: Page) => {
    await fits(page);
    // What stands there as it stood before needs no second look.
    const as = `${page.url()} ${await page.locator("body").innerText()}`;
    if (seen.has(as)) return;
    seen.add(as);
    expect.soft(await violations(page), `what axe finds on ${page.url()}`).toEqual([]);
    const address = new URL(page.url()).pathname.replaceAll("/", "-");
    if (process.env["LOOK"]) await picture(page, `family/${lang}-${String(seen.size).padStart(2, "0")}${address}`);
  };
  const press = async (thing: Locator) => {
    if (await thing.evaluate((element) => element.matches("a"))) await look(thing.page());
    await keys.press(thing);
  };
  return { ...keys, press };
}

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });

    test("a family of three over two years, with the server gone", async ({ app, server }) => {
      test.setTimeout(240_000);
      await family(app, server);
    });
  });

  narrow.describe(`${lang}, by keyboard, 320 px, 200 %`, () => {
    narrow.use({ lang });

    narrow("a family of three over two years, with the server gone", async ({ app, server }) => {
      narrow.setTimeout(300_000);
      await family(app.by(careful(lang)), server);
    });
  });
}
