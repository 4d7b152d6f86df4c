// From a tap to 「保存しました」 on the screen, and a bare strict put into IndexedDB with one frame after a tap on the same page; and
// how long the page takes to answer taps (Event Timing).
import { phone, settle, slow } from "./browser.mjs";
import { pairs, quantile, ratio } from "./pairs.mjs";

const BOUND = 2.0;
const TAPS = 30;
/** Milliseconds within which 98 of 100 taps get an answer. */
const ANSWER = 50;

/** Runs in the page: the two stopwatches, started by the end of a tap and stopped after the frame that shows the sign. */
function stopwatches() {
  const frame = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      }),
    );
  const tap = () => new Promise((done) => addEventListener("pointerup", (event) => done(event.timeStamp), { once: true, capture: true }));
  const kept = () => {
    const sign = document.querySelector("[role=status].t-sign");
    return new Promise((done) => {
      let writing = false;
      const observer = new MutationObserver(() => {
        const line = sign.querySelector(".t-kept");
        if (line?.dataset.state === "writing") writing = true;
        else if (line && writing) {
          observer.disconnect();
          done();
        }
      });
      observer.observe(sign, { childList: true, subtree: true });
    });
  };
  const answers = new Map();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.interactionId) answers.set(entry.interactionId, Math.max(entry.duration, answers.get(entry.interactionId) ?? 0));
    }
  }).observe({ type: "event", durationThreshold: 16 });
  window.bench = {
    answers: () => [...answers.values()],
    async app() {
      const [start] = await Promise.all([tap(), kept()]);
      return (await frame()) - start;
    },
    async bare(text) {
      const open = indexedDB.open("bench", 1);
      open.onupgradeneeded = () => open.result.createObjectStore("rows");
      await new Promise((done) => (open.onsuccess = done));
      window.bench.put = async () => {
        const start = await tap();
        const change = open.result.transaction("rows", "readwrite", { durability: "strict" });
        change.objectStore("rows").put(text, `row/${start}`);
        await new Promise((done) => (change.oncomplete = done));
        document.querySelector("h1").dataset.bench = String(start);
        return (await frame()) - start;
      };
    },
  };
}

export async function measure(site) {
  const { browser, context } = await phone();
  await (await settle(context, site.url)).close();
  const { page } = await slow(context);
  await page.goto(`${site.url}/card/devices`);
  const chip = page.getByRole("checkbox").first();
  await chip.waitFor();
  await page.evaluate(stopwatches);
  // As many bytes as the app writes: the row of the invented person.
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith("tsumugu.head."));
    return window.bench.bare(localStorage.getItem(key));
  });
  const tapped = async (what, target) => {
    const { x, y } = await target.boundingBox();
    const time = page.evaluate((name) => window.bench[name](), what);
    await page.evaluate(() => {});
    // By its place: looking for the target in the page would be work between the taps.
    await page.touchscreen.tap(x + 8, y + 8);
    return time;
  };
  const [option, heading] = [await chip.elementHandle(), await page.$("h1")];
  const app = () => tapped("app", option);
  const bare = () => tapped("put", heading);
  for (const run of [app, bare, app, bare]) await run();
  const found = await pairs(TAPS, app, bare);
  await page.waitForTimeout(500);
  const answers = await page.evaluate(() => window.bench.answers());
  await browser.close();
  // Taps answered within 16 ms are not listed by the browser; they count as 16.
  while (answers.length < 2 * TAPS) answers.push(16);
  const slowest = quantile(answers, 0.98);
  return [
    ratio("tap → saved and shown ÷ a bare strict put and one frame", found, BOUND),
    { name: "answer to a tap (INP), 98 of 100", value: `${slowest.toFixed(0)} ms`, spread: "", bound: `≤ ${ANSWER} ms`, detail: `${answers.length} taps`, past: slowest > ANSWER },
  ];
}
