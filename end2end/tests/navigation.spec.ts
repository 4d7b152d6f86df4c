// From page to page within one document, to the pages of another one, and back: address, title, heading, focus, and what was typed last.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { rows } from "../store";
import type { Lang } from "../pages/words";

/** Marks the document, so that a test can tell whether another one was loaded. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { marked: true }));
const marked = (page: Page) => page.evaluate(() => "marked" in window);

/** The page at a path is open: one heading, which has the focus, and which the title begins with. */
async function stands(page: Page, path: string, focused: boolean): Promise<string> {
  await expect(page).toHaveURL(new RegExp(`${path.replaceAll("/", "\\/")}$`));
  await expect(page.locator("h1")).toHaveCount(1);
  const heading = page.locator("h1#top");
  if (focused) await expect(heading).toBeFocused();
  const spoken = await heading.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const reading of copy.querySelectorAll("rt, rp")) reading.remove();
    return (copy.textContent ?? "").trim();
  });
  await expect.poll(() => page.title()).toContain(`${spoken} – `);
  return spoken;
}

for (const lang of ["ja", "en"] satisfies Lang[]) {
  const base = lang === "ja" ? "" : "/en";

  test.describe(lang, () => {
    test.use({ lang });

    test("sections of the card, one after the other and back", async ({ app, page }) => {
      await app.card.open();
      await mark(page);
      const seen = new Set<string>();
      for (const id of ["person", "illness", "medicines"]) {
        const link = page.locator(`main a[href="${base}/card/${id}"]`);
        if (!(await link.isVisible())) await page.locator("main summary").first().click();
        await link.click();
        seen.add(await stands(page, `${base}/card/${id}`, true));
        await page.locator(`main a[href="${base}/card"]`).last().click();
        await stands(page, `${base}/card`, true);
      }
      expect(seen.size).toBe(3);
      // Sections follow each other without the list in between, too: the same route with another parameter.
      await app.section("person").open();
      await mark(page);
      await page.locator("main a.t-button--main[href*='/card/']").click();
      const second = await stands(page, new URL(page.url()).pathname, true);
      await page.goBack();
      expect(await stands(page, `${base}/card/person`, true)).not.toBe(second);
      await page.goForward();
      expect(await stands(page, new URL(page.url()).pathname, true)).toBe(second);
      expect(await marked(page), "no document was loaded").toBe(true);
    });

    test("what was typed just before a link is on the disk", async ({ app, page }) => {
      const care = await app.section("care").open();
      const field = care.main.getByRole("textbox").first();
      await field.fill("猫がいます。えさは台所です。");
      await page.locator(`main a[href="${base}/card"]`).last().click();
      await stands(page, `${base}/card`, true);
      await expect.poll(async () => (await rows(page)).some(({ text }) => text.includes("えさは台所です。"))).toBe(true);
      await page.goBack();
      await stands(page, `${base}/card/care`, true);
      await expect(field).toHaveValue("猫がいます。えさは台所です。");
    });

    test("questions of the plan, one after the other and back", async ({ app, page }) => {
      await app.question("v1").open();
      await mark(page);
      const first = await stands(page, `${base}/plan/v1`, false);
      await page.locator(`main a[href^="${base}/plan/"]`).and(page.locator(".t-button")).first().click();
      await expect(page).not.toHaveURL(/\/plan\/v1$/);
      const next = new URL(page.url()).pathname;
      expect(await stands(page, next, true)).not.toBe(first);
      await page.goBack();
      expect(await stands(page, `${base}/plan/v1`, true)).toBe(first);
      expect(await marked(page), "no document was loaded").toBe(true);
    });

    test("a page of another bundle is another document, and back", async ({ app, page }) => {
      await app.card.open();
      await mark(page);
      await page.locator("header a").first().click();
      await app.home.here();
      expect(await marked(page)).toBe(false);
      await page.goBack();
      await stands(page, `${base}/card`, false);
    });
  });
}

test("an address that another web server answers with a page leads home, once", async ({ page, server, guard }) => {
  guard.allow(/favicon/);
  let documents = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) documents += 1;
  });
  await page.route("**/card.html", async (route) => {
    const answer = await route.fetch({ url: `${server.url}/card` });
    await route.fulfill({ response: answer });
  });
  await page.goto("/card.html");
  await expect(page).toHaveURL(/\/$/);
  await expect(page.locator("h1#top")).toHaveCount(1);
  expect(documents).toBe(2);
});
