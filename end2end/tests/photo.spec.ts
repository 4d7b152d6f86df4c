// v2: a photo of what somebody enjoys. Made small on the device, kept beside the record under its hash, and taken away again.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "../fixtures";
import type { App } from "../pages/app";
import type { Screen } from "../pages/screen";
import { shelf } from "../shelf";
import { entries, mirrors, offlineReady, pictures, plain, PLENTY, room, rows, spoilPictures } from "../store";

const icon = readFileSync(new URL("../../public/icon-512.png", import.meta.url));
/** A file field is met by its button: 「写真を選ぶ・とる」. */
const FIELD = "#photo";

const photo = (on: Screen) => on.main.getByRole("img", { name: "毎日の楽しみの写真" });

async function choose(on: Screen): Promise<void> {
  await on.main.locator(FIELD).setInputFiles({ name: "kiku.png", mimeType: "image/png", buffer: icon });
}

/** A photo on the disk, and its hash. */
async function kept(app: App): Promise<string> {
  const v2 = await app.question("v2").open();
  await choose(v2);
  await expect(photo(v2)).toBeVisible();
  await v2.saved();
  const [[name] = [""]] = await pictures(app.page);
  return name;
}

/** The bytes that a picture on the screen shows. */
async function bytes(on: Screen): Promise<Buffer> {
  const url = await photo(on).evaluate((image: HTMLImageElement) => image.src);
  expect(url).toMatch(/^data:image\/jpeg;base64,/);
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

test("a photo is made small, kept, shown again, and taken away with undo", async ({ app }) => {
  const v2 = await app.question("v2").open();
  await expect(photo(v2)).toHaveCount(0);

  await test.step("what is no picture is refused with a sentence, and nothing is lost", async () => {
    await v2.main.locator("textarea").first().fill(v2.guard.typed("庭の菊"));
    await v2.saved();
    await v2.main.locator(FIELD).setInputFiles({ name: "letter.png", mimeType: "image/png", buffer: Buffer.from("not a picture") });
    await v2.says("この写真は読めませんでした。書いたことはそのままです。");
    await expect(v2.main.locator("textarea").first()).toHaveValue("庭の菊");
  });

  await test.step("a picture", async () => {
    await choose(v2);
    await expect(photo(v2)).toBeVisible();
    expect(await photo(v2).evaluate((image: HTMLImageElement) => [image.naturalWidth <= 560, image.src.startsWith("data:image/jpeg;base64,")])).toEqual([true, true]);
    await v2.saved();
    await v2.saysNot("この写真は読めませんでした");
  });

  await test.step("it is there again", async () => {
    await v2.open();
    await expect(photo(v2)).toBeVisible();
    const keep = await app.keep.open();
    await keep.main.locator("form summary").first().click();
    await keep.says("写真があります");
    await keep.button(keep.say("planKeep")).click();
    await expect(keep.main.locator("#kept")).toBeVisible();
  });

  await test.step("reading together shows it", async () => {
    const together = await app.together.open();
    await together.fill(together.say("readerName"), "直美");
    await together.button(together.say("beginReading")).click();
    await expect(photo(together)).toBeVisible();
  });

  await test.step("taken away, and back", async () => {
    await v2.open();
    await v2.button("写真をはずす").click();
    await expect(photo(v2)).toHaveCount(0);
    await v2.main.locator("#undo").click();
    await expect(photo(v2)).toBeVisible();
  });

  await test.step("a change of it is told in words", async () => {
    await v2.button("写真をはずす").click();
    await v2.saved();
    const history = await app.history.open();
    await history.says("写真があります");
    await history.saysNot("base64");
  });
});

test("its bytes stand once, under their hash, and neither in a row nor in the second copy; without the server too", async ({ app, page, server, guard }) => {
  const name = await kept(app);
  const v2 = app.question("v2");
  const shown = await bytes(v2);
  expect(sha256(shown)).toBe(name);
  expect(await pictures(page)).toEqual([[name, name]]);
  const newest = (await rows(page)).at(-1)?.text ?? "";
  expect(newest).toContain(name);
  const text = [...(await entries(page, "revisions")), ...(await mirrors(page))].join("\n");
  expect(text).not.toContain("base64");
  expect(text).not.toContain(shown.toString("base64").slice(0, 60));

  await offlineReady(page);
  await server.stop();
  guard.allow(/ERR_CONNECTION_REFUSED|when fetching the script/);
  await v2.open();
  await expect(photo(v2)).toBeVisible();
  expect(await bytes(v2)).toEqual(shown);
});

test("a backup brings it to an empty device, and erasing leaves nothing of it", async ({ app, page }, info) => {
  const name = await kept(app);
  const shown = await bytes(app.question("v2"));
  const path = info.outputPath("photo.json");
  await app.backup.open();
  await app.backup.keep(path);
  await app.backup.saysNot("ファイルに入っていません");

  const settings = await app.settings.open();
  await settings.button(settings.say("eraseAll")).click();
  await settings.button(settings.say("eraseYes")).click();
  await expect(page.getByText(settings.say("erased"))).toBeVisible();
  expect(await pictures(page)).toEqual([]);
  expect(await shelf(page)).not.toContain(name);
  await settings.button(settings.say("putBack")).click();
  await expect.poll(() => pictures(page)).toEqual([[name, name]]);
  await settings.button(settings.say("eraseOne")).click();
  await settings.button(settings.say("eraseYes")).click();
  await expect(page.getByText(settings.say("erased"))).toBeVisible();
  expect(await pictures(page)).toEqual([]);

  await app.backup.open();
  await app.backup.choose(path);
  await app.backup.saysNot("壊れている写真");
  expect(await pictures(page)).toEqual([]);
  await app.backup.takeIn();
  expect(await pictures(page)).toEqual([[name, name]]);
  const v2 = await app.question("v2").open();
  await expect(photo(v2)).toBeVisible();
  expect(await bytes(v2)).toEqual(shown);
});

test("a damaged photo is said to be damaged, a lost one to be lost, and neither is shown; a file brings both back", async ({ app, page, guard }, info) => {
  const name = await kept(app);
  const v2 = app.question("v2");
  const path = info.outputPath("photo.json");
  await app.backup.open();
  await app.backup.keep(path);
  await plain(page, guard);
  await spoilPictures(page, "change");
  await v2.open();
  await v2.says("この写真は壊れていて、お見せできません。");
  await expect(photo(v2)).toHaveCount(0);
  const [[, now] = ["", ""]] = await pictures(page);
  expect(now, "nothing was thrown away").not.toBe(name);
  await app.backup.open();
  await app.backup.make();
  await app.backup.says("読み出せなかった写真は、ファイルに入っていません。");

  await plain(page, guard);
  await spoilPictures(page, "remove");
  await v2.open();
  await v2.says("この写真は、この端末に残っていません。");
  await app.backup.open();
  await app.backup.choose(path);
  await app.backup.says(app.backup.say("sameHere"));
  await expect.poll(() => pictures(page)).toEqual([[name, name]]);
  await v2.open();
  await expect(photo(v2)).toBeVisible();

  await plain(page, guard);
  await spoilPictures(page, "remove");
  await v2.open();
  await v2.says("この写真は、この端末に残っていません。");
  await choose(v2);
  await expect(photo(v2)).toBeVisible();
  expect(await pictures(page)).toEqual([[name, name]]);
});

test("on a full device the photo is not put in, and it is said", async ({ app, page, server }) => {
  await room(page, server.url, PLENTY);
  const v2 = await app.question("v2").open();
  await v2.main.locator("textarea").first().fill(v2.guard.typed("庭の菊"));
  await v2.saved();
  await room(page, server.url, 1);
  await choose(v2);
  await v2.says("端末の空きが足りず、この写真を入れられませんでした。");
  await expect(photo(v2)).toHaveCount(0);
  await expect(v2.main.locator("textarea").first()).toHaveValue("庭の菊");
  expect(await pictures(page)).toEqual([]);
  await room(page, server.url, PLENTY);
  await choose(v2);
  await expect(photo(v2)).toBeVisible();
  await v2.saved();
  await v2.saysNot("端末の空きが足りず");
});
