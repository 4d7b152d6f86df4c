// The browser is killed right after 「保存しました」 has appeared, again and again. Nothing that was shown as saved may be missing.
import { expect, test } from "../fixtures";
import { App } from "../pages/app";
import { plain, rows } from "../store";

const KILLS = Number(process.env["TSUMUGU_KILLS"] ?? 25);
const CONTROLS = Math.min(KILLS, 8);
/** Milliseconds between the sign and the kill, at most. */
const LATEST = 50;
const FIELDS = ["配慮してほしいこと", "救急隊への伝言", "鍵を持っている人", "ペット"];
/** The journal keeps the newest fifty; these must still be there, one behind the other. */
const BEHIND = 40;

// Pictures and traces of a browser that is killed are of no use and cost time.
test.use({ trace: "off", screenshot: "off" });

test("nothing that was shown as saved is lost when the browser is killed", async ({ profile, guard, lang }, info) => {
  test.setTimeout(60_000 + KILLS * 12_000);
  const said: string[] = [];
  const lost: string[] = [];
  const began = Date.now();
  for (let round = 0; round <= KILLS; round += 1) {
    const context = await profile.open();
    const page = context.pages()[0] ?? (await context.newPage());
    const care = await new App(page, lang, guard).section("care").open();
    for (const [index, label] of FIELDS.entries()) {
      const newest = said.findLast((_, round) => round % FIELDS.length === index) ?? "";
      // The second copy is shown first and may lag behind; what counts is what the journal says right after it.
      const there = () => care.field(label).inputValue();
      await expect.poll(there).toBe(newest).catch(async () => lost.push(`round ${round}: ${label} is "${await there()}", not "${newest}"`));
    }
    const kept = (await rows(page)).map(({ text }) => text);
    for (const value of said.slice(-BEHIND)) {
      if (!kept.some((text) => text.includes(value))) lost.push(`round ${round}: no revision holds ${value}`);
    }
    // The last opening only looks.
    if (round === KILLS) break;
    const value = `回数 ${String(round).padStart(4, "0")}。`;
    const label = FIELDS[round % FIELDS.length] ?? "";
    await care.fill(label, value);
    await care.field(label).blur();
    await profile.kill(async () => {
      await care.kept.waitFor();
      await new Promise((later) => setTimeout(later, Math.random() * LATEST));
    });
    said.push(value);
  }
  const result = `${KILLS} kills 0–${LATEST} ms after the sign: ${lost.length} lost; ${Math.round((Date.now() - began) / KILLS)} ms each`;
  info.annotations.push({ type: "crash", description: result });
  console.log(`crash: ${result}`);
  expect(lost).toEqual([]);
});

test("control: with localStorage the same kills do lose what was written", async ({ profile, guard }, info) => {
  test.setTimeout(60_000 + CONTROLS * 12_000);
  let written = 0;
  let lost = 0;
  for (let round = 0; round <= CONTROLS; round += 1) {
    const context = await profile.open();
    const page = context.pages()[0] ?? (await context.newPage());
    await plain(page, guard);
    const found = await page.evaluate(() => Number(localStorage.getItem("control") ?? "-1"));
    if (written > 0 && found !== round - 1) lost += 1;
    if (round === CONTROLS) break;
    // Read back before the kill, so that it is not the writing that fails.
    await profile.kill(async () => {
      const back = await page.evaluate((round) => {
        localStorage.setItem("control", String(round));
        return localStorage.getItem("control");
      }, round);
      expect(back).toBe(String(round));
    });
    written += 1;
  }
  const result = `${written} kills right after setItem: ${lost} lost`;
  info.annotations.push({ type: "control", description: result });
  console.log(`control: ${result}`);
  expect(lost, "a harness that loses nothing here would not notice a loss above").toBeGreaterThan(0);
});
