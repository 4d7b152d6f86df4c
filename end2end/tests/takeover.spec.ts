// The app takes the place of the words that the server wrote: where the page stands is kept, and no finger is on it.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

/** Holds the wasm file back until the answer is called. */
async function hold(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

const running = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-app", "running");

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
