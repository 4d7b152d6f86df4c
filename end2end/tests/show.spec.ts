// The crew's screen, with little and with much written on the card.
import { expect, test } from "../fixtures";
import type { Lang } from "../pages/words";

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });

    test("nothing written: it says so, and none is not the same as not written", async ({ app }) => {
      const show = await app.show.open();
      const words = lang === "ja" ? "まだ書かれていません" : "Not written yet";
      await expect(show.main.getByText(words).first()).toBeVisible();
      await expect(show.main.getByText(lang === "ja" ? "カード全体の確認は、まだです" : "Not yet checked as a whole")).toBeVisible();
      const allergies = await app.section("allergies").open();
      await allergies.nothing(lang === "ja" ? "アレルギーはない" : "No allergies");
      await allergies.saved();
      await app.show.open();
      await expect(show.main.getByText(lang === "ja" ? "アレルギー: なし" : "Allergies: None")).toBeVisible();
      await allergies.open();
      await allergies.option(allergies.say("unknown")).check();
      await allergies.saved();
      await app.show.open();
      await expect(show.main.getByText(lang === "ja" ? "アレルギー: 不明" : "Allergies: Not known")).toBeVisible();
    });

    test("the sample is marked, and everything that it holds is somewhere on the screen", async ({ app }) => {
      await (await app.home.open()).addSample();
      const show = await app.show.open();
      await expect(show.main.getByText(show.say("mark"), { exact: true })).toBeVisible();
      await show.atOnce("流山 花子", "ながれやま はなこ", show.say("event"));
      const all = await show.main.innerText();
      for (const words of ["車で20分", "大阪に住んでいます", "月に一度、訪問診療", "10234", "0098765", "便秘のとき", "仏壇の引き出し", "猫1匹（ミケ）", "財布の中"]) {
        expect(all, words).toContain(words);
      }
      for (const number of ["04-0000-0003", "090-0000-0001", "080-0000-0002", "04-0000-0004", "04-0000-1111", "04-0000-0000", "04-0000-5555", "04-0000-6666"]) {
        await show.dials(number);
      }
    });

    test("a time can be typed, and a deed is taken back by the second tap", async ({ app }) => {
      await (await app.home.open()).addSample();
      const show = await app.show.open();
      await show.openEvent();
      await show.main.getByLabel(lang === "ja" ? "いつから" : "Began at", { exact: true }).fill("09:40");
      const deed = show.button(lang === "ja" ? "AEDを使った" : "Used an AED");
      await deed.click();
      await expect(deed).toHaveAttribute("aria-pressed", "true");
      const strip = show.main.locator("summary").filter({ hasText: show.say("event") });
      await expect(strip).toContainText("9:40");
      await deed.click();
      await expect(deed).toHaveAttribute("aria-pressed", "false");
      await show.open();
      await expect(strip).toContainText("9:40");
    });
  });
}

test("a card that nobody looked at for more than a year says so, calmly", async ({ app, page }) => {
  await (await app.home.open()).addSample();
  await page.clock.setFixedTime(Date.now() + 400 * 24 * 60 * 60 * 1000);
  await app.show.open();
  await expect(app.show.main.getByText("1年より前に確かめた内容です")).toBeVisible();
  await app.home.open();
  await expect(app.home.main.getByText("年に一度の見直しの時期です")).toBeVisible();
  await app.home.main.locator(".t-note").getByRole("link", { name: "年に一度の見直し" }).click();
  await app.check.here();
});
