// A cold start without a server: from opening the address to the person's name on the crew's screen, and the same page without the
// app from the same worker. Before each start all pages are closed and the worker is stopped, so each start wakes it anew.
import { phone, settle, slow } from "./browser.mjs";
import { pairs, ratio } from "./pairs.mjs";
import { still } from "./site.mjs";

const BOUND = 1.2;
const BOOTS = 12;
const NAME = ".t-crew__name";

/** Runs in every page before its own scripts: when the frame with the name in it has been painted. */
function watch(selector) {
  const painted = new Promise((done) => {
    const look = () => {
      if (!document.querySelector(selector)?.textContent.trim()) return false;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      });
      return true;
    };
    const observer = new MutationObserver(() => look() && observer.disconnect());
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });
  Object.defineProperty(window, "benchPainted", { value: painted });
}

export async function prepare(site) {
  const { browser, context } = await phone();
  const page = await settle(context, site.url);
  await page.goto(`${site.url}/show`);
  await page.locator(NAME).waitFor();
  site.add("still-card", still(`<!DOCTYPE html>${await page.evaluate(() => document.documentElement.outerHTML)}`));
  await browser.close();
}

export async function measure(site) {
  const { browser, context } = await phone();
  const before = await settle(context, site.url);
  await site.stop();
  await context.addInitScript(watch, NAME);
  const root = await browser.newBrowserCDPSession();
  const blank = await context.newPage();
  await before.close();
  const workers = await context.newCDPSession(blank);
  await workers.send("ServiceWorker.enable");
  const boot = (path) => async () => {
    await workers.send("ServiceWorker.stopAllWorkers");
    const { page } = await slow(context);
    await page.goto(site.url + path);
    const time = await page.evaluate(() => window.benchPainted);
    await page.close();
    return time;
  };
  const [app, control] = [boot("/show"), boot("/still-card")];
  // The first start of each fills the browser's own caches: the code of the app, the style.
  for (const run of [app, control, app, control]) await run();
  const found = await pairs(BOOTS, app, control);
  await root.detach();
  await browser.close();
  await site.start();
  return [ratio("cold start without a server: the card can be read ÷ the page without the app", found, BOUND)];
}
