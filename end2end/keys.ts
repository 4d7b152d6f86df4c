// The app by keyboard alone. Every step looks where the focus is: on something, in view, with a ring around it.
import { expect, type Locator, type Page } from "@playwright/test";

/** No page has more stops than this between two things that follow each other. */
const FAR = 150;

/** Presses Tab, or Shift+Tab, until the thing has the focus. A group of radio buttons is one stop: any of them will do. */
export async function tabTo(page: Page, thing: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(thing).toBeVisible();
  for (let stops = 0; stops < FAR; stops += 1) {
    await page.keyboard.press(key);
    // At the end of the page the focus goes to the browser's own buttons, and comes back at the top.
    if (await page.evaluate(() => document.activeElement === document.body)) continue;
    await focusIsSeen(page);
    if (await thing.evaluate(reached)) return;
  }
  throw new Error(`${key} does not come to ${thing.toString()}`);
}

function reached(thing: Element): boolean {
  const at = document.activeElement;
  const radios = [thing, at].every((one) => one instanceof HTMLInputElement && one.type === "radio");
  return at === thing || (radios && (thing as HTMLInputElement).name === (at as HTMLInputElement).name);
}

/** Goes to a thing on the shorter way. Where the focus is there already, nothing is pressed. */
export async function goTo(page: Page, thing: Locator): Promise<void> {
  await expect(thing).toBeVisible();
  // What was done last may still be moving the focus.
  await settled(page);
  if (await thing.evaluate(reached)) return;
  await tabTo(page, thing, (await thing.evaluate(stopsAhead)) ? "Tab" : "Shift+Tab");
}

/** Whether fewer stops lie between the focus and the thing forward than backward, over the end of the page. */
function stopsAhead(thing: Element): boolean {
  const groups = new Set<string>();
  const stops = [...document.querySelectorAll<HTMLElement>("a[href], button, input, textarea, summary")].filter((stop) => {
    if (!stop.checkVisibility() || stop.matches(":disabled")) return false;
    if (!(stop instanceof HTMLInputElement) || stop.type !== "radio") return true;
    const first = !groups.has(stop.name);
    groups.add(stop.name);
    return first;
  });
  const before = (place: Element) => stops.filter((stop) => place.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING).length;
  const from = document.activeElement ?? document.body;
  const ahead = before(thing) - before(from);
  return (ahead + stops.length) % stops.length <= stops.length / 2;
}

/** Goes to a thing and presses a key there. */
export async function press(page: Page, thing: Locator, key: "Enter" | "Space"): Promise<void> {
  await tabTo(page, thing);
  await page.keyboard.press(key);
}

/** The focus is on something that is in view, and can be told from what has no focus. A heading that was just arrived at needs no ring. */
export async function focusIsSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "the focus is nowhere";
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const name = `${element.tagName.toLowerCase()}#${element.id} ${element.textContent?.trim().slice(0, 30)}`;
    if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return `out of view: ${name} ${Math.round(top)}–${Math.round(bottom)}`;
    if (element.matches("h1")) return "";
    const rings = [element, element.closest("label")].map((one) => one && getComputedStyle(one));
    const ring = rings.some((style) => style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 3);
    return ring ? "" : `no ring: ${name}`;
  });
  expect(seen).toBe("");
}

/** A page of another bundle is another document, which screen readers read out from its title on: Tab begins at the top, in view. */
export async function beginsAtTop(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.activeElement === document.body && scrollY === 0)).toBe(true);
  await page.keyboard.press("Tab");
  await focusIsSeen(page);
  const first = await page.evaluate(() => {
    const stops = [...document.querySelectorAll("a[href], button, input, summary")];
    return document.activeElement === stops.find((stop) => stop.checkVisibility());
  });
  expect(first, "Tab begins with the first thing of the page").toBe(true);
}

/** After a link: the focus is on the heading of the page that came, or nowhere yet, at the top of another document. */
export async function focusArrives(page: Page): Promise<void> {
  const arrived = () => page.evaluate(() => document.activeElement?.matches("h1") || (document.activeElement === document.body && scrollY === 0));
  await expect(async () => expect(await arrived(), `where the focus is on ${page.url()}`).toBe(true)).toPass({ intervals: [20, 50, 100], timeout: 10_000 });
}

/** After a tap, once the page has settled, the focus is still somewhere. */
export async function focusIsKept(page: Page): Promise<void> {
  await settled(page);
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
}

/** What moves the focus waits for the next frame. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
