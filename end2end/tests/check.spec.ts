// The yearly check.
import { expect, test } from "../fixtures";
import { SECTIONS } from "../pages/all";
import type { Lang } from "../pages/words";

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });

    test("the card is not confirmed before every section was looked at", async ({ app }) => {
      await (await app.home.open()).addSample();
      const check = await app.check.open();
      await expect(check.button(check.say("confirm"))).toBeDisabled();
      for (let looked = 0; looked < SECTIONS.length - 1; looked += 1) await check.same();
      await expect(check.button(check.say("confirm"))).toBeDisabled();
      await check.same();
      await expect(check.button(check.say("confirm"))).toBeEnabled();
    });

    test("a detour to a section comes back to the same place, and what was ticked stays", async ({ app, page }) => {
      await (await app.home.open()).addSample();
      const back = page.getByRole("link", { name: lang === "ja" ? "見直しにもどる" : "Back to the check" });
      await app.section("doctors").open();
      await expect(back).toHaveCount(0);
      const check = await app.check.open();
      const left = (count: number) => expect(check.button(check.say("same"))).toHaveCount(count);
      await check.same();
      await check.same();
      await check.main.getByRole("listitem").nth(2).getByRole("link", { name: check.say("change") }).click();
      const doctors = await app.section("doctors").here();
      await back.click();
      await check.here();
      await left(SECTIONS.length - 2);
      await expect(page.locator("#look-doctors")).toBeFocused();
      // Over the task list and Home, which is another document.
      await check.main.getByRole("listitem").nth(2).getByRole("link", { name: check.say("change") }).click();
      await doctors.here();
      await doctors.back();
      await app.card.here();
      await app.card.back();
      await app.home.here();
      await app.home.go("check");
      await check.here();
      await left(SECTIONS.length - 2);
      await page.reload();
      await check.ready();
      await left(SECTIONS.length - 2);
      // The round ends with the confirmation.
      await check.through(SECTIONS.length - 2);
      await expect(page.locator("#done")).toBeFocused();
      await app.section("doctors").open();
      await expect(back).toHaveCount(0);
    });

    test("who confirmed it is kept", async ({ app }) => {
      await (await app.home.open()).addSample();
      await (await app.people.open()).writeFor("柏木 直美");
      const check = await app.check.open();
      await check.through(SECTIONS.length);
      await check.saved();
      await app.show.open();
      await expect(app.show.main.getByText("柏木 直美")).toBeVisible();
    });

    test("no reminder on a birthday that is not known", async ({ app }) => {
      const person = await app.section("person").open();
      await person.fill(lang === "ja" ? "氏名" : "Name", "平方 千代子");
      await person.saved();
      const check = await app.check.open();
      await check.through(SECTIONS.length);
      await expect(check.button(check.say("onNewYear"))).toBeVisible();
      await expect(check.button(check.say("onBirthday"))).toHaveCount(0);
    });

    test("a reminder at New Year is one, too", async ({ app }) => {
      await (await app.home.open()).addSample();
      const check = await app.check.open();
      await check.through(SECTIONS.length);
      const download = check.page.waitForEvent("download");
      await check.button(check.say("onNewYear")).click();
      await expect(check.main.getByText(lang === "ja" ? "予定のファイルを作りました。" : "The file with the entry is made.")).toBeVisible();
      const stream = await (await download).createReadStream();
      const text = Buffer.concat(await stream.toArray()).toString("utf8");
      expect(text).toMatch(/^DTSTART[^:]*:\d{4}0101/m);
      expect(text).toMatch(/^RRULE:FREQ=YEARLY\b/m);
    });
  });
}
