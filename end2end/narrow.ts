// The narrowest phone, with the browser's own text at 200 %, used by keyboard alone.
import { expect, type Page } from "@playwright/test";
import { test as base } from "./fixtures";
import { keys } from "./hands";
import { sticksOut } from "./look";
import { App } from "./pages/app";
import { Profile } from "./profile";

export const test = base.extend({
  profile: async ({ server, guard }, use) => {
    const profile = await Profile.make({ baseURL: server.url, viewport: { width: 320, height: 640 } }, guard);
    await profile.prefer({ webkit: { webprefs: { default_font_size: 32 } } });
    await use(profile);
    await profile.remove();
  },
  app: async ({ profile, lang, guard }, use) => {
    const context = await profile.open();
    await use(new App(context.pages()[0] ?? (await context.newPage()), lang, guard, keys));
  },
});

export { expect };

/** The page has the large text, and nothing of it sticks out. */
export async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
  expect(await sticksOut(page), `what is wider than the window on ${page.url()}`).toEqual([]);
}
