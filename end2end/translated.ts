// What a browser that translates a page does to it: it takes text nodes away while the page lives and puts its own nodes there. It leaves
// alone what says `translate="no"`.
import type { Locator, Page } from "@playwright/test";

/** Stands before every text that was translated. */
const MARK = "⟦";

/** Translates everything that may be translated. How many texts that were. */
export async function translate(page: Page): Promise<number> {
  return page.evaluate((mark) => {
    const texts: Text[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) texts.push(node as Text);
    const may = texts.filter(({ data, parentElement: at }) => data.trim() !== "" && at && !at.closest("[translate=no], script, noscript, #stopped"));
    for (const text of may) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = `${mark}${text.data}`;
      outer.append(inner);
      text.replaceWith(outer);
    }
    return may.length;
  }, MARK);
}

/** The translated texts that are still there. */
export async function leftovers(page: Page): Promise<string[]> {
  return page.evaluate((mark) => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.textContent?.startsWith(mark)) found.push(node.textContent);
    }
    return found;
  }, MARK);
}

/** How often words stand where somebody sees them. */
export async function times(place: Locator, words: string): Promise<number> {
  return (await place.innerText()).split(words).length - 1;
}
