// The crew's screen, with little and with much written on the card.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import type { Show } from "../pages/show";
import type { Lang } from "../pages/words";
import { mother } from "../people";

const READERS = ["日本語", "English", "中文", "한국어"];
/** The height of the small phone of all tests. */
const SCREEN = 740;

/** Items 1 to 5 end on the first screen, whoever reads. */
async function endsAtOnce(show: Show, what: string): Promise<void> {
  for (const reader of READERS) {
    await show.language(reader);
    await expect(show.button(reader)).toHaveAttribute("aria-pressed", "true");
    const bottom = await show.page.locator(".t-crew__first").evaluate((first) => first.getBoundingClientRect().bottom + window.scrollY);
    expect.soft(bottom, `${what}, ${reader}`).toBeLessThanOrEqual(SCREEN);
  }
}

/** With an empty strip, and with three times and a deed in it. */
async function fits(show: Show, what: string): Promise<void> {
  expect(show.page.viewportSize()).toEqual({ width: 360, height: SCREEN });
  await show.open();
  await endsAtOnce(show, `${what}, empty strip`);
  await show.open();
  await show.openEvent();
  for (const now of await show.main.getByRole("button", { name: show.say("now"), exact: true }).all()) await now.click();
  await show.button(show.lang === "ja" ? "119に電話した" : "Called 119").click();
  await show.open();
  await endsAtOnce(show, `${what}, filled strip`);
}

/** The browser says that the page is on the screen again: to the document, and from there up to the window. */
async function seenAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
}

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });

    test("nothing written: it says so, and none is not the same as not written", async ({ app }) => {
      const show = await app.show.open();
      const words = lang === "ja" ? "まだ書かれていません" : "Not written yet";
      await expect(show.main.getByText(words).first()).toBeVisible();
      await expect(show.main.getByText(lang === "ja" ? "カード全体の確認は、まだです" : "Not yet checked as a whole")).toBeVisible();
      const allergies = await app.section("allergies").open();
      await allergies.nothing(lang === "ja" ? "アレルギーはない" : "No allergies");
      await allergies.saved();
      await app.show.open();
      await expect(show.main.getByText(lang === "ja" ? "アレルギー: なし" : "Allergies: None")).toBeVisible();
      await allergies.open();
      await allergies.option(allergies.say("unknown")).check();
      await allergies.saved();
      await app.show.open();
      await expect(show.main.getByText(lang === "ja" ? "アレルギー: 不明" : "Allergies: Not known")).toBeVisible();
    });

    test("the sample is marked, and everything that it holds is somewhere on the screen", async ({ app }) => {
      await (await app.home.open()).addSample();
      const show = await app.show.open();
      await expect(show.main.getByText(show.say("mark"), { exact: true })).toBeVisible();
      await show.atOnce("流山 花子", "ながれやま はなこ", show.say("event"));
      const all = await show.main.innerText();
      for (const words of ["車で20分", "大阪に住んでいます", "月に一度、訪問診療", "10234", "0098765", "便秘のとき", "仏壇の引き出し", "猫1匹（ミケ）", "財布の中"]) {
        expect(all, words).toContain(words);
      }
      for (const number of ["04-0000-0003", "090-0000-0001", "080-0000-0002", "04-0000-0004", "04-0000-1111", "04-0000-0000", "04-0000-5555", "04-0000-6666", "04-0000-2222", "090-0000-0009"]) {
        await show.dials(number);
      }
    });

    test("items 1 to 5 of the sample end on the first screen", async ({ app }) => {
      await (await app.home.open()).addSample();
      await fits(app.show, "sample");
    });

    test("items 1 to 5 of a full card that somebody wrote end on the first screen", async ({ app }) => {
      test.setTimeout(180_000);
      const person = mother(lang);
      await app.people.open();
      await app.people.writeFor(person.daughter);
      for (const part of person.parts) {
        const section = await app.section(part.id).open();
        await section.write(part);
        await section.saved();
      }
      await app.show.open();
      const by = app.show.main.locator(".t-crew__fresh");
      await expect(by).toContainText(lang === "ja" ? "最後の記入" : "Written");
      await expect(by).toContainText(person.daughter);
      await fits(app.show, "mother");
    });

    // Another page of another bundle: what ran here ends at once, and a minute that turns finds nothing.
    test("closing goes home and leaves nothing running", async ({ app, page }) => {
      const home = await app.home.open();
      await home.addSample();
      await app.home.open();
      await home.link(home.say("show")).first().click();
      await app.show.here();
      await page.locator(".t-crew__close").click();
      await app.home.here();
    });

    test("an entry that was only begun is not nothing", async ({ app }) => {
      const allergies = await app.section("allergies").open();
      await allergies.add(lang === "ja" ? "アレルギーを足す" : "Add an allergy");
      await allergies.saved();
      const show = await app.show.open();
      await expect(show.main.getByText(lang === "ja" ? "アレルギー: まだ書かれていません" : "Allergies: Not written yet")).toBeVisible();
    });

    test("a time can be typed, and a deed is taken back by the second tap", async ({ app }) => {
      await (await app.home.open()).addSample();
      const show = await app.show.open();
      await show.openEvent();
      await show.main.getByLabel(lang === "ja" ? "いつから" : "Began at", { exact: true }).fill("09:40");
      const deed = show.button(lang === "ja" ? "AEDを使った" : "Used an AED");
      await deed.click();
      await expect(deed).toHaveAttribute("aria-pressed", "true");
      const strip = show.main.locator("summary").filter({ hasText: show.say("event") });
      await expect(strip).toContainText("9:40");
      await deed.click();
      await expect(deed).toHaveAttribute("aria-pressed", "false");
      await show.open();
      await expect(strip).toContainText("9:40");
    });
  });
}

test("a card that nobody looked at for more than a year says so, calmly", async ({ app, page }) => {
  await (await app.home.open()).addSample();
  await page.clock.setFixedTime(Date.now() + 400 * 24 * 60 * 60 * 1000);
  await app.show.open();
  await expect(app.show.main.getByText("1年より前に確かめた内容です")).toBeVisible();
  await endsAtOnce(app.show, "sample of last year");
  await app.home.open();
  await expect(app.home.main.getByText("年に一度の見直しの時期です")).toBeVisible();
  await app.home.main.locator(".t-note").getByRole("link", { name: "年に一度の見直し" }).click();
  await app.check.here();
});

test("the next morning a time of last night says so, a wrong one is cleared, and after a day an open page shows none", async ({ app, page }) => {
  await (await app.home.open()).addSample();
  await page.clock.setFixedTime(new Date("2027-01-10T23:40:00+09:00"));
  const show = await app.show.open();
  const strip = show.main.locator("summary").filter({ hasText: show.say("event") });
  await show.openEvent();
  const now = show.main.getByRole("button", { name: show.say("now"), exact: true });
  await now.nth(0).click();
  await now.nth(1).click();
  await expect(strip).toContainText("いつから 23:40");
  await page.clock.setFixedTime(new Date("2027-01-11T07:00:00+09:00"));
  await seenAgain(page);
  await expect(strip).toContainText("いつから きのう 23:40");
  await expect(strip).toContainText("ふだんどおり きのう 23:40");
  await show.button("消す – 最後にふだんどおりだった時刻").click();
  await expect(strip).not.toContainText("ふだんどおり");
  await expect(strip).toContainText("いつから きのう 23:40");
  await page.clock.setFixedTime(new Date("2027-01-12T07:01:00+09:00"));
  await seenAgain(page);
  await expect(strip).not.toContainText("いつから");
});

test("the screen is kept on again when the page is seen again", async ({ app, page }) => {
  await page.addInitScript(() => {
    let asked = 0;
    const request = () => Promise.resolve({ release: () => Promise.resolve(), asked: Reflect.set(window, "asked", (asked += 1)) });
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
  });
  const asked = () => page.evaluate(() => Number(Reflect.get(window, "asked")));
  await app.show.open();
  await expect.poll(asked).toBe(1);
  await seenAgain(page);
  await expect.poll(asked).toBe(2);
  await expect(app.show.main.getByText("画面を明るく")).toBeInViewport({ ratio: 1 });
});
