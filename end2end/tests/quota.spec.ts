// The device is full: it is said plainly, the words stay on the screen, what was saved stays saved, and it goes on when there is room.
import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures";
import { entries, PLENTY, room, rows } from "../store";

const FULL = "端末の空きが足りず、いまの変更を保存できていません。";
const PETS = "ペット";

test.beforeEach(async ({ page, server }) => room(page, server.url, PLENTY));

test("full, and with room again", async ({ app, page, server }) => {
  const care = await app.section("care").open();
  await care.fill(PETS, "猫のたま");
  await care.saved();
  const before = await entries(page, "revisions");
  await room(page, server.url, 1);
  await care.fill(PETS, "猫のたまと、犬のジョン");
  await expect(page.getByText(FULL)).toBeVisible();
  await expect(care.kept).toHaveCount(0);
  await expect(care.field(PETS)).toHaveValue("猫のたまと、犬のジョン");
  expect(await entries(page, "revisions")).toEqual(before);

  // By hand it fails again, and nothing changes.
  await care.button("もう一度保存する").click();
  await expect(page.getByText(FULL)).toBeVisible();
  expect(await entries(page, "revisions")).toEqual(before);

  // The words that are not saved go into the file.
  const coming = page.waitForEvent("download");
  await page.getByRole("status").getByRole("button", { name: "ファイルに控える" }).click();
  expect(await readFile(await (await coming).path(), "utf8")).toContain("猫のたまと、犬のジョン");

  await room(page, server.url, PLENTY);
  await care.button("もう一度保存する").click();
  await care.saved();
  expect((await rows(page)).at(-1)?.text).toContain("猫のたまと、犬のジョン");
  await care.open();
  await expect(care.field(PETS)).toHaveValue("猫のたまと、犬のジョン");
});

test("full from the first word on: nothing is called saved", async ({ app, page, server }) => {
  const care = await app.section("care").open();
  await room(page, server.url, 1);
  await care.fill(PETS, "金魚が三匹");
  await expect(page.getByText(FULL)).toBeVisible();
  await expect(care.field(PETS)).toHaveValue("金魚が三匹");
  await room(page, server.url, PLENTY);
  await care.button("もう一度保存する").click();
  await care.saved();
  await care.open();
  await expect(care.field(PETS)).toHaveValue("金魚が三匹");
});
