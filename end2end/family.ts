// The story of a plan: a mother of 85, her daughter and her son, over two years, with the server gone. The short way, the heavy step,
// reading together, a doctor's talk, a changed mind, a version that is withdrawn and brought back. Nothing leaves the device. Whether it
// is done by taps or by keyboard is a matter of the app's hand; every page is reached as a person reaches it, by what stands on the one
// before.
import { note, plain } from "./content";
import { expect, test } from "./fixtures";
import type { App } from "./pages/app";
import type { Screen } from "./pages/screen";
import { named, type WordId } from "./pages/words";
import type { Paper } from "./pdf";
import type { Server } from "./server";
import { offlineReady } from "./store";

const FIRST = new Date("2026-11-26T10:42:00+09:00");
const LATER = new Date("2028-01-27T15:05:00+09:00");
const MINUTE = 60_000;
const MOTHER = "平方 千代子";
const DAUGHTER = "柏木 直美";
const MOBILE = "090-0000-3302";
const SON = "平方 健一";
const FEELING = "庭は一緒にやろうね";
const WORRY = "ひとりの夜が心配だ";
const LAST_WORDS = "いつもありがとう。庭をよろしく。";
const DOCTOR_SAID = "痛みを取ることを一番に";

const flat = (words: string) => plain(words).replace(/\s/g, "");
const whole = (paper: Paper) => paper.pages.map((page) => page.flow).join("");
/** What the app says in its own words, which stand nowhere else. */
const say = (app: App, ja: string, en: string) => (app.lang === "ja" ? ja : en);
const reader = (app: App, id: string) => note(`reader ${id}`, "name", app.lang);

/** The whole story, from the first visit on. */
export async function family(app: App, server: Server): Promise<void> {
  await test.step("a first visit, and the server is gone", () => begin(app, server));
  await test.step("her card", () => card(app));
  await test.step("the short way", () => core(app));
  await test.step("nobody sees anything until she opens it", () => opening(app));
  await test.step("the daughter reads with her, and what she feels stands beside", () => together(app));
  await test.step("the heavy step, and a wish that a doctor has not heard", () => heavy(app));
  await test.step("a talk with the doctor", () => talk(app));
  await test.step("more than a year later: it says how old it is, and she has changed her mind", () => later(app));
  await test.step("the son sees it differently, and her answer stays as it is", () => son(app));
  await test.step("withdrawn in one tap, and brought back", () => withdrawn(app));
  await test.step("the emergency card tells whom to phone, and nothing of step 5", () => crew(app));
}

/** To one of the plan's pages, over the first one. */
async function visit<S extends Screen>(app: App, to: WordId, screen: S): Promise<S> {
  await overview(app);
  await app.plan.go(to);
  return screen.here();
}

async function ask(app: App, id: string): Promise<ReturnType<App["question"]>> {
  await overview(app);
  await app.plan.ask(id);
  return app.question(id).here();
}

/** Back to where the plan begins. */
async function overview(app: App): Promise<void> {
  if (new URL(app.page.url()).pathname !== app.plan.address) await app.plan.back();
  await app.plan.here();
}

/** Keeps the answers as a version, with a reason. */
async function keep(app: App, reason: string): Promise<void> {
  const keep = await visit(app, "planKeep", app.keep);
  await keep.fill(note("version", "reason", keep.lang), reason);
  await app.hand.press(keep.button(keep.say("planKeep")));
  await expect(keep.main.getByRole("status").locator("#kept")).toBeFocused();
  await keep.saved();
}

/** What comes out of the printer, under a name that also tells the width of the window. */
const paper = (app: App, name: string) => app.sheets.paper(`family-${name}-${app.lang}-${app.page.viewportSize()?.width}`);

/** What is printed for one reader. */
async function sheet(app: App, id: string, name: string): Promise<Paper> {
  const sheets = await visit(app, "planSheets", app.sheets);
  await app.hand.check(sheets.option(reader(app, id)));
  await sheets.settled();
  await app.hand.press(sheets.button(sheets.say("print")));
  await expect(app.page.locator("html")).toHaveAttribute("data-printed", "yes");
  return paper(app, name);
}

/** Opens parts of the plan to a reader. */
async function open(app: App, id: string, ...parts: string[]): Promise<void> {
  const opened = await visit(app, "planOpened", app.opened);
  await expect(opened.main.locator("input:checked")).toHaveCount(0);
  await app.hand.check(opened.option(reader(app, id)));
  await expect(opened.main.locator("#parts input:checked")).toHaveCount(0);
  for (const part of parts) await app.hand.check(opened.main.locator("#parts").getByRole("checkbox", { name: named(note(`part ${part}`, "name", app.lang)) }));
  await opened.saved();
}

async function begin(app: App, server: Server): Promise<void> {
  await app.page.clock.setFixedTime(FIRST);
  // A dialog of the browser itself, which nobody can close here.
  await app.page.addInitScript(() => (window.print = () => (document.documentElement.dataset["printed"] = "yes")));
  await app.home.open();
  await offlineReady(app.page);
  await server.stop();
  app.guard.allow(/ERR_CONNECTION_REFUSED|when fetching the script/);
}

/** The card as far as the plan needs it: who it is, and a nurse who can be called. */
async function card(app: App): Promise<void> {
  await app.hand.press(app.home.link(app.home.say("begin")));
  await app.card.here();
  await app.card.goSection(say(app, "本人のこと", "The person"));
  const person = await app.section("person").here();
  await person.fill(say(app, "氏名", "Name"), MOTHER);
  await person.saved();
  await app.hand.press(person.link(person.say("toList")));
  await app.card.here();
  await app.card.goSection(say(app, "先生・訪問看護", "Doctors and nurses"));
  const doctors = await app.section("doctors").here();
  const item = await doctors.add(say(app, "先生や訪問看護を足す", "Add a doctor or nurse"));
  await doctors.choose(say(app, "種類", "Kind"), say(app, "[訪問看護|ほうもんかんご]", "Visiting nurse"), item);
  await doctors.fill(say(app, "電話", "Phone"), "04-0000-4401", item);
  await doctors.saved();
  await app.hand.press(doctors.link(doctors.say("toList")));
  await app.card.here();
  await app.card.back();
  await app.home.here();
}

/** The ten-minute path, as the mother answers it. */
async function core(app: App): Promise<void> {
  await app.home.go("planTile");
  const home = await app.plan.here();
  await app.hand.press(home.link(home.say("coreWay")));
  const v1 = await app.question("v1").here();
  for (const id of ["familiar_place", "own_hands", "joys_and_roles"]) await app.hand.check(v1.option(v1.words(`option ${id}`)).first());
  await app.hand.check(v1.main.locator("#top-three").getByRole("checkbox", { name: named(v1.words("option own_hands")) }));
  await v1.saved();
  await v1.goOn();
  const p1 = await app.question("p1").here();
  const item = await p1.add(say(app, "人を足す", "Add a person"));
  await expect(p1.field(p1.words("field name"), item)).toBeFocused();
  await p1.fill(p1.words("field name"), DAUGHTER, item);
  await app.hand.press(p1.offers(p1.words("field relation"), item).getByRole("button", { name: named(say(app, "娘", "Daughter")) }));
  await p1.fill(p1.words("field mobile"), MOBILE, item);
  await p1.saved();
  await p1.says(note("power", "text", app.lang));
  await p1.goOn();
  const p2 = await app.question("p2").here();
  await p2.pick("asked accepted");
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
  await l4.pick("told yes");
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
  await app.hand.fill(s3.main.getByRole("textbox").first(), app.guard.typed(LAST_WORDS));
  await s3.saved();
  await app.hand.press(s3.link(say(app, "質問の一覧へ", "All questions")));
  await home.here();
  await keep(app, say(app, "はじめて書いた", "The first time"));
}

async function opening(app: App): Promise<void> {
  const sheets = await visit(app, "planSheets", app.sheets);
  await app.hand.check(sheets.option(reader(app, "home_doctor")));
  await expect(sheets.main.getByText(say(app, "この人には、まだなにも開いていません。", "Nothing has been opened to this reader yet."))).toBeVisible();
  await open(app, "home_doctor", "values", "people", "latitude", "places", "first_call", "treatment");
  await open(app, "family", "values");
}

async function together(app: App): Promise<void> {
  const together = await visit(app, "planTogether", app.together);
  await together.fill(together.say("readerName"), DAUGHTER);
  await app.hand.press(together.button(together.say("beginReading")));
  await expect(together.main.locator(".t-own")).toContainText(plain(app.question("v1").words("option own_hands")));
  await app.hand.press(together.button(note("feelings", "mark talk_more", app.lang)));
  await together.fill(note("feelings", "write", app.lang), FEELING);
  await app.hand.press(together.button(together.say("keepFeeling")));
  await expect(together.main.locator(".t-family")).toContainText(FEELING);
  await together.saved();
}

async function heavy(app: App): Promise<void> {
  const unconfirmed = note("cpr", "unconfirmed", app.lang);
  const comfort = app.question("t1").words("option comfort");
  const t2 = await ask(app, "t2");
  await t2.pick("not_want", t2.only);
  await expect(t2.main.getByText(unconfirmed)).toBeVisible();
  await t2.saved();
  await app.page.clock.setFixedTime(FIRST.getTime() + MINUTE);
  await keep(app, say(app, "治療について考えた", "Thought about treatment"));
  const doctor = whole(await sheet(app, "home_doctor", "doctor"));
  for (const shown of [unconfirmed, note("e1", "short", app.lang), DAUGHTER, comfort]) expect(doctor).toContain(flat(shown));
  // Her last words to the family were not opened to the doctor.
  for (const closed of [LAST_WORDS, FEELING]) expect(doctor).not.toContain(flat(closed));
  const family = whole(await sheet(app, "family", "family"));
  expect(family).toContain(flat(app.question("v1").words("option own_hands")));
  for (const closed of [comfort, unconfirmed, MOBILE]) expect(family).not.toContain(flat(closed));
}

async function talk(app: App): Promise<void> {
  const { lang } = app;
  const unconfirmed = note("cpr", "unconfirmed", lang);
  await app.page.clock.setFixedTime(FIRST.getTime() + 2 * MINUTE);
  const talks = await visit(app, "planTalks", app.talks);
  const talk = await talks.add(say(app, "話し合いを書く", "Add notes of a talk"));
  await talks.day(note("talk", "field on", lang), say(app, "令和", "Reiwa 令和"), 8, 11, 25, talk);
  await talks.choose(note("talk", "field with", lang), note("talk", "option with doctor", lang), talk);
  await talks.fill(note("talk", "field line_1", lang), DOCTOR_SAID, talk);
  await app.hand.press(talks.main.locator("summary").filter({ hasText: plain(note("talk", "field about", lang)) }));
  await app.hand.check(talks.option(app.question("t2").words("title")));
  await app.hand.press(talks.button(say(app, "この日に先生と話した、と書く", "Write that we talked about it on this day")));
  await talks.saved();
  const t2 = await ask(app, "t2");
  await expect(t2.main.getByText(unconfirmed)).toHaveCount(0);
  await keep(app, say(app, "先生と話した", "Talked with the doctor"));
  // Who was given the record before also reads what stood in it.
  const heard = whole(await sheet(app, "home_doctor", "heard"));
  const [now, before] = heard.split(flat(say(app, "前の記録から変わったところ", "What changed since the record before")));
  expect(now).not.toContain(flat(unconfirmed));
  expect(before).toContain(flat(unconfirmed));
}

async function later(app: App): Promise<void> {
  const { lang, past } = app;
  const age = say(app, "1年2か月前に書きました", "Written 1 year 2 months ago");
  const reason = say(app, "庭のある家にいたいと思った", "I want to stay near my garden");
  await app.page.clock.setFixedTime(LATER);
  await app.home.open();
  await app.home.go("planTile");
  await visit(app, "planPast", past);
  await expect(past.main.getByText(age).first()).toBeVisible();
  await past.says(note("age", "ask first", lang));
  const old = whole(await sheet(app, "home_doctor", "old"));
  for (const words of [age, note("age", "ask first", lang)]) expect(old).toContain(flat(words));
  const l1 = await ask(app, "l1");
  await l1.pick("own_home", l1.only);
  await l1.saved();
  await keep(app, reason);
  await visit(app, "planPast", past);
  // The newest stands first.
  await app.hand.check(past.group(say(app, "前の記録", "Earlier record")).getByRole("radio").last());
  await app.hand.check(past.group(say(app, "あとの記録", "Later record")).getByRole("radio").nth(1));
  await past.says(l1.words("option own_home"));
  await past.says(l1.say("undecided"));
  await expect(past.main.getByText(reason).first()).toBeVisible();
  await app.sheets.settled();
  const compared = whole(await paper(app, "compare"));
  for (const words of [note("e1", "short", lang), note("age", "ask first", lang), l1.words("option own_home")]) expect(compared).toContain(flat(words));
}

async function son(app: App): Promise<void> {
  const home = app.question("l1").words("option own_home");
  const together = await visit(app, "planTogether", app.together);
  await together.fill(together.say("readerName"), SON);
  await app.hand.press(together.button(together.say("beginReading")));
  await app.hand.press(together.button(note("feelings", "mark nodded", app.lang)));
  const own = together.main.locator(".t-own");
  const onward = together.button(say(app, "つづける", "Continue"));
  for (let read = 0; read < 8 && !(await own.innerText()).includes(plain(home)); read += 1) await app.hand.press(onward);
  await expect(own).toContainText(plain(home));
  // What he reads is only read: the one field on the page is for what he feels.
  await expect(together.main.locator("input, select, textarea")).toHaveCount(1);
  await app.hand.press(together.button(note("feelings", "mark talk_more", app.lang)));
  await together.fill(note("feelings", "write", app.lang), WORRY);
  await app.hand.press(together.button(together.say("keepFeeling")));
  for (const words of [SON, WORRY]) await expect(together.main.locator(".t-family")).toContainText(words);
  await together.saved();
  const l1 = await ask(app, "l1");
  await expect(l1.option(home).first()).toBeChecked();
  await expect(l1.main.getByText(WORRY)).toHaveCount(0);
  expect(whole(await sheet(app, "family", "son"))).not.toContain(flat(WORRY));
}

async function withdrawn(app: App): Promise<void> {
  const { past, opened } = app;
  const hands = app.question("v1").words("option own_hands");
  await visit(app, "planPast", past);
  await app.hand.press(past.button(note("version", "withdraw", app.lang)));
  await past.saved();
  const sheets = await visit(app, "planSheets", app.sheets);
  await app.hand.check(sheets.option(reader(app, "home_doctor")));
  await expect(sheets.main.locator(".t-paper")).toHaveCount(0);
  await visit(app, "planOpened", opened);
  await app.hand.check(opened.option(reader(app, "family")));
  await expect(opened.main.getByText(plain(hands))).toHaveCount(0);
  await visit(app, "planPast", past);
  await app.hand.press(past.button(say(app, "取り下げをやめる", "Undo the withdrawal")).first());
  await past.saved();
  expect(whole(await sheet(app, "family", "again"))).toContain(flat(hands));
}

async function crew(app: App): Promise<void> {
  const { home, show } = app;
  const showing = async () => {
    await overview(app);
    await app.plan.back();
    await home.here();
    await home.go("show");
    await show.here();
  };
  const close = async () => {
    await app.hand.press(show.main.getByRole("link", { name: say(app, "閉じる", "Close") }));
    await home.here();
  };
  await showing();
  await expect(show.page.getByText(DAUGHTER)).toHaveCount(0);
  await close();
  await home.go("planTile");
  await open(app, "crew", "people", "first_call");
  await showing();
  await expect(show.page.getByText(DAUGHTER).first()).toBeVisible();
  const text = await show.page.locator("body").innerText();
  for (const hidden of [app.question("t1").words("option comfort"), app.question("t2").words("option not_want"), DOCTOR_SAID]) expect(text).not.toContain(plain(hidden));
  await close();
}
