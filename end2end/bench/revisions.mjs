// A start with a long history and with a short one: the journal is not read whole on the way to the first screen. Both sides open the
// crew's screen of the invented person, on a slow phone, until the journal has been read; one with 200 revisions, one with 2.
import { createHash } from "node:crypto";
import { phone, settle, slow } from "./browser.mjs";
import { pairs, ratio } from "./pairs.mjs";

const BOUND = 1.1;
const STARTS = 12;

const sha256 = (words) => createHash("sha256").update(words).digest("hex");

/** Rows of a journal, each on top of the one before, oldest first; each says what a row of the app says. */
function history({ text, at }, count) {
  const found = [];
  let parents = [];
  for (let rev = 1; rev <= count; rev += 1) {
    const ancestors = rev > 1 ? { bench: rev - 1 } : {};
    const row = { ancestors, at: at + rev, cause: "edit", device: "bench", parents, schema: 2, seq: rev };
    const id = sha256(JSON.stringify({ ...row, text: sha256(text) }));
    found.push(JSON.stringify({ ...row, hash: sha256(`${rev}/${id}`), rev, text }));
    parents = [id];
  }
  return found;
}

/** The row that the journal holds, and the id of its record. */
async function only(page) {
  const [key, raw] = await page.evaluate(
    () =>
      new Promise((done, failed) => {
        const opening = indexedDB.open("tsumugu");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction("revisions").objectStore("revisions").openCursor(null, "prev");
          asked.onsuccess = () => {
            done([asked.result.key, asked.result.value]);
            opening.result.close();
          };
        };
      }),
  );
  return { id: key.split("/")[0], row: JSON.parse(raw) };
}

/** Puts a history of the one record on the device in place of everything that the journal holds. */
async function fill(page, count) {
  const { id, row } = await only(page);
  await page.evaluate(
    ([id, rows]) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open("tsumugu");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const work = opening.result.transaction(["revisions", "heads"], "readwrite", { durability: "strict" });
          for (const store of ["revisions", "heads"]) work.objectStore(store).clear();
          rows.forEach((row, at) => work.objectStore("revisions").put(row, `${id}/${String(at + 1).padStart(10, "0")}`));
          work.objectStore("heads").put(rows.length, id);
          work.oncomplete = () => {
            opening.result.close();
            for (const key of Object.keys(localStorage)) if (/^tsumugu\.(head|retention)/.test(key)) localStorage.removeItem(key);
            done();
          };
          work.onabort = () => failed(work.error);
        };
      }),
    [id, history(row, count)],
  );
}

/** Starts until the journal has been read: without a second copy, the name is on the screen no earlier. */
async function device(site, count) {
  const { browser, context } = await phone();
  const page = await settle(context, site.url);
  await page.goto(`${site.url}/icon.svg`);
  await fill(page, count);
  await page.close();
  const run = async () => {
    const { page: started } = await slow(context);
    await started.addInitScript(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith("tsumugu.head.")) localStorage.removeItem(key);
    });
    await started.goto(`${site.url}/show`);
    const time = await started.evaluate(
      () =>
        new Promise((done) => {
          const look = () => (document.querySelector(".t-crew__name")?.textContent.trim() ? done(performance.now()) : requestAnimationFrame(look));
          look();
        }),
    );
    await started.close();
    return time;
  };
  return { run, close: () => browser.close() };
}

export async function measure(site) {
  const [long, short] = [await device(site, 200), await device(site, 2)];
  // The first start of each fills the browser's own caches.
  for (const side of [long, short]) await side.run();
  const found = await pairs(STARTS, long.run, short.run);
  await long.close();
  await short.close();
  return [ratio("start with 200 revisions of a full card ÷ start with 2", found, BOUND)];
}
