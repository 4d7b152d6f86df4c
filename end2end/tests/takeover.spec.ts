// The app takes the place of the words that the server wrote. Nothing moves, nothing is lost, and no finger is on it.
import type { Page } from "@playwright/test";
import { contextOptions } from "../chromium";
import { expect, test } from "../fixtures";
import { everyPage } from "../pages/all";
import type { Lang } from "../pages/words";
import { textSize } from "../look";
import { hold, moved, repainted, standing } from "../takeover";

/** How much a first visit may move: home, and every other page. Without unit, as browsers count layout shift. */
const HOME = 0.02;
const OTHERS = 0.1;

/** A middling phone. */
const VIEWPORT = { width: 412, height: 823 };

const running = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-app", "running");

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });

    test("a first visit does not move", async ({ app, browser, baseURL, guard }) => {
      test.setTimeout(300_000);
      const shifted: string[] = [];
      for (const [name, screen] of everyPage(app)) {
        const context = await browser.newContext({ ...contextOptions, viewport: VIEWPORT, ...(baseURL ? { baseURL } : {}) });
        guard.watch(context);
        const page = await context.newPage();
        await page.addInitScript(() => {
          const shifts: { value: number }[] = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => shifts.push(...(list.getEntries() as never[]))).observe({ type: "layout-shift", buffered: true });
        });
        const release = await hold(page);
        await page.goto(screen.address);
        // What the server wrote is painted first.
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
        release();
        await running(page);
        await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
        const shift = await page.evaluate(() => (window as unknown as { shifts: { value: number }[] }).shifts.reduce((sum, { value }) => sum + value, 0));
        if (shift > (name === "home" ? HOME : OTHERS)) shifted.push(`${name}: ${shift.toFixed(3)}`);
        await context.close();
      }
      expect(shifted).toEqual([]);
    });

    for (const size of [100, 200]) {
      test(`every text stays where it was, and nothing is painted anew but what has arrived, at ${size} %`, async ({ app, browser, baseURL, guard }) => {
        test.slow();
        const wrong: string[] = [];
        for (const screen of [app.home, app.help, app.show, app.card, app.section("illness"), app.section("person")]) {
          const context = await browser.newContext({ ...contextOptions, viewport: VIEWPORT, ...(baseURL ? { baseURL } : {}) });
          guard.watch(context);
          const page = await context.newPage();
          const release = await hold(page);
          await page.goto(screen.address);
          await textSize(page, size);
          const before = await standing(page);
          release();
          await running(page);
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
          const after = await standing(page);
          const both = [...before.texts.keys()].filter((words) => after.texts.has(words));
          expect(both.length, `texts of ${screen.path} that stand before and after`).toBeGreaterThan(5);
          expect(before.texts.size - both.length, `texts of ${screen.path} that are gone`).toBe(0);
          const all = [...moved(before.texts, after.texts), ...(await repainted(page, before, after))];
          wrong.push(...all.map((what) => `${screen.path} ${what}`));
          await context.close();
        }
        expect(wrong).toEqual([]);
      });
    }

    test("the measure sees a text that moves, and a picture that changes", async ({ app, page }) => {
      await app.help.open();
      const before = await standing(page);
      await page.locator("h1").evaluate((heading) => (heading.style.paddingTop = "2px"));
      const lower = await standing(page);
      expect(moved(before.texts, lower.texts).length).toBeGreaterThan(5);
      expect(await repainted(page, before, lower)).not.toEqual([]);
      await page.locator("h1").evaluate((heading) => heading.removeAttribute("style"));
      expect(moved(before.texts, (await standing(page)).texts)).toEqual([]);
      await page.locator("h1").evaluate((heading) => (heading.style.background = "red"));
      const red = await standing(page);
      expect(moved(before.texts, red.texts)).toEqual([]);
      expect(await repainted(page, before, red)).not.toEqual([]);
    });
  });
}

test("no frame is without content, and where the page is scrolled to and the focus stay", async ({ page }) => {
  const release = await hold(page);
  await page.goto("/help");
  const link = page.locator('a[href="#lines"]').first();
  await link.focus();
  await page.evaluate(() => scrollTo(0, 300));
  await page.evaluate(() => {
    const empty: number[] = [];
    Object.assign(window, { empty });
    const frame = () => {
      if (!document.querySelector("#app main h1")) empty.push(performance.now());
      requestAnimationFrame(frame);
    };
    frame();
  });
  release();
  await running(page);
  expect(await page.evaluate(() => scrollY)).toBe(300);
  await expect(link).toBeFocused();
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => (window as unknown as { empty: number[] }).empty)).toEqual([]);
});

test("the app waits for a finger that is down, and not for ever", async ({ page }) => {
  const release = await hold(page);
  await page.goto("/help");
  await page.mouse.move(200, 300);
  await page.mouse.down();
  release();
  await page.waitForTimeout(1_000);
  await expect(page.locator("html")).toHaveAttribute("data-app", "starting");
  await page.mouse.up();
  await running(page);

  await page.unroute("**/*.wasm");
  const again = await hold(page);
  await page.goto("/about");
  await page.mouse.down();
  again();
  await running(page);
  await page.mouse.up();
});
