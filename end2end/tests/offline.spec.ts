// From the second visit on, everything works with the server switched off: not only unreachable, but gone.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { App } from "../pages/app";
import { offlineReady, rows } from "../store";

const BUNDLES = ["daily", "emergency", "keeping", "planning", "reading", "writing"];
const PETS = "ペット";
const MESSAGE = "救急隊への伝言";
/** How soon the card can be read after a start without a network, in milliseconds. The best of a few starts: other work on the machine does not count. */
const READABLE = 1_000;
const STARTS = 4;

/** All pages, as the worker lists them. */
async function addresses(page: Page): Promise<string[]> {
  const worker = await page.evaluate(async () => (await fetch("/sw.js")).text());
  const list = /const PAGES = \{([^}]*)\}/.exec(worker)?.[1] ?? "";
  return [...list.matchAll(/"(\/[^"]*)": "sha/g)].map(([, path]) => path ?? "");
}

/** Everything that the worker keeps, by its path. */
async function stored(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const stores = (await caches.keys()).filter((name) => name.startsWith("tsumugu-"));
    const requests = await Promise.all(stores.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
}

/** The bundles among paths, by the names of their wasm files. */
const bundles = (paths: Iterable<string>) => [...new Set([...paths].flatMap((path) => /^\/pkg\/([a-z]+)\.[^/]*\.wasm$/.exec(path)?.[1] ?? []))].sort();

/** Opens every page, each as a new document, and looks that nothing of it came from anywhere but the worker. */
async function openEvery(page: Page, all: string[]): Promise<void> {
  const started = new Set<string>();
  const past: string[] = [];
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (!response.fromServiceWorker()) past.push(pathname);
    else started.add(pathname);
  });
  for (const address of all) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(200);
    await expect(page.locator("html"), address).toHaveAttribute("data-app", "running");
    await expect(page.getByText(/^(開いています…|Opening…)$/), address).toHaveCount(0);
    await expect(page.locator("h1").first(), address).toBeAttached();
    await expect(page.locator("html"), address).toHaveAttribute("lang", /^\/en(\/|$)/.test(address) ? "en" : "ja");
  }
  expect(past, "what the worker did not answer").toEqual([]);
  expect(bundles(started)).toEqual(BUNDLES);
}

test("after one visit to home, every page in both languages opens with the server gone: at once, and in a browser that was closed", async ({
  profile,
  server,
  guard,
  lang,
}) => {
  test.setTimeout(180_000);
  const first = await profile.open();
  const page = first.pages()[0] ?? (await first.newPage());
  const app = new App(page, lang, guard);
  await app.home.open();
  await offlineReady(page);
  const all = await addresses(page);
  expect(all.length).toBeGreaterThan(50);
  expect(all).toEqual(expect.arrayContaining(["/", "/en", "/show", "/en/show", "/call", "/help", "/card/person"]));
  const kept = await stored(page);
  expect(kept).toEqual(expect.arrayContaining([...all, "/postal.txt", "/manifest.webmanifest"]));
  expect(bundles(kept)).toEqual(BUNDLES);
  expect(kept.filter((path) => /^\/pkg\/start\.[^/]*\.js$/.test(path))).toHaveLength(BUNDLES.length);

  await server.stop();
  // The browser looks for a new worker at each visit, and finds nobody.
  guard.allow(/ERR_CONNECTION_REFUSED|when fetching the script/);
  await openEvery(page, all);
  // A slash at the end, a question mark, and an address that there is not.
  await page.goto("/card/?openExternalBrowser=1");
  await app.card.here();
  await page.goto("/nothing");
  await app.help.here();
  await page.goto("/en/nothing");
  await app.in(page, "en").help.here();

  await profile.close();
  const cold = await profile.open();
  const again = cold.pages()[0] ?? (await cold.newPage());
  // What the browser keeps by itself does not help.
  await (await cold.newCDPSession(again)).send("Network.clearBrowserCache");
  await openEvery(again, all);
});

test("the card is there, edits are kept, and taps lead everywhere", async ({ app, page, server, guard }) => {
  const care = await app.section("care").open();
  await care.fill(PETS, "猫のたま");
  await care.saved();
  await offlineReady(page);
  await server.stop();
  guard.allow(/ERR_CONNECTION_REFUSED|when fetching the script/);
  await care.open();
  await expect(care.field(PETS)).toHaveValue("猫のたま");
  await care.fill(MESSAGE, "裏口からどうぞ");
  await care.saved();
  await app.home.open();
  for (const to of ["card", "settings"] as const) {
    await app.home.go(to);
    await app[to].here();
    await app[to].back();
    await app.home.here();
  }
  await app.show.open();
  await expect(page.getByText("裏口からどうぞ").first()).toBeVisible();
  expect((await rows(page)).at(-1)?.text).toContain("裏口からどうぞ");
});

test("cold starts: the browser is closed, the server gone, and the card can be read within a second", async ({
  profile,
  server,
  guard,
  lang,
}, info) => {
  test.setTimeout(120_000);
  const first = await profile.open();
  const page = first.pages()[0] ?? (await first.newPage());
  const care = await new App(page, lang, guard).section("care").open();
  await care.fill(MESSAGE, "裏口からどうぞ");
  await care.saved();
  await offlineReady(page);
  await profile.close();
  await server.stop();
  guard.allow(/ERR_CONNECTION_REFUSED|when fetching the script/);
  const took: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const context = await profile.open();
    await context.addInitScript((words) => {
      const look = () => {
        const there = document.body?.innerText.includes(words);
        if (!there) return requestAnimationFrame(look);
        performance.mark("readable");
        return 0;
      };
      requestAnimationFrame(look);
    }, "裏口からどうぞ");
    const page = context.pages()[0] ?? (await context.newPage());
    // What a shortcut on the home screen opens.
    await page.goto("/show");
    await expect(page.getByText("裏口からどうぞ").first()).toBeVisible();
    const marked = () => page.evaluate(() => performance.getEntriesByName("readable")[0]?.startTime);
    await expect.poll(marked).toBeDefined();
    took.push(Math.round((await marked()) ?? Infinity));
    await profile.close();
  }
  info.annotations.push({ type: "cold start", description: `readable after ${took.join(", ")} ms` });
  console.log(`offline cold starts: readable after ${took.join(", ")} ms`);
  expect(Math.min(...took)).toBeLessThanOrEqual(READABLE);
});

test("the worker stays away from what is not a page of the app", async ({ app, page, guard }) => {
  // No endpoint answers to these methods.
  guard.allow(/40[45]/);
  await app.home.open();
  await offlineReady(page);
  for (const path of ["/api/v1/shares", "/shl/x", "/healthz"]) {
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith(path)),
      page.evaluate((path) => fetch(path, { method: path === "/healthz" ? "GET" : "HEAD" }).catch(() => {}), path),
    ]);
    expect(answer.fromServiceWorker(), path).toBe(false);
  }
});
