// The browser of the system, as the tests use it (chromium.ts), and a page on a slow phone.
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
export const PROGRAM = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
export const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** How much slower than this machine. */
export const SLOW = 4;

export async function phone() {
  const browser = await chromium.launch({ executablePath: PROGRAM, args: ARGUMENTS });
  const context = await browser.newContext({ locale: "ja-JP", timezoneId: "Asia/Tokyo", viewport: { width: 360, height: 740 }, hasTouch: true });
  return { browser, context };
}

/** A page whose main thread is as slow as on a cheap phone. */
export async function slow(context) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOW });
  return { page, cdp };
}

/** Visits the app until its worker has everything, and puts the invented person on the device. */
export async function settle(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole("button", { name: "見本を見る" }).click();
  await page.getByRole("button", { name: "見本を消す" }).waitFor();
  await page.waitForFunction(() => Object.keys(localStorage).some((name) => name.startsWith("tsumugu.head.")));
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    for (;;) {
      const said = new Promise((done) => navigator.serviceWorker.addEventListener("message", (event) => done(event.data), { once: true }));
      active.postMessage({ type: "state" });
      if ((await said).ready) return;
      await new Promise((later) => setTimeout(later, 100));
    }
  });
  return page;
}
