// A journal that an earlier release has made is opened by this one: nothing is lost, and what is written next grows from it.
import { readFileSync } from "node:fs";
import { expect, test } from "../fixtures";
import { entries, plain, rows } from "../store";

const ROW = readFileSync(new URL("../../crates/store/src/frozen/v1-row.json", import.meta.url), "utf8");
const PETS = "ペット";

test("a journal of version 1 keeps its rows, and the next revision names the old one", async ({ app, page }) => {
  await plain(page, app.guard);
  await page.evaluate(
    (row) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open("tsumugu", 1);
        opening.onupgradeneeded = () => {
          for (const store of ["revisions", "heads", "outbox", "aside"]) opening.result.createObjectStore(store);
        };
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const work = opening.result.transaction(["revisions", "heads", "outbox"], "readwrite");
          work.objectStore("revisions").put(row, "sample/0000000007");
          work.objectStore("heads").put(7, "sample");
          work.objectStore("outbox").put(7, "sample");
          work.oncomplete = () => {
            opening.result.close();
            done();
          };
          work.onabort = () => failed(work.error);
        };
      }),
    ROW,
  );
  const care = await app.section("care").open();
  await expect(page.getByRole("banner")).toContainText("流山 花子");
  await care.fill(PETS, "猫のたま");
  await care.field(PETS).blur();
  await care.saved();
  await plain(page, app.guard);
  expect((await entries(page, "revisions")).map(([key]) => key)).toEqual(["sample/0000000007", "sample/0000000008"]);
  expect((await entries(page, "revisions"))[0]?.[1]).toBe(ROW);
  expect((await rows(page)).at(-1)).toMatchObject({ schema: 2, rev: 8, parents: [JSON.parse(ROW).sha256] });
  const version = await page.evaluate(async () => (await indexedDB.databases()).map(({ name, version }) => [name, version]));
  expect(version).toEqual([["tsumugu", 3]]);
  expect(await entries(page, "outbox")).toEqual([]);
  await care.open();
  await expect(care.field(PETS)).toHaveValue("猫のたま");
});
