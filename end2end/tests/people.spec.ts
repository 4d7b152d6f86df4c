// Several people on one device: whose card it is, the sample, erasing and what is left.
import { expect, test } from "../fixtures";
import type { App } from "../pages/app";
import { everyPage } from "../pages/all";
import type { Lang } from "../pages/words";
import { shelf } from "../shelf";

const MOTHER = "平方 千代子";
const FATHER = "平方 正夫";

async function write(app: App, name: string): Promise<void> {
  const person = await app.section("person").open();
  await person.fill(app.lang === "ja" ? "氏名" : "Name", name);
  await person.saved();
}

async function both(app: App): Promise<void> {
  await write(app, MOTHER);
  await app.people.open();
  await app.people.addPerson();
  await app.card.here();
  await app.card.goSection(app.lang === "ja" ? "本人のこと" : "The person");
  const person = await app.section("person").here();
  await person.fill(app.lang === "ja" ? "氏名" : "Name", FATHER);
  await person.saved();
}

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });

    test("two people: whose card is open stands in the bar of every page", async ({ app, page }) => {
      test.setTimeout(60_000);
      await both(app);
      await app.people.open();
      await app.people.pick(MOTHER);
      for (const [name, screen] of everyPage(app)) {
        await screen.open();
        // What may be worth a look has the focus there, and may stand further down.
        if (name === "saved") await page.evaluate(() => window.scrollTo(0, 0));
        // The crew's screen has no bar: it is the card of that one person.
        const place = name === "show" ? page.getByRole("main") : page.getByRole("banner");
        await expect(place.getByText(MOTHER).first(), name).toBeInViewport();
        await expect(page.getByText(FATHER)).toHaveCount(name === "people" || name === "backup" ? await page.getByText(FATHER).count() : 0);
      }
      await app.people.open();
      await app.people.pick(FATHER);
      await app.section("person").open();
      await expect(app.section("person").field(lang === "ja" ? "氏名" : "Name")).toHaveValue(FATHER);
    });

    test("after following a link the bar is still in view", async ({ app, page }) => {
      await (await app.home.open()).addSample();
      for (const to of ["card", "check", "settings"] as const) {
        await app.home.open();
        await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
        await app.home.go(to);
        await expect(page.getByRole("banner")).toBeInViewport({ ratio: 1 });
      }
    });

    test("the person written last is the one who is open after a restart", async ({ app, page }) => {
      await both(app);
      await page.reload();
      await app.section("person").ready();
      await expect(page.getByRole("banner")).toContainText(FATHER);
    });

    test("the sample is marked on every page and goes with one tap, from home", async ({ app, page }) => {
      test.setTimeout(60_000);
      await (await app.home.open()).addSample();
      for (const [name, screen] of everyPage(app)) {
        await screen.open();
        await expect(page.getByText(screen.say("mark"), { exact: true }).first(), name).toBeVisible();
      }
      await app.people.open();
      await expect(app.people.row("流山 花子")).toContainText(app.people.say("mark"));
      await app.home.open();
      await app.home.button(app.home.say("removeSample")).click();
      await expect(app.home.button(app.home.say("sample"))).toBeVisible();
      await expect(app.home.heading(app.home.say("home"))).toBeFocused();
      expect(await shelf(page)).not.toContain("流山");
    });

    test("the sample goes from the page of its card, and the person's own card is open again", async ({ app, page }) => {
      await write(app, MOTHER);
      await app.people.open();
      await app.people.button(app.people.say("addSample")).click();
      await expect(app.people.row("流山 花子")).toHaveAttribute("aria-current", "true");
      await expect(app.people.button(app.people.say("addSample"))).toHaveCount(0);
      await app.card.open();
      await app.card.button(app.card.say("removeSample")).click();
      await expect(page.getByRole("banner")).toContainText(MOTHER);
    });

    test("erasing one person says whose record it is, and can be undone until the page is left", async ({ app, page }) => {
      await both(app);
      const settings = await app.settings.open();
      await settings.button(settings.say("eraseOne")).click();
      await expect(settings.main.getByText(FATHER)).toBeVisible();
      await expect(settings.main.getByText(MOTHER)).toHaveCount(0);
      await settings.button(settings.say("eraseNo")).click();
      await settings.erase("eraseOne");
      expect(await shelf(page)).not.toContain(FATHER);
      expect(await shelf(page)).toContain(MOTHER);
      await settings.button(settings.say("putBack")).click();
      await expect(page.getByRole("banner")).toContainText(FATHER);
      expect(await shelf(page)).toContain(FATHER);
      await settings.erase("eraseOne");
      await settings.back();
      await app.home.here();
      await settings.open();
      await expect(settings.button(settings.say("putBack"))).toHaveCount(0);
      expect(await shelf(page)).not.toContain(FATHER);
    });

    test("nothing of an erased person is left, nor who wrote for them; undo brings the earlier versions too", async ({ app, page }) => {
      await write(app, FATHER);
      await write(app, MOTHER);
      await (await app.people.open()).writeFor("柏木 直美");
      const id = await page.evaluate(() => (JSON.parse(localStorage.getItem("tsumugu.settings") ?? "{}") as { open?: string }).open ?? "");
      expect(id).not.toBe("");
      const settings = await app.settings.open();
      await settings.erase("eraseOne");
      const left = await shelf(page);
      for (const words of [MOTHER, "柏木", id]) expect(left).not.toContain(words);
      await settings.button(settings.say("putBack")).click();
      await expect(page.getByRole("banner")).toContainText(MOTHER);
      // The version before the last one.
      expect(await shelf(page)).toContain(FATHER);
      await settings.erase("eraseOne");
      await app.card.open();
      await expect(page.getByText(app.card.say("proxy"))).toHaveCount(0);
      for (const words of [MOTHER, "柏木", id]) expect(await shelf(page)).not.toContain(words);
    });

    test("erasing everything leaves nothing on the shelf; undo brings all back", async ({ app, page }) => {
      await both(app);
      await app.show.open();
      await app.show.openEvent();
      await app.show.button(lang === "ja" ? "AEDを使った" : "Used an AED").click();
      await (await app.people.open()).writeFor("柏木 直美");
      const settings = await app.settings.open();
      await settings.erase("eraseAll");
      const left = await shelf(page);
      for (const words of [MOTHER, FATHER, "柏木", "aed", "revision"]) expect(left.replace(/^(revisions|heads|pins|aside): \[\] \[\]$/gm, "")).not.toContain(words);
      expect(await page.evaluate(() => document.cookie)).not.toContain("had_data");
      await settings.button(settings.say("putBack")).click();
      await expect(settings.button(settings.say("eraseAll"))).toBeVisible();
      await app.people.open();
      await expect(app.people.row(MOTHER)).toBeVisible();
      await expect(app.people.row(FATHER)).toBeVisible();
      await app.settings.open();
      await app.settings.erase("eraseAll");
      await app.home.open();
      await expect(app.home.button(app.home.say("sample"))).toBeVisible();
      expect(await shelf(page)).not.toContain(MOTHER);
    });

    test("who writes for somebody is said on every page, and stops with one tap", async ({ app, page }) => {
      await write(app, MOTHER);
      await app.card.open();
      await app.card.link(lang === "ja" ? "代わりに書く" : "Write for somebody").click();
      await app.people.here();
      await expect(app.people.field(app.people.say("proxyName"))).toBeFocused();
      await app.people.writeFor("柏木 直美");
      await app.card.open();
      await expect(page.getByText(`${app.card.say("proxy")} 柏木 直美`)).toBeVisible();
      await app.people.open();
      await app.people.button(app.people.say("proxyStop")).click();
      await expect(page.getByText(app.people.say("proxy"))).toHaveCount(0);
    });
  });
}
