// 「困ったとき」 works without the app's code, its links lead to their places, and numbers can be dialled.
import { expect, test } from "../fixtures";

for (const lang of ["ja", "en"] as const) {
  test.describe(lang, () => {
    test.use({ lang });

    test("links within the page lead to their subject and leave the app as it is", async ({ app, page }) => {
      await app.help.open();
      await page.evaluate(() => Object.assign(window, { same: true }));
      await page.locator('nav a[href="#lost"]').click();
      await expect(page).toHaveURL((url) => url.hash === "#lost");
      await expect(page.locator("#lost h2")).toBeInViewport();
      await page.goBack();
      await expect(page).toHaveURL((url) => url.hash === "");
      expect(await page.evaluate(() => "same" in window)).toBe(true);
    });

    test("numbers can be dialled and stand on one line", async ({ app, page }) => {
      await app.help.open();
      await page.setViewportSize({ width: 320, height: 640 });
      for (const [number, address] of [["#7119", "tel:%237119"], ["03-6810-1636", "tel:0368101636"]] as const) {
        const link = page.locator(`#line-advice a[href="${address}"]`);
        await expect(link).toHaveText(number);
        const lines = await link.locator("span").evaluate((span) => span.getClientRects().length);
        expect(lines).toBe(1);
      }
      expect(await page.getByRole("main").getByRole("link").first().getAttribute("href"), "119 comes first").toBe("tel:119");
    });

    for (const [time, open] of [["2026-11-25T10:00", false], ["2026-11-25T20:00", true], ["2026-11-29T10:00", true]] as const) {
      test(`on ${time} the advice line is ${open ? "open" : "closed"}`, async ({ app, page }) => {
        await page.clock.setFixedTime(`${time}:00+09:00`);
        await app.help.open();
        const word = { ja: ["いまは、休みの時間です。", "いま、つながる時間です。"], en: ["The line is closed now.", "The line is open now."] };
        const state = page.locator("#line-advice").getByRole("status");
        await expect(state).toContainText(word[lang][open ? 1 : 0] ?? "", { useInnerText: true });
        await expect(state).not.toContainText(word[lang][open ? 0 : 1] ?? "", { useInnerText: true });
      });
    }
  });

  test.describe(`${lang}, without code`, () => {
    test.use({ lang, javaScriptEnabled: false });

    test("help stands there", async ({ app, page }) => {
      await page.goto(app.help.address);
      await expect(page.locator('#line-advice a[href="tel:%237119"]')).toBeVisible();
      await page.locator('nav a[href="#signs"]').click();
      await expect(page.locator("#signs h2")).toBeInViewport();
    });
  });
}
