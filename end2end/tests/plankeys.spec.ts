// The plan by keyboard alone, on the narrowest phone with the browser's own text at 200 %.
import type { Page } from "@playwright/test";
import { note } from "../content";
import { expect, test as base } from "../fixtures";
import { focusIsKept, focusIsSeen, press, tabTo } from "../keys";
import { sticksOut } from "../look";
import { App } from "../pages/app";
import type { Lang } from "../pages/words";
import { Profile } from "../profile";

const test = base.extend({
  profile: async ({ server, guard }, use) => {
    const profile = await Profile.make({ baseURL: server.url, viewport: { width: 320, height: 640 } }, guard);
    await profile.prefer({ webkit: { webprefs: { default_font_size: 32 } } });
    await use(profile);
    await profile.remove();
  },
});

async function fits(page: Page): Promise<void> {
  expect(await sticksOut(page), `what is wider than the window on ${page.url()}`).toEqual([]);
}

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test(`${lang} › the short way, the heavy step, and keeping`, async ({ profile, guard }) => {
    test.setTimeout(180_000);
    const context = await profile.open();
    const page = context.pages()[0] ?? (await context.newPage());
    const app = new App(page, lang, guard);
    const home = await app.plan.open();
    await fits(page);
    await press(page, home.link(home.say("coreWay")), "Enter");
    const v1 = await app.question("v1").here();
    await expect(v1.heading(v1.words("title"))).toBeFocused();
    await press(page, v1.option(v1.words("option family")).first(), "Space");
    await press(page, v1.option(v1.words("option own_hands")).first(), "Space");
    await press(page, v1.main.locator("#top-three").getByRole("checkbox").first(), "Space");
    await v1.saved();
    await fits(page);
    await press(page, v1.main.getByRole("link", { name: v1.say("goOn") }), "Enter");
    const p1 = await app.question("p1").here();
    await press(page, p1.main.locator("#add"), "Enter");
    await expect(p1.field(p1.words("field name"))).toBeFocused();
    await page.keyboard.insertText(guard.typed("柏木 直美"));
    await p1.saved();
    await fits(page);
    await press(page, p1.main.getByRole("link", { name: p1.say("goOn") }), "Enter");
    const p2 = await app.question("p2").here();
    await tabTo(page, p2.main.getByRole("radio").first());
    await page.keyboard.press("Space");
    await expect(p2.option(p2.words("option asked accepted"))).toBeChecked();
    await p2.saved();
    await fits(page);

    const t1 = await app.question("t1").open();
    await fits(page);
    await press(page, t1.main.locator("#lead-yes"), "Enter");
    await focusIsKept(page);
    await press(page, t1.main.locator("form").getByRole("checkbox").first(), "Space");
    await expect(t1.main.locator(".t-scene")).toBeVisible();
    await focusIsKept(page);
    await tabTo(page, t1.only.getByRole("radio").first());
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await focusIsSeen(page);
    await expect(t1.option(t1.words("option try_then_stop"), t1.only)).toBeChecked();
    await t1.saved();
    await fits(page);

    const keep = await app.keep.open();
    await fits(page);
    await press(page, keep.button(keep.say("planKeep")), "Enter");
    await expect(keep.main.locator("#kept")).toBeFocused();
    const opened = await app.opened.open();
    await tabTo(page, opened.main.getByRole("radio").first());
    await page.keyboard.press("Space");
    await press(page, opened.main.locator("#parts").getByRole("checkbox").first(), "Space");
    await expect(opened.main.locator("#parts").getByRole("checkbox").first()).toBeChecked();
    await opened.saved();
    await fits(page);
    const past = await app.past.open();
    await press(page, past.button(note("version", "withdraw", lang)), "Enter");
    await focusIsKept(page);
    await fits(page);
  });
}
