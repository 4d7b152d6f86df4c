// What people set in their device: colours of their own, and no movement.
import { expect, type Page } from "@playwright/test";

const CHOICES = '.t-option, [aria-pressed], .t-pair > [lang]';

/** Choices whose state is not told by a frame, the one mark that forced colours leave: chosen without one, or not chosen with one. */
export async function undistinguished(page: Page, chosen: number): Promise<string[]> {
  const found = await page.evaluate((choices) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return [...document.querySelectorAll(choices)].map((element) => ({
      name: element.textContent?.trim() ?? "",
      chosen: element.matches("[aria-pressed=true], [aria-current=true], :has(:checked)"),
      framed: getComputedStyle(element).outlineStyle !== "none" && parseFloat(getComputedStyle(element).outlineWidth) >= 3,
    }));
  }, CHOICES);
  // Without this, a page on which nothing is chosen would pass.
  expect(found.filter((one) => one.chosen).length).toBeGreaterThanOrEqual(chosen);
  expect(found.some((one) => !one.chosen)).toBe(true);
  return found.filter((one) => one.chosen !== one.framed).map((one) => one.name);
}

/** Everything on the screen that moves by itself, or would when its state changes. */
export async function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const still = (style: CSSStyleDeclaration) =>
      style.animationName === "none" && style.transitionDuration.split(", ").every((time) => parseFloat(time) === 0) && style.scrollBehavior === "auto";
    const all = [...document.querySelectorAll("*")].filter((element) => element.checkVisibility());
    const named = all.filter((element) => !still(getComputedStyle(element))).map((element) => `${element.tagName} ${element.className}`);
    return [...named, ...document.getAnimations().map((animation) => `running: ${animation.id || animation.playState}`)];
  });
}
