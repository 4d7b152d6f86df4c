// 「119に電話する」
import { expect, test } from "../fixtures";
import type { Lang } from "../pages/words";

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });

    test("with nothing written it can be dialled, and every line says what to say", async ({ app }) => {
      const call = await app.call.open();
      await expect(call.dial).toBeInViewport({ ratio: 1 });
      await expect(call.main.getByText(lang === "ja" ? "（住所はまだ書かれていません。" : "(No address is written.")).toBeVisible();
      await expect(call.main.locator("ol").first().getByRole("listitem")).toHaveCount(8);
    });

    test("the number stands in the page before the app has started", async ({ app, page }) => {
      await page.route("**/*.wasm", (route) => route.abort());
      app.guard.allow(/ERR_FAILED|Failed to fetch/);
      await page.goto(app.call.address);
      await expect(app.call.dial).toBeInViewport({ ratio: 1 });
      await expect(app.call.dial).toHaveAttribute("href", "tel:119");
    });

    test("the address of the card, and somewhere else at one tap", async ({ app }) => {
      await (await app.home.open()).addSample();
      const call = await app.call.open();
      const where = call.main.getByRole("listitem").nth(1);
      await expect(where).toContainText("流山市");
      await expect(where).toContainText("つむぐ荘 101号室");
      await expect(where).toContainText("中央公園の北側");
      await call.elsewhere();
      await expect(where).not.toContainText("流山市");
      await expect(call.button(call.say("atHome"))).toBeFocused();
      await call.button(call.say("atHome")).click();
      await expect(where).toContainText("流山市");
    });
  });
}
