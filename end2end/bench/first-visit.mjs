// The first visit: the largest words of the home page, and the same page without the app, from the same server. Lighthouse with
// the network and processor of a cheap phone.
//
// Slowed down while loading (`devtools`), not computed afterwards (`simulate`): on this machine all files arrive before anything is
// painted, and then the computation holds whatever came before the words to be needed for them. It gave 1.1 or 2.4 by turns.
import { ARGUMENTS, PROGRAM, phone } from "./browser.mjs";
import { pairs, quantile, ratio } from "./pairs.mjs";
import { still } from "./site.mjs";

const BOUND = 1.25;
const PAIRS = 7;
/** A pair counts when the machine was equally fast for both. */
const DRIFT = 0.2;

export async function prepare(site) {
  const { browser, context } = await phone();
  const page = await context.newPage();
  await page.goto(site.url);
  // What somebody new reads, as it stands once the app has started.
  await page.getByRole("button", { name: "見本を見る" }).waitFor();
  site.add("still-home", still(`<!DOCTYPE html>${await page.evaluate(() => document.documentElement.outerHTML)}`));
  await browser.close();
}

export async function measure(site) {
  const [{ default: lighthouse }, { launch }] = await Promise.all([import("lighthouse"), import("chrome-launcher")]);
  const speeds = [];
  const largest = new Set();
  const once = async (path) => {
    const chrome = await launch({ chromePath: PROGRAM, chromeFlags: ["--headless=new", ...ARGUMENTS], logLevel: "silent" });
    try {
      const { lhr } = await lighthouse(site.url + path, { port: chrome.port, onlyCategories: ["performance"], throttlingMethod: "devtools", logLevel: "silent" });
      if (lhr.runtimeError) return undefined;
      speeds.push(lhr.environment.benchmarkIndex);
      largest.add(`${path}: ${lhr.audits["largest-contentful-paint-element"].details?.items?.[0]?.items?.[0]?.node?.nodeLabel ?? "?"}`);
      return lhr.audits["largest-contentful-paint"].numericValue;
    } finally {
      await chrome.kill();
    }
  };
  // A trace that lacks its beginning says nothing: once more.
  const visit = (path) => async () => (await once(path)) ?? (await once(path)) ?? Promise.reject(new Error("Lighthouse gives no trace"));
  const all = await pairs(PAIRS, visit("/"), visit("/still-home"));
  const found = all.filter((_, index) => {
    const [one, two] = speeds.slice(2 * index, 2 * index + 2);
    return Math.abs(one - two) <= DRIFT * Math.max(one, two);
  });
  for (const words of largest) console.log(`   largest words of ${words}`);
  if (found.length < 5) return [{ name: "first visit", past: false, missing: `only ${found.length} of ${PAIRS} pairs were equally fast` }];
  const row = ratio("first visit: largest words ÷ the page without the app", found, BOUND);
  return [{ ...row, detail: `${row.detail}, benchmarkIndex ${quantile(speeds, 0.5).toFixed(0)}` }];
}
