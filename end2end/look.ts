// Pictures of a page for people to look at, and what only a layout can tell: nothing sticks out to the side.
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";

const FOLDER = fileURLToPath(new URL("results/look", import.meta.url));

/** A phone, the narrowest phone with the text twice as large, and a desk. */
const VIEWS = [
  { name: "360", width: 360, height: 740, text: 100 },
  { name: "320-text-200", width: 320, height: 640, text: 200 },
  { name: "360-text-200", width: 360, height: 740, text: 200 },
  { name: "1280", width: 1280, height: 800, text: 100 },
];

/** One picture of the page as it is, to `results/look/<name>.png`. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
}

/** Takes one picture for each view, to `results/look/<name>-<view>.png`. Afterwards the page is as it was. */
export async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const view of VIEWS) {
    await page.setViewportSize({ width: view.width, height: view.height });
    await textSize(page, view.text);
    await picture(page, `${name}-${view.name}`);
    expect.soft(await sticksOut(page), `what is wider than the window on ${name}, ${view.name}`).toEqual([]);
  }
  await textSize(page, 100);
  if (before) await page.setViewportSize(before);
}

/** As the browser's own setting for text does it, in per cent. Through the object model, which the content policy leaves alone. */
export async function textSize(page: Page, size: number): Promise<void> {
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = size === 100 ? "" : `${size}%`;
  }, size);
}

/** Elements that make the page scroll to the side (WCAG 1.4.10). */
export async function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > width + 1);
    const names = wide.map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent?.trim().slice(0, 30)}`);
    return names.length > 0 ? names.slice(-5) : [`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`];
  });
}
