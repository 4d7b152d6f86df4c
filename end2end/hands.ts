// How things are done in the app: by taps, or by keyboard alone. Page objects and stories leave it to the hand that they are given.
import { expect, type Locator } from "@playwright/test";
import { focusArrives, focusIsKept, focusIsSeen, goTo } from "./keys";

export interface Hand {
  /** Sets off a button or a link, folds something out, or turns a box over. */
  press(thing: Locator): Promise<void>;
  /** Chooses a radio button or a checkbox. */
  check(option: Locator): Promise<void>;
  /** Writes into a field, in place of what stands there. */
  fill(field: Locator, words: string): Promise<void>;
}

export const taps: Hand = {
  press: (thing) => thing.click(),
  check: (option) => option.check(),
  fill: (field, words) => field.fill(words),
};

/** After everything that is done, the focus is somewhere, in view. */
export const keys: Hand = {
  async press(thing) {
    const page = thing.page();
    await goTo(page, thing);
    const kind = await thing.evaluate((element) => (element.matches("a") ? "link" : element.matches("input") ? "box" : "button"));
    await page.keyboard.press(kind === "box" ? "Space" : "Enter");
    if (kind === "link") return focusArrives(page);
    await focusIsKept(page);
    await focusIsSeen(page);
  },

  async check(option) {
    const page = option.page();
    if (await option.isChecked()) return;
    await goTo(page, option);
    const steps = await option.evaluate(inGroup);
    if (steps === 0) await page.keyboard.press("Space");
    for (let step = 0; step < Math.abs(steps); step += 1) await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
    await expect(option).toBeChecked();
    await expect(option).toBeFocused();
    await focusIsSeen(page);
  },

  async fill(field, words) {
    const page = field.page();
    await goTo(page, field);
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(words);
    await expect(field).toHaveValue(words);
  },
};

/** How often an arrow is pressed to come to an option from the one of its group that has the focus: down, or up where it is fewer. */
function inGroup(option: Element): number {
  const of = (other: Element) => other instanceof HTMLInputElement && option instanceof HTMLInputElement && other.name === option.name && other.form === option.form;
  const group = option.matches("[type=radio]") ? [...document.querySelectorAll("[type=radio]")].filter(of) : [];
  const down = group.indexOf(option) - group.findIndex((other) => other === document.activeElement);
  // After the last one comes the first again.
  return [down, down - group.length, down + group.length].reduce((best, way) => (Math.abs(way) < Math.abs(best) ? way : best));
}
