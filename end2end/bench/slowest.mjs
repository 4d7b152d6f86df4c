// Files from outside that nobody wrote: the slowest that `./dev fuzz` has found, chosen on the page that takes backups in, on a slow phone,
// until the preview, the reason or the question for the passphrase is shown. No key is derived. The control is a file with nothing in it.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { phone, slow } from "./browser.mjs";
import { quantile } from "./pairs.mjs";

const FOLDER = process.env.TSUMUGU_SLOWEST ?? fileURLToPath(new URL("../../target/slowest", import.meta.url));
/** Milliseconds for each 100 kB; a shorter file counts as one of 100 kB. */
const BOUND = 100;
const LENGTH = 100_000;
const MOST = 100;
const NAME = "the slowest inputs of the fuzzing, above a file with nothing in it, for each 100 kB";

/** A hundred files: of each way in the slowest, in turn. */
function inputs() {
  const ways = readdirSync(FOLDER).map((way) => readdirSync(`${FOLDER}/${way}`).sort().map((name) => `${FOLDER}/${way}/${name}`));
  const turns = Array.from({ length: MOST }, (_, turn) => ways.map((files) => files[turn])).flat();
  return turns.filter(Boolean).slice(0, MOST).map((path) => readFileSync(path));
}

/** From the choice of a file on a new page until what comes of it is painted. */
async function shown(page, url, buffer) {
  await page.goto(url);
  await page.locator("html[data-app=running] #backup-file").waitFor({ state: "attached" });
  await page.evaluate(() => {
    window.shown = new Promise((done, failed) => {
      const begin = () => {
        const began = performance.now();
        const look = () => {
          if (document.querySelector("#incoming, #trouble, #unlock")) setTimeout(() => done(performance.now() - began));
          else if (performance.now() - began > 20_000) failed(new Error("nothing came of a file"));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      };
      document.addEventListener("change", begin, { once: true, capture: true });
    });
  });
  await page.setInputFiles("#backup-file", { name: "a.json", mimeType: "application/json", buffer });
  return page.evaluate(() => window.shown);
}

export async function measure(site) {
  if (!existsSync(FOLDER)) return [{ name: NAME, missing: "`./dev fuzz` writes them; it was not run here" }];
  const { browser, context } = await phone();
  const { page } = await slow(context);
  const url = `${site.url}/backup`;
  // The first fills the browser's own caches.
  await shown(page, url, Buffer.from("{}"));
  const nothing = await shown(page, url, Buffer.from("{}"));
  const rates = [];
  for (const buffer of inputs()) {
    const time = await shown(page, url, buffer);
    rates.push((time - nothing) / Math.max(buffer.length / LENGTH, 1));
    process.stdout.write(`   ${buffer.length} bytes: ${time.toFixed(0)} ms\n`);
  }
  await browser.close();
  const [low, median, high, worst] = [0.25, 0.5, 0.75, 1].map((share) => quantile(rates, share));
  return [
    {
      name: NAME,
      value: `${median.toFixed(0)} ms`,
      spread: `${low.toFixed(0)}–${high.toFixed(0)} ms`,
      bound: `≤ ${BOUND} ms, each`,
      detail: `the slowest ${worst.toFixed(0)} ms; the file with nothing in it ${nothing.toFixed(0)} ms; ${rates.length} files`,
      past: worst > BOUND,
    },
  ];
}
