// Several tabs of one browser write into the same card at once. Nothing that was shown as saved is lost.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { look } from "../look";
import type { Section } from "../pages/card";
import { entries, plain, rows } from "../store";

const FIELDS = ["配慮してほしいこと", "救急隊への伝言", "鍵を持っている人", "ペット"];
const [CONSIDER, MESSAGE, KEY, PETS] = FIELDS as [string, string, string, string];

/** Keeps every tab from writing until the answer is called. */
async function hold(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request("tsumugu.writer", () => {
          held();
          return new Promise((release) => Object.assign(window, { release }));
        });
      }),
  );
  return () => page.evaluate(() => (window as unknown as { release(): void }).release());
}

async function waiting(page: Page, count: number): Promise<void> {
  await expect.poll(() => page.evaluate(async () => (await navigator.locks.query()).pending?.length)).toBe(count);
}

/** Makes one record that all tabs open. */
async function tabs(open: () => Promise<Section>, count: number): Promise<Section[]> {
  const first = await open();
  await first.fill(CONSIDER, "耳が遠い");
  await first.field(CONSIDER).blur();
  await first.saved();
  const all = [first];
  while (all.length < count) all.push(await open());
  for (const tab of all) await expect(tab.field(CONSIDER)).toHaveValue("耳が遠い");
  return all;
}

for (const count of [2, 4]) {
  test(`${count} tabs write different fields at the same moment`, async ({ app, context }) => {
    test.slow();
    const all = await tabs(async () => app.in(await context.newPage()).section("care").open(), count);
    for (const round of [1, 2, 3]) {
      await Promise.all(
        all.map(async (tab, index) => {
          await tab.fill(FIELDS[index] ?? "", `${round}番目、画面${index}`);
          await tab.field(FIELDS[index] ?? "").blur();
          await tab.saved();
        }),
      );
      // Every tab follows, without being loaded anew.
      for (const tab of all) {
        for (const index of all.keys()) await expect(tab.field(FIELDS[index] ?? "")).toHaveValue(`${round}番目、画面${index}`);
      }
    }
    const again = await app.in(await context.newPage()).section("care").open();
    for (const index of all.keys()) await expect(again.field(FIELDS[index] ?? "")).toHaveValue(`3番目、画面${index}`);
    expect(await entries(again.page, "heads")).toHaveLength(1);
  });
}

test("two answers to one field: one stands, the other is kept, and it is said", async ({ app, context }) => {
  const [one, two] = (await tabs(async () => app.in(await context.newPage()).section("care").open(), 2)) as [Section, Section];
  const third = await context.newPage();
  await plain(third, app.guard);
  const release = await hold(third);
  await one.fill(PETS, "犬のジョン");
  await one.field(PETS).blur();
  await waiting(third, 1);
  await two.fill(PETS, "猫のたま");
  await two.fill(MESSAGE, "裏口からどうぞ");
  await two.field(MESSAGE).blur();
  await waiting(third, 2);
  for (const tab of [one, two]) await expect(tab.page.getByText("保存しています…")).toBeVisible();
  await release();
  for (const tab of [one, two]) await tab.saved();
  // The later one stands in both tabs, the other field of the losing edit is there too.
  for (const tab of [one, two]) {
    await expect(tab.field(PETS)).toHaveValue("猫のたま");
    await expect(tab.field(MESSAGE)).toHaveValue("裏口からどうぞ");
  }
  await expect(two.page.getByText("ふたつの書き方があるところがあります。")).toBeVisible();
  const kept = await rows(third);
  expect(kept.some(({ text }) => text.includes("犬のジョン"))).toBe(true);
  await two.page.getByRole("link", { name: "くらべて選ぶ" }).click();
  await app.in(two.page).history.here();
  await expect(two.page.getByRole("main")).toContainText("使われなかったほう");
});

test("two answers to one field: one is chosen, by keyboard, taken back, and chosen again", async ({ app, context }) => {
  const [one, two] = (await tabs(async () => app.in(await context.newPage()).section("care").open(), 2)) as [Section, Section];
  const third = await context.newPage();
  await plain(third, app.guard);
  const release = await hold(third);
  await one.fill(PETS, "犬のジョン");
  await one.field(PETS).blur();
  await waiting(third, 1);
  await two.fill(PETS, "猫のたま");
  await two.field(PETS).blur();
  await waiting(third, 2);
  await release();
  for (const tab of [one, two]) await tab.saved();

  // Found in a page that was opened long after, and by everybody: the question stands in the record.
  const page = await context.newPage();
  const home = await app.in(page).home.open();
  await home.link("くらべて選ぶ").click();
  await app.in(page).history.here();
  const question = page.getByRole("group", { name: "ペット" });
  const [dog, cat] = ["犬のジョン", "猫のたま"].map((words) => question.getByRole("button", { name: words }));
  if (!dog || !cat) throw new Error("two buttons");
  for (const side of [dog, cat]) {
    await expect(side).toContainText(/本人\s*令和\d+年\d+月\d+日 \d+:\d\d/);
    expect((await side.boundingBox())?.height).toBeGreaterThanOrEqual(56);
  }
  await expect(cat).toContainText("いま見えているほう");
  await look(page, "conflict");
  await dog.focus();
  await page.keyboard.press("Enter");
  const note = page.getByText("選んだほうを残しました。");
  await expect(note).toBeFocused();
  await expect(question).toHaveCount(0);
  await expect(page.getByText("ふたつの書き方があるところがあります。")).toHaveCount(0);
  await expect(one.field(PETS)).toHaveValue("犬のジョン");
  // Back again: both are there to choose from.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(cat).toContainText("いま見えているほう");
  await expect(one.field(PETS)).toHaveValue("猫のたま");
  await cat.click();
  await expect(question).toHaveCount(0);
  await app.in(page).section("care").open();
  await expect(app.in(page).section("care").field(PETS)).toHaveValue("猫のたま");
  await expect(page.getByText("ふたつの書き方があるところがあります。")).toHaveCount(0);
});

test("what is being typed is not swept away by another tab", async ({ app, context }) => {
  const [one, two] = (await tabs(async () => app.in(await context.newPage()).section("care").open(), 2)) as [Section, Section];
  await one.field(KEY).focus();
  // Sign by sign in one tab while the other saves the same field and another one, over and over.
  const typing = one.field(KEY).pressSequentially("鈴木さんと佐藤さんと高橋さん", { delay: 60 });
  for (const round of [1, 2, 3, 4]) {
    await two.fill(PETS, `金魚${round}匹`);
    await two.field(PETS).blur();
    await two.saved();
  }
  await typing;
  await one.field(KEY).blur();
  await one.saved();
  for (const tab of [one, two]) {
    await expect(tab.field(KEY)).toHaveValue("鈴木さんと佐藤さんと高橋さん");
    await expect(tab.field(PETS)).toHaveValue("金魚4匹");
  }
});

test("a hundred edits in four tabs: each one is in the history", async ({ app, context }) => {
  test.slow();
  const all = await tabs(async () => app.in(await context.newPage()).section("care").open(), 4);
  const said: string[] = [];
  await Promise.all(
    all.map(async (tab, index) => {
      for (let round = 0; round < 25; round += 1) {
        const field = FIELDS[(index * 7 + round * 3 + (round % 5)) % FIELDS.length] ?? "";
        const value = `画面${index}の${String(round).padStart(2, "0")}番目`;
        await tab.fill(field, value);
        await tab.field(field).blur();
        await tab.saved();
        said.push(value);
      }
    }),
  );
  const reader = await context.newPage();
  await plain(reader, app.guard);
  const kept = (await rows(reader)).map(({ text }) => text);
  expect(said.filter((value) => !kept.some((text) => text.includes(value)))).toEqual([]);
  // In the end all four show the same.
  const shown = async (tab: Section) => Promise.all(FIELDS.map((label) => tab.field(label).inputValue()));
  await expect.poll(async () => new Set((await Promise.all(all.map(shown))).map((values) => values.join())).size).toBe(1);
});
