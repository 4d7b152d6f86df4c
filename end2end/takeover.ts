// What moves when the app takes the place of the words that the server wrote.
import type { Page } from "@playwright/test";

/** x, y, width and height in CSS pixels, from the top of the document. */
export type Box = [number, number, number, number];

/** What stands on a page: the box of every text that is seen, by its words and how often they stood before, and a picture as PNG. */
export interface Standing {
  texts: Map<string, Box>;
  picture: Buffer;
}

/** How much the values of a colour may differ, of 255: edges of letters are not drawn alike in every layer. */
const TOLERANCE = 16;

/** Holds the wasm file back until the answer is called. */
export async function hold(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

export async function standing(page: Page): Promise<Standing> {
  const texts = new Map(await page.evaluate(seen));
  return { texts, picture: await page.screenshot({ fullPage: true, scale: "css" }) };
}

/** The texts that stand before and after, and have moved by more than a pixel. */
export function moved(before: Map<string, Box>, after: Map<string, Box>): string[] {
  return [...before].flatMap(([words, box]) => {
    const now = after.get(words);
    return now && box.some((number, at) => Math.abs(number - (now[at] ?? 0)) > 1) ? [`${words}: ${box} → ${now}`] : [];
  });
}

/** Where the pictures differ although no content has arrived there. The page shows what stands after. */
export async function repainted(page: Page, before: Standing, after: Standing): Promise<string[]> {
  const arrived = await page.evaluate(boxesOfArrived, [...before.texts.keys()]);
  const pictures = [before.picture, after.picture].map((picture) => picture.toString("base64"));
  return page.evaluate(differences, { pictures, arrived, tolerance: TOLERANCE });
}

/** In the page: every text that is seen. */
function seen(): [string, Box][] {
  const times = new Map<string, number>();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const all: [string, Box][] = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const words = node.textContent?.trim() ?? "";
    if (words === "" || !node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { x, y, width, height } = range.getBoundingClientRect();
    if (width === 0 || height === 0) continue;
    const time = (times.get(words) ?? 0) + 1;
    times.set(words, time);
    all.push([`${words} #${time}`, [x + scrollX, y + scrollY, width, height]]);
  }
  return all;
}

/** In the page: the largest elements that hold nothing but texts that did not stand before. */
function boxesOfArrived(before: string[]): Box[] {
  const stood = new Map<string, number>();
  for (const key of before) {
    const words = key.slice(0, key.lastIndexOf(" #"));
    stood.set(words, (stood.get(words) ?? 0) + 1);
  }
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const old = new Set<Node>();
  const fresh: Node[] = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const words = node.textContent?.trim() ?? "";
    if (words === "" || !node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
    const left = stood.get(words) ?? 0;
    stood.set(words, left - 1);
    if (left > 0) for (let around: Node | null = node; around; around = around.parentNode) old.add(around);
    else fresh.push(node);
  }
  return fresh.flatMap((node) => {
    let largest = node.parentElement;
    if (!largest || old.has(largest)) return [];
    while (largest.parentElement && !old.has(largest.parentElement)) largest = largest.parentElement;
    const { x, y, width, height } = largest.getBoundingClientRect();
    return [[x + scrollX, y + scrollY, width, height] as Box];
  });
}

/** In the page, which can read pictures: the rows in which pixels differ outside of the boxes, joined to stripes. */
async function differences(asked: { pictures: string[]; arrived: Box[]; tolerance: number }): Promise<string[]> {
  const [before, after] = await Promise.all(
    asked.pictures.map(async (picture) => {
      const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      canvas?.drawImage(bitmap, 0, 0);
      return canvas?.getImageData(0, 0, bitmap.width, bitmap.height);
    }),
  );
  if (!before || !after || before.width !== after.width) return ["the pictures are not of one width"];
  const arrived = (x: number, y: number) =>
    asked.arrived.some(([left, top, width, height]) => x >= left - 1 && x <= left + width + 1 && y >= top - 1 && y <= top + height + 1);
  const found: string[] = [];
  let stripe: [number, number] | undefined;
  const end = () => {
    if (stripe) found.push(`rows ${stripe[0]} to ${stripe[1]}`);
    stripe = undefined;
  };
  // What is below the shorter one has arrived.
  for (let y = 0; y < Math.min(before.height, after.height); y += 1) {
    let differs = false;
    for (let x = 0; x < before.width && !differs; x += 1) {
      const at = (y * before.width + x) * 4;
      const far = [0, 1, 2].some((part) => Math.abs((before.data[at + part] ?? 0) - (after.data[at + part] ?? 0)) > asked.tolerance);
      differs = far && !arrived(x, y);
    }
    if (differs) stripe = [stripe?.[0] ?? y, y];
    else end();
  }
  end();
  return found;
}
