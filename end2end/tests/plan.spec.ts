// The plan in a real browser: every question with its four states, and the rules E1 to E18 of docs/plan-rules.md.
import type { Locator, Page } from "@playwright/test";
import { violations } from "../axe";
import { IDS, asked, note, options, plain } from "../content";
import { expect, test } from "../fixtures";
import { look } from "../look";
import type { App } from "../pages/app";
import type { Question } from "../pages/plan";
import type { Lang } from "../pages/words";
import { rows } from "../store";
import { targets } from "../targets";

const NOW = new Date("2026-11-26T10:42:00+09:00");

/** A question, past its lead-in and with a scene, as somebody sees it who has gone there. */
async function opened(app: App, id: string): Promise<Question> {
  const question = await app.question(id).open();
  await question.lead();
  if (id.startsWith("t")) {
    await question.scene("a");
    await expect(question.main.locator(".t-scene")).toBeVisible();
  }
  return question;
}

/** One question that is undecided, one that is skipped, one that is answered. */
async function three(app: App): Promise<void> {
  const l1 = await opened(app, "l1");
  await l1.undecided(l1.only);
  await l1.saved();
  const i2 = await opened(app, "i2");
  await i2.skip(i2.only);
  await i2.saved();
  const p3 = await opened(app, "p3");
  await p3.pick("as_basis", p3.only);
  await p3.saved();
}

/** Their pages, loaded again, show the same three. */
async function stillThree(app: App): Promise<void> {
  const l1 = await app.question("l1").open();
  await expect(l1.option(l1.say("undecided"), l1.only)).toBeChecked();
  const i2 = await app.question("i2").open();
  await expect(i2.option(i2.say("skipped"), i2.only)).toBeChecked();
  const p3 = await app.question("p3").open();
  await expect(p3.option(p3.words("option as_basis"), p3.only)).toBeChecked();
}

/** What is on the disk of the plan. */
async function plan(page: Page): Promise<Record<string, { fields?: Record<string, { answer: unknown }> }>> {
  const text = (await rows(page)).at(-1)?.text ?? "{}";
  return JSON.parse(String(text)).record?.plan?.sections ?? {};
}

const chosen = (inside: Locator) => inside.locator("input:checked");

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });

    test("no option is selected on first paint, in any question (E4)", async ({ app }) => {
      test.setTimeout(180_000);
      for (const id of IDS) {
        const question = await app.question(id).open();
        await question.lead();
        await expect(chosen(question.main), id).toHaveCount(0);
        if (id.startsWith("t")) {
          await question.scene("a");
          await expect(question.main.locator(".t-scene")).toBeVisible();
          // The scene that was just chosen, and nothing else.
          await expect(chosen(question.main), id).toHaveCount(1);
          await question.openScenes();
          await question.main.getByRole("checkbox", { checked: true }).click();
          await expect(chosen(question.main), id).toHaveCount(0);
        }
      }
    });

    test("options stand in their order, and every one looks like every other (E3, E5)", async ({ app }) => {
      test.setTimeout(180_000);
      for (const id of IDS.filter((id) => id !== "p2")) {
        const question = await opened(app, id);
        if (id === "t5") for (const drawer of await question.main.locator(".t-form details.t-more summary").all()) await drawer.click();
        // The group that has 「まだわからない」 in it; of several rows the first.
        const group = question.main.locator(".t-options").filter({ hasText: app.home.say("undecided") }).first();
        const shown = await group.locator(".t-option").evaluateAll((all) =>
          all.map((one) => {
            const style = getComputedStyle(one);
            const words = getComputedStyle(one.querySelector("span") ?? one);
            const look = [style.backgroundColor, style.borderTopColor, style.borderTopWidth, style.minHeight, words.color, words.fontSize, words.fontWeight];
            const copy = one.cloneNode(true) as HTMLElement;
            for (const reading of copy.querySelectorAll("rt, rp")) reading.remove();
            return { words: copy.textContent?.trim() ?? "", look: look.join(" ") };
          }),
        );
        expect(new Set(shown.map((one) => one.look)).size, `${id}: ${JSON.stringify(shown)}`).toBe(1);
        const wanted = [...options(id, lang), app.home.say("undecided"), app.home.say("skipped")];
        expect(shown.map((one) => one.words), id).toEqual(wanted.filter((words) => id !== "l4" || shown.some((one) => one.words === words)));
      }
    });

    test("every question is sound for a screen reader, fits, and can be tapped, past its lead-in and with answers", async ({ app, page }) => {
      test.setTimeout(300_000);
      for (const id of IDS) {
        const question = await opened(app, id);
        if (id === "p1") await question.add(lang === "ja" ? "人を足す" : "Add a person");
        if (id === "t2") await question.pick("not_want", question.only);
        const folded = question.main.locator("details:not([open]) > summary");
        while ((await folded.count()) > 0) await folded.first().click();
        expect.soft(await violations(page), id).toEqual([]);
        expect.soft(await targets(page), `what is too small to tap on ${id}`).toEqual([]);
        await look(page, `${lang}-question-${id}`);
      }
    });

    test("untouched, undecided, skipped and answered are four things, on the disk and after a reload", async ({ app, page }) => {
      await three(app);
      const kept = await plan(page);
      const answer = (id: string) => kept[id]?.fields?.["answer"]?.answer;
      expect([answer("l1"), answer("i2"), answer("p3"), answer("v2")]).toEqual(["undecided", "skipped", { picked: "as_basis" }, undefined]);
      await stillThree(app);
      const home = await app.plan.open();
      for (const summary of await home.main.locator("details.t-more summary").all()) await summary.click();
      const state = (id: string) => home.main.locator(".t-tasks").getByRole("link", { name: plain(asked(id, "title", lang)) }).first();
      await expect(state("l1")).toContainText(home.say("undecided"));
      await expect(state("i2")).toContainText(lang === "ja" ? "とばしました" : "Skipped");
      await expect(state("p3")).toContainText(lang === "ja" ? "書きました" : "Written");
      await expect(state("v2")).toContainText(lang === "ja" ? "まだ書いていません" : "Not written yet");
      // No share of a whole anywhere (E3).
      expect(await home.main.innerText()).not.toMatch(/[%％]|\d+\s*\/\s*2[47]/);
    });

    test("a question in words takes 「まだわからない」 and 「とばす」, and the words come back", async ({ app, page }) => {
      for (const id of ["v2", "v4", "s1", "s3"]) {
        const question = await opened(app, id);
        const words = question.main.getByRole("textbox").first();
        await words.fill(app.guard.typed("朝の庭しごと"));
        await question.undecided();
        await expect(words, id).toHaveValue("");
        await question.saved();
        expect((await plan(page))[id]?.fields?.["answer"]?.answer, id).toBe("undecided");
        await question.button(question.say("putBack")).click();
        await expect(words, id).toHaveValue("朝の庭しごと");
        await expect(chosen(question.main), id).toHaveCount(0);
        await question.skip();
        await words.fill(app.guard.typed("夕方の散歩"));
        await expect(chosen(question.main), id).toHaveCount(0);
        await question.saved();
        expect((await plan(page))[id]?.fields?.["answer"]?.answer, id).toEqual({ given: "夕方の散歩" });
      }
    });

    test("the four states come back from a backup file, and nothing is chosen that was not (E4)", async ({ app, page }, info) => {
      await three(app);
      const before = await plan(page);
      const backup = await app.backup.open();
      const file = info.outputPath("plan.json");
      await backup.keep(file);
      await (await app.settings.open()).erase("eraseAll");
      await backup.open();
      await backup.choose(file);
      await backup.takeIn();
      await expect.poll(() => plan(page)).toEqual(before);
      await stillThree(app);
      for (const id of ["v1", "v3", "i1", "l2", "s2"]) {
        const other = await app.question(id).open();
        await other.lead();
        await expect(chosen(other.main), id).toHaveCount(0);
      }
    });

    test("every question can be left for today (E13)", async ({ app }) => {
      test.setTimeout(120_000);
      for (const id of IDS) {
        const question = await app.question(id).open();
        await expect(question.link(question.say("stopToday")), id).toBeVisible();
        await expect(question.main.getByText(lang === "ja" ? "このページのもとになった資料" : "What this page is based on"), id).toBeVisible();
      }
    });

    test("the trusted person: no legal power, and where to turn when nobody comes to mind (E11)", async ({ app }) => {
      const p1 = await app.question("p1").open();
      await p1.says(note("power", "text", lang));
      await p1.option(p1.words("option nobody_now")).check();
      await p1.says(note("consult", "text", lang));
      await p1.saved();
    });

    test("heavy questions stand behind their lead-in, and can be passed without reading (v5, l2, step 5)", async ({ app, page }) => {
      for (const id of ["v5", "l2", "t1", "t2"]) {
        const question = await app.question(id).open();
        const block = id.startsWith("t") ? note("treatment", "lead", lang) : asked(id, "lead", lang);
        await question.says(block);
        await question.saysNot(question.words("ask"));
        await expect(question.main.locator("input")).toHaveCount(0);
      }
      const t1 = app.question("t1");
      await app.question("t1").open();
      await t1.link(note("treatment", "lead no", lang)).click();
      await expect(page).toHaveURL((url) => url.pathname === app.question("s1").address || url.pathname === app.question("s3").address);
      await expect(page.locator("h1")).toBeVisible();
    });

    test("a wish against resuscitation is unconfirmed until a doctor has heard it, and changes nothing else (E7, E8)", async ({ app, page }) => {
      await page.clock.setFixedTime(NOW);
      const t1 = await opened(app, "t1");
      await t1.pick("live_long", t1.only);
      await t1.saved();
      const t2 = await app.question("t2").open();
      const unconfirmed = note("cpr", "unconfirmed", lang);
      await expect(t2.main.getByText(unconfirmed)).toHaveCount(0);
      const before = await plan(page);
      await t2.pick("not_want", t2.only);
      await expect(t2.main.getByText(unconfirmed)).toBeVisible();
      await t2.says(note("cpr", "doubt", lang));
      await t2.main.locator("#cpr summary").click();
      await t2.says(note("cpr", "local", lang));
      await t2.saved();
      await expect.poll(async () => Object.keys(await plan(page))).toContain("t2.a");
      const after = await plan(page);
      delete after["t2.a"];
      expect(after).toEqual(before);
      const day = t2.group(t2.words("field doctor_on"));
      await t2.option(lang === "ja" ? "令和" : "Reiwa 令和", day).check();
      for (const [unit, number] of [["year", "8"], ["month", "11"], ["day", "20"]] as const) await t2.field(t2.say(unit), day).fill(number);
      await expect(t2.main.getByText(unconfirmed)).toHaveCount(0);
      await t2.saved();
      await page.reload();
      await expect(t2.main.getByText(unconfirmed)).toHaveCount(0);
      // Another answer and back: that is a new wish.
      await page.clock.setFixedTime(new Date(NOW.getTime() + 60_000));
      await t2.pick("decide_together", t2.only);
      await t2.pick("not_want", t2.only);
      await expect(t2.main.getByText(unconfirmed)).toBeVisible();
    });

    test("answers go from one scene to another only by a tap", async ({ app, page }) => {
      const t1 = await opened(app, "t1");
      await t1.pick("comfort", t1.only);
      await t1.saved();
      await t1.scene("c");
      await t1.button(`${lang === "ja" ? "この場面について考える：" : "Think about this situation:"} ${note("treatment", "scene short c", lang)}`).click();
      await t1.says(note("treatment", "scene c", lang), t1.main.locator(".t-scene"));
      await expect(chosen(t1.only)).toHaveCount(0);
      expect(Object.keys(await plan(page))).not.toContain("t1.c");
      await t1.openScenes();
      await t1.button(note("treatment", "copy", lang).replace("{scene}", note("treatment", "scene short a", lang))).click();
      await expect(t1.option(t1.words("option comfort"), t1.only)).toBeChecked();
      await t1.saved();
      await expect.poll(async () => Object.keys(await plan(page))).toContain("t1.c");
    });

    test("one stops anywhere, and goes on where one was", async ({ app, page }) => {
      const home = await app.plan.open();
      await home.link(home.say("coreWay")).click();
      const v1 = await app.question("v1").here();
      await v1.option(v1.words("option family")).first().check();
      await v1.option(v1.words("option little_pain")).first().check();
      await v1.main.locator("#top-three").getByRole("checkbox").first().check();
      await v1.saved();
      await v1.goOn();
      const p1 = await app.question("p1").here();
      await p1.link(p1.say("stopToday")).click();
      await home.here();
      await page.goto("about:blank");
      await app.plan.open();
      await home.main.getByRole("link", { name: home.say("resume") }).click();
      await p1.here();
      await p1.main.getByRole("link", { name: lang === "ja" ? "前の質問へ" : "Previous question" }).click();
      await v1.here();
      await expect(v1.main.locator("#top-three").getByRole("checkbox", { checked: true })).toHaveCount(1);
    });

    test("reading aloud begins at a tap and never before", async ({ app, page }) => {
      await page.addInitScript(() => {
        const said: string[] = [];
        Object.assign(window, { said });
        speechSynthesis.speak = (words) => void said.push(`${words.lang}: ${words.text}`);
      });
      const l1 = await opened(app, "l1");
      expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([]);
      await l1.button(l1.say("readAloud")).click();
      const [said] = await page.evaluate(() => (window as unknown as { said: string[] }).said);
      expect(said).toContain(lang === "ja" ? "ja-JP: " : "en-GB: ");
      for (const words of [plain(l1.words("ask")), plain(l1.words("option hospital")), l1.say("undecided")]) expect(said).toContain(words);
    });

    test("reading aloud names every row, and ends no sentence twice", async ({ app, page }) => {
      await page.addInitScript(() => {
        const said: string[] = [];
        Object.assign(window, { said });
        speechSynthesis.speak = (words) => void said.push(words.text);
      });
      const t4 = await opened(app, "t4");
      await t4.button(t4.say("readAloud")).click();
      const [said = ""] = await page.evaluate(() => (window as unknown as { said: string[] }).said);
      for (const row of ["tube", "vein", "drip"]) expect(said).toContain(plain(t4.words(`row ${row}`)));
      expect(said).toContain(plain(note("relief", "text", lang)));
      expect(said).not.toMatch(/。。|[.?]。|\.\./);
    });

    test("a reminder can be seen and changed where records are kept, and says what it can know (E13)", async ({ app, page }) => {
      const move = note("remind", "move", lang);
      const keep = await app.keep.open();
      await expect(keep.option(move)).not.toBeChecked();
      await keep.option(move).check();
      await keep.saved();
      const past = await app.past.open();
      await expect(past.option(move)).toBeChecked();
      await past.option(note("remind", "none", lang)).check();
      await expect(past.option(move)).not.toBeChecked();
      await past.saved();
      for (const id of ["keep", "past", "talks"] as const) {
        const screen = await app[id].open();
        await expect(screen.link(screen.say("stopToday")), id).toBeVisible();
      }
      await expect(page.locator("h1")).toBeVisible();
    });

    test("reading together: what the family feels stands in a box of its own, and no answer can be touched (E10)", async ({ app, page }) => {
      const v2 = await opened(app, "v2");
      await v2.main.getByRole("textbox").first().fill(app.guard.typed("朝の庭しごと"));
      await v2.saved();
      const before = (await plan(page))["v2"];
      const together = await app.together.open();
      await together.fill(together.say("readerName"), "柏木 直美");
      await together.button(together.say("beginReading")).click();
      await expect(together.main.getByText("朝の庭しごと")).toBeVisible();
      // Nothing that could change an answer: the only field is for the family's own words.
      await expect(together.main.locator("input, select")).toHaveCount(0);
      await expect(together.main.locator("textarea")).toHaveCount(1);
      await together.button(note("feelings", "mark nodded", lang)).click();
      await together.fill(note("feelings", "write", lang), "春になったら手伝います");
      await together.button(together.say("keepFeeling")).click();
      const box = together.main.locator(".t-family");
      await expect(box).toContainText("春になったら手伝います");
      await expect(box).toContainText("柏木 直美");
      await together.saved();
      const after = await plan(page);
      expect(after["v2"]).toEqual(before);
      expect(JSON.stringify(after["feelings"])).toContain("春になったら手伝います");
      await page.reload();
      await app.question("v2").open();
      await expect(v2.main.getByRole("textbox").first()).toHaveValue("朝の庭しごと");
    });

    test("nothing of step 5 reaches the emergency card, and E1 stands on the first page", async ({ app, page }) => {
      await (await app.home.open()).addSample();
      const t1 = await opened(app, "t1");
      await t1.pick("comfort", t1.only);
      await t1.saved();
      for (const screen of [app.show, app.call, app.print]) {
        await screen.open();
        const text = await page.locator("body").innerText();
        expect(text).not.toContain(plain(t1.words("option comfort")));
      }
      const home = await app.plan.open();
      await home.says(note("e1", "text", lang));
      for (const key of ["one", "two", "three"]) await home.says(note("opening", key, lang));
      // Something was begun: what is to be read first is folded.
      await home.main.locator("summary").filter({ hasText: lang === "ja" ? "はじめに読むこと" : "Before you begin" }).click();
      await home.button(note("opening", "ill yes", lang)).click();
      await home.says(note("opening", "ill advice", lang));
    });
  });
}
