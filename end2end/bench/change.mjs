// A page change within the app: from a tap on a section in the task list to the frame that shows its form, with the card of the
// invented person. The control does no more than every page change must: on a page without the app, with the same words, elements
// and style, a click handler of ten lines puts a ready copy of the other page's nodes in place, sets title, address and focus.
//
// The bound was once named against "today's" build, with our own view layer; that build cannot be made any more. This control is
// stricter: it has no signals, reads no record and finds no words, so that what is above 1 is all that the app adds.
import { phone, settle, slow } from "./browser.mjs";
import { pairs, ratio } from "./pairs.mjs";
import { still } from "./site.mjs";

const BOUND = 1.2;
const CHANGES = 20;
const LIST = "/card";
const SECTION = "/card/medicines";

/** What `#app` holds on each of the two pages. */
const pages = {};

/** Opens a page of the app and waits until it stands. */
async function open(context, address) {
  const { page } = await slow(context);
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset.app === "running");
  return page;
}

export async function prepare(site) {
  const { browser, context } = await phone();
  await (await settle(context, site.url)).close();
  for (const path of [LIST, SECTION]) {
    const page = await open(context, site.url + path);
    pages[path] = await page.evaluate(() => ({ title: document.title, html: document.querySelector("#app").innerHTML }));
    if (path === LIST) site.add("still-change", still(`<!DOCTYPE html>${await page.evaluate(() => document.documentElement.outerHTML)}`));
    await page.close();
  }
  await browser.close();
}

/** In the page of the control: the page change. */
function plainChange(pages) {
  const made = {};
  for (const [path, { html }] of Object.entries(pages)) {
    made[path] = document.createElement("template");
    made[path].innerHTML = html;
  }
  addEventListener("click", (event) => {
    const path = event.target.closest("a")?.getAttribute("href");
    if (!made[path]) return;
    event.preventDefault();
    history.pushState(null, "", path);
    document.querySelector("#app").replaceChildren(made[path].content.cloneNode(true));
    document.title = pages[path].title;
    scrollTo(0, 0);
    requestAnimationFrame(() => document.querySelector("h1").focus());
  });
}

/** In the page: the stopwatch, from the end of the next tap to the frame after which another heading stands. */
function stopwatch() {
  const frame = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      }),
    );
  const tap = () => new Promise((done) => addEventListener("pointerup", (event) => done(event.timeStamp), { once: true, capture: true }));
  const other = () => {
    const old = document.querySelector("h1");
    return new Promise((done) => {
      const observer = new MutationObserver(() => {
        const now = document.querySelector("h1");
        if (!now || now === old) return;
        observer.disconnect();
        done();
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
  };
  window.benchChange = async () => {
    const [start] = await Promise.all([tap(), other()]);
    return (await frame()) - start;
  };
}

/** One change to the section, measured, and the way back. */
async function changed(page) {
  const follow = async (path) => {
    const link = page.locator(`a[href="${path}"]`).first();
    await link.scrollIntoViewIfNeeded();
    const { x, y } = await link.boundingBox();
    const time = page.evaluate(() => window.benchChange());
    await page.evaluate(() => {});
    await page.touchscreen.tap(x + 8, y + 8);
    return time;
  };
  const time = await follow(SECTION);
  await follow(LIST);
  return time;
}

export async function measure(site) {
  const { browser, context } = await phone();
  await (await settle(context, site.url)).close();
  const ours = await open(context, site.url + LIST);
  const { page: control } = await slow(context);
  await control.goto(`${site.url}/still-change`);
  await control.evaluate(plainChange, pages);
  for (const page of [ours, control]) await page.evaluate(stopwatch);
  const run = (page) => async () => {
    await page.bringToFront();
    return changed(page);
  };
  const [app, bare] = [run(ours), run(control)];
  for (const side of [app, bare, app, bare]) await side();
  const found = await pairs(CHANGES, app, bare);
  await browser.close();
  return [ratio("page change within the app ÷ the same nodes put in place by plain script", found, BOUND)];
}
