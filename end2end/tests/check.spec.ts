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

    test("a detour to a section comes back to the same place", async ({ app }) => {
      await (await app.home.open()).addSample();
      const check = await app.check.open();
      await check.same();
      await check.same();
      await check.main.getByRole("listitem").nth(2).getByRole("link", { name: check.say("change") }).click();
      const doctors = await app.section("doctors").here();
      await doctors.page.goBack();
      await check.here();
      await expect(check.button(check.say("same"))).toHaveCount(SECTIONS.length - 2);
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

    test("a reminder at New Year is one, too", async ({ app }) => {
      await (await app.home.open()).addSample();
      const check = await app.check.open();
      await check.through(SECTIONS.length);
      const download = check.page.waitForEvent("download");
      await check.button(check.say("onNewYear")).click();
      const stream = await (await download).createReadStream();
      const text = Buffer.concat(await stream.toArray()).toString("utf8");
      expect(text).toMatch(/^DTSTART[^:]*:\d{4}0101/m);
      expect(text).toMatch(/^RRULE:FREQ=YEARLY\b/m);
    });
  });
}
