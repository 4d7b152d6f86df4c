// A mother of 85, her daughter and her son, over two years, with the server gone: the short way, the heavy step, reading together, a
// doctor's talk, a changed mind, a version that is withdrawn and brought back. Nothing leaves the device.
import { note, plain } from "../content";
import { expect, test } from "../fixtures";
import type { App } from "../pages/app";
import { type Lang, named } from "../pages/words";
import type { Paper } from "../pdf";
import { offlineReady } from "../store";

const FIRST = new Date("2026-11-26T10:42:00+09:00");
const LATER = new Date("2028-01-27T15:05:00+09:00");
const MOTHER = "平方 千代子";
const DAUGHTER = "柏木 直美";

const flat = (words: string) => plain(words).replace(/\s/g, "");
const whole = (paper: Paper) => paper.pages.map((page) => page.flow).join("");

/** Keeps the answers as a version, with a reason. */
async function keep(app: App, reason: string): Promise<void> {
  const keep = await app.keep.open();
  await keep.fill(note("version", "reason", keep.lang), reason);
  await keep.button(keep.say("planKeep")).click();
  await expect(keep.main.getByRole("status").locator("#kept")).toBeVisible();
  await keep.saved();
}

/** What is printed for one reader. */
async function sheet(app: App, reader: string, name: string): Promise<Paper> {
  const sheets = await app.sheets.open();
  await sheets.option(note(`reader ${reader}`, "name", sheets.lang)).check();
  await sheets.settled();
  return sheets.paper(`${name}-${sheets.lang}`);
}

/** Opens parts of the plan to a reader. */
async function open(app: App, reader: string, ...parts: string[]): Promise<void> {
  const opened = await app.opened.open();
  await expect(opened.main.locator("input:checked")).toHaveCount(0);
  await opened.option(note(`reader ${reader}`, "name", opened.lang)).check();
  await expect(opened.main.locator("#parts input:checked")).toHaveCount(0);
  for (const part of parts) await opened.main.locator("#parts").getByRole("checkbox", { name: named(note(`part ${part}`, "name", opened.lang)) }).check();
  await opened.saved();
}

async function date(app: App, group: ReturnType<App["talks"]["group"]>, year: number, month: number, day: number): Promise<void> {
  const screen = app.talks;
  await screen.option(screen.lang === "ja" ? "令和" : "Reiwa 令和", group).check();
  for (const [unit, number] of [["year", year], ["month", month], ["day", day]] as const) await screen.field(screen.say(unit), group).fill(String(number));
}

/** The card as far as the plan needs it: who it is, and a nurse who can be called. */
async function card(app: App, lang: Lang): Promise<void> {
  const person = await app.section("person").open();
  await person.fill(lang === "ja" ? "氏名" : "Name", MOTHER);
  await person.saved();
  const doctors = await app.section("doctors").open();
  const item = await doctors.add(lang === "ja" ? "先生や訪問看護を足す" : "Add a doctor or nurse");
  await doctors.choose(lang === "ja" ? "種類" : "Kind", lang === "ja" ? "[訪問看護|ほうもんかんご]" : "Visiting nurse", item);
  await doctors.fill(lang === "ja" ? "電話" : "Phone", "04-0000-4401", item);
  await doctors.saved();
}

/** The ten-minute path, as the mother answers it. */
async function core(app: App): Promise<void> {
  const lang = app.lang;
  const home = await app.plan.open();
  await home.link(home.say("coreWay")).click();
  const v1 = await app.question("v1").here();
  for (const id of ["familiar_place", "own_hands", "joys_and_roles"]) await v1.option(v1.words(`option ${id}`)).first().check();
  await v1.main.locator("#top-three").getByRole("checkbox", { name: named(v1.words("option own_hands")) }).check();
  await v1.saved();
  await v1.goOn();
  const p1 = await app.question("p1").here();
  const item = await p1.add(lang === "ja" ? "人を足す" : "Add a person");
  await p1.fill(p1.words("field name"), DAUGHTER, item);
  await p1.offers(p1.words("field relation"), item).getByRole("button", { name: named(lang === "ja" ? "娘" : "Daughter") }).click();
  await p1.fill(p1.words("field mobile"), "090-0000-3302", item);
  await p1.saved();
  await p1.says(note("power", "text", lang));
  await p1.goOn();
  const p2 = await app.question("p2").here();
  await p2.option(p2.words("option asked accepted")).check();
  await p2.saved();
  await p2.goOn();
  const p3 = await app.question("p3").here();
  await p3.pick("as_basis", p3.only);
  await p3.goOn();
  const l1 = await app.question("l1").here();
  await l1.undecided(l1.only);
  await l1.goOn();
  const l4 = await app.question("l4").here();
  await l4.pick("call_119", l4.row("sudden"));
  await l4.option(l4.words("option told yes")).check();
  await l4.pick("call_home_doctor", l4.row("foreseen"));
  await l4.saved();
  await l4.goOn();
  const t1 = await app.question("t1").here();
  await t1.lead();
  await t1.scene("a");
  await t1.pick("comfort", t1.only);
  await t1.saved();
  await t1.goOn();
  const s3 = await app.question("s3").here();
  await s3.main.getByRole("textbox").first().fill(app.guard.typed("いつもありがとう。庭をよろしく。"));
  await s3.saved();
  await s3.main.getByRole("link", { name: lang === "ja" ? "ここまで読みました" : "That was the last one" }).click();
  await home.here();
}

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });

    test("a family of three over two years, with the server gone", async ({ app, page, server, guard }) => {
      test.setTimeout(240_000);
      await page.clock.setFixedTime(FIRST);
      await page.addInitScript(() => (window.print = () => (document.documentElement.dataset["printed"] = "yes")));
      await app.home.open();
      await offlineReady(page);
      await server.stop();
      guard.allow(/ERR_CONNECTION_REFUSED|when fetching the script/);

      await test.step("her card, and the short way", async () => {
        await card(app, lang);
        await core(app);
        await keep(app, lang === "ja" ? "はじめて書いた" : "The first time");
      });

      await test.step("nobody sees anything until she opens it", async () => {
        const sheets = await app.sheets.open();
        await sheets.option(note("reader home_doctor", "name", lang)).check();
        await expect(sheets.main.getByText(lang === "ja" ? "この人には、まだなにも開いていません。" : "Nothing has been opened to this reader yet.")).toBeVisible();
        await open(app, "home_doctor", "values", "people", "latitude", "places", "first_call", "treatment");
        await open(app, "family", "values");
      });

      await test.step("the daughter reads with her, and what she feels stands beside", async () => {
        const together = await app.together.open();
        await together.fill(together.say("readerName"), DAUGHTER);
        await together.button(together.say("beginReading")).click();
        await expect(together.main.locator(".t-own")).toContainText(plain(app.question("v1").words("option own_hands")));
        await together.button(note("feelings", "mark talk_more", lang)).click();
        await together.fill(note("feelings", "write", lang), "庭は一緒にやろうね");
        await together.button(together.say("keepFeeling")).click();
        await expect(together.main.locator(".t-family")).toContainText("庭は一緒にやろうね");
        await together.saved();
      });

      await test.step("the heavy step, and a wish that a doctor has not heard", async () => {
        const t2 = await app.question("t2").open();
        await t2.pick("not_want", t2.only);
        await expect(t2.main.getByText(note("cpr", "unconfirmed", lang))).toBeVisible();
        await t2.saved();
        await page.clock.setFixedTime(new Date(FIRST.getTime() + 60_000));
        await keep(app, lang === "ja" ? "治療について考えた" : "Thought about treatment");
        const paper = await sheet(app, "home_doctor", "family-doctor");
        const text = whole(paper);
        expect(text).toContain(flat(note("cpr", "unconfirmed", lang)));
        expect(text).toContain(flat(note("e1", "short", lang)));
        expect(text).toContain(flat(DAUGHTER));
        expect(text).toContain(flat(app.question("t1").words("option comfort")));
        // Her last words to the family were not opened to the doctor.
        expect(text).not.toContain(flat("庭をよろしく"));
        expect(text).not.toContain(flat("庭は一緒にやろうね"));
        const family = whole(await sheet(app, "family", "family-family"));
        expect(family).toContain(flat(app.question("v1").words("option own_hands")));
        for (const closed of [app.question("t1").words("option comfort"), note("cpr", "unconfirmed", lang), "090-0000-3302"]) expect(family).not.toContain(flat(closed));
      });

      await test.step("a talk with the doctor", async () => {
        await page.clock.setFixedTime(new Date(FIRST.getTime() + 120_000));
        const talks = await app.talks.open();
        const talk = await talks.add(lang === "ja" ? "話し合いを書く" : "Write down a talk");
        await date(app, talks.group(note("talk", "field on", lang), talk), 8, 11, 25);
        await talks.choose(note("talk", "field with", lang), note("talk", "option with doctor", lang), talk);
        await talks.fill(note("talk", "field line_1", lang), "痛みを取ることを一番に", talk);
        await talks.main.locator("summary").filter({ hasText: plain(note("talk", "field about", lang)) }).click();
        await talks.option(app.question("t2").words("title")).check();
        await talks.main.getByRole("button", { name: lang === "ja" ? "この日に先生と話した、と書く" : "Write that we talked about it on this day" }).click();
        await talks.saved();
        const t2 = await app.question("t2").open();
        await expect(t2.main.getByText(note("cpr", "unconfirmed", lang))).toHaveCount(0);
        await keep(app, lang === "ja" ? "先生と話した" : "Talked with the doctor");
        expect(whole(await sheet(app, "home_doctor", "family-heard"))).not.toContain(flat(note("cpr", "unconfirmed", lang)));
      });

      await test.step("more than a year later: it says how old it is, and she has changed her mind", async () => {
        await page.clock.setFixedTime(LATER);
        const past = await app.past.open();
        await expect(past.main.getByText(lang === "ja" ? /1年2か月前に書きました/ : /Written 1 year 2 months ago/).first()).toBeVisible();
        await past.says(note("age", "ask first", lang));
        const old = whole(await sheet(app, "home_doctor", "family-old"));
        expect(old).toContain(flat(lang === "ja" ? "1年2か月前に書きました" : "Written 1 year 2 months ago"));
        expect(old).toContain(flat(note("age", "ask first", lang)));
        const l1 = await app.question("l1").open();
        await l1.pick("own_home", l1.only);
        await l1.saved();
        await keep(app, lang === "ja" ? "庭のある家にいたいと思った" : "I want to stay near my garden");
        await app.past.open();
        const older = past.group(lang === "ja" ? "前の記録" : "Earlier record");
        // The newest stands first.
        await older.getByRole("radio").last().check();
        await past.group(lang === "ja" ? "あとの記録" : "Later record").getByRole("radio").nth(1).check();
        await past.says(l1.words("option own_home"));
        await past.says(l1.say("undecided"));
        await expect(past.main.getByText(lang === "ja" ? "庭のある家にいたいと思った" : "I want to stay near my garden").first()).toBeVisible();
        const paper = await app.sheets.settled().then(() => app.sheets.paper(`family-compare-${lang}`));
        expect(whole(paper)).toContain(flat(note("e1", "short", lang)));
        expect(whole(paper)).toContain(flat(l1.words("option own_home")));
        expect(whole(paper)).toContain(flat(note("age", "ask first", lang)));
        expect(whole(paper)).toContain(`1/${paper.pages.length}`);
      });

      await test.step("withdrawn in one tap, and brought back", async () => {
        const past = await app.past.open();
        await past.button(note("version", "withdraw", lang)).click();
        await past.saved();
        const sheets = await app.sheets.open();
        await sheets.option(note("reader home_doctor", "name", lang)).check();
        await expect(sheets.main.locator(".t-paper")).toHaveCount(0);
        await app.opened.open();
        await app.opened.option(note("reader family", "name", lang)).check();
        await expect(app.opened.main.getByText(plain(app.question("v1").words("option own_hands")))).toHaveCount(0);
        await app.past.open();
        await past.button(lang === "ja" ? "取り下げをやめる" : "Undo the withdrawal").first().click();
        await past.saved();
        expect(whole(await sheet(app, "family", "family-again"))).toContain(flat(app.question("v1").words("option own_hands")));
      });

      await test.step("the emergency card tells whom to phone, and nothing of step 5", async () => {
        const before = await app.show.open();
        await expect(before.page.getByText(DAUGHTER)).toHaveCount(0);
        await open(app, "crew", "people", "first_call");
        await app.show.open();
        await expect(page.getByText(DAUGHTER).first()).toBeVisible();
        const text = await page.locator("body").innerText();
        for (const hidden of [app.question("t1").words("option comfort"), app.question("t2").words("option not_want"), "痛みを取ることを一番に"]) expect(text).not.toContain(plain(hidden));
      });
    });
  });
}
