// 「80歳の母のカードを娘が作る」: from the first visit to the day the phone is new, in one browser profile that is closed and opened again.
import type { BrowserContext, Download, Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import type { Guard } from "./guard";
import { sticksOut } from "./look";
import { App } from "./pages/app";
import type { Section } from "./pages/card";
import type { Lang } from "./pages/words";
import { unlockNumber } from "./pdf";
import { mother, type Part, type Person, PLACE, POSTAL_CODE } from "./people";
import type { Profile } from "./profile";
import type { Server } from "./server";
import { shelf } from "./shelf";

const ECHO = { ja: "1941年（昭和16年）4月8日生まれ・85歳", en: "8 April 1941 (昭和16年) · age 85" };
/** Labels of the crew's screen and of one option, in the order of its languages. */
const CREW: [language: string, label: string, option: string][] = [
  ["日本語", "病気とけが", "血が固まりにくい薬"],
  ["English", "Illness and injury", "Blood thinner"],
  ["中文", "疾病与外伤", "抗血栓药（抗凝血药等）"],
  ["한국어", "질병과 부상", "항혈전제(피가 잘 굳지 않는 약)"],
];
const DAY = 24 * 60 * 60 * 1000;

export interface Stage {
  lang: Lang;
  profile: Profile;
  server: Server;
  guard: Guard;
  /** How much of a page is seen at once; a phone unless said otherwise. */
  screen?: "phone" | "narrow";
}

/** What is needed at every step. */
export class Journey {
  readonly person: Person;
  page!: Page;
  app!: App;

  constructor(readonly stage: Stage) {
    this.person = mother(stage.lang);
  }

  /** Opens the browser. */
  async begin(): Promise<BrowserContext> {
    const context = await this.stage.profile.open();
    this.page = context.pages()[0] ?? (await context.newPage());
    this.app = new App(this.page, this.stage.lang, this.stage.guard);
    return context;
  }

  get isNarrow(): boolean {
    return this.stage.screen === "narrow";
  }

  /** On a narrow screen: nothing of this page is wider than it. */
  async fits(): Promise<void> {
    if (this.isNarrow) expect(await sticksOut(this.page), `what is wider than the window on ${this.page.url()}`).toEqual([]);
  }

  part(id: string): Part {
    const found = this.person.parts.find((part) => part.id === id);
    if (!found) throw new Error(`no section ${id}`);
    return found;
  }

  async compareAll(): Promise<void> {
    for (const part of this.person.parts) {
      await (await this.app.section(part.id).open()).compare(part);
      await this.fits();
    }
  }
}

/** Steps up to the yearly check. The browser is open at the end, the server runs. */
export async function journey(stage: Stage): Promise<Journey> {
  const way = new Journey(stage);
  const { lang, server, guard } = stage;
  const { person } = way;
  await way.begin();

  await test.step("the first visit: she says that she writes for her mother", async () => {
    const { app } = way;
    await app.home.open();
    await expect(app.home.button(app.home.say("sample"))).toBeVisible();
    await app.people.open();
    await app.people.writeFor(person.daughter);
    await app.people.back();
    await app.home.here();
    await app.home.link(app.home.say("begin")).click();
    await app.card.here();
    await way.fits();
  });

  await test.step("all thirteen sections, by taps and typing", async () => {
    const { app, page } = way;
    for (const part of person.parts) {
      await app.card.goSection(part.name);
      const section = await app.section(part.id).here();
      if (part.id === "person") await postalCode(section);
      await section.write(part);
      if (part.id === "person") await expect(page.getByRole("status").getByText(ECHO[lang])).toBeVisible();
      await section.saved();
      await section.link(section.say("toList")).click();
      await app.card.here();
    }
    await app.card.progress(lang === "ja" ? "8つすべて書きました" : "All 8 written");
  });

  await test.step("another order, one entry removed and brought back", async () => {
    const { app } = way;
    const contacts = await app.section("contacts").open();
    const names = way.part("contacts").items.map(({ called }) => called);
    const order = () => expect(contacts.items.locator(".t-item__name"));
    await order().toHaveText(names);
    await contacts.raise(contacts.item(names[2] ?? ""));
    await order().toHaveText([names[0] ?? "", names[2] ?? "", names[1] ?? ""]);
    await contacts.remove(contacts.item(names[0] ?? ""));
    await order().toHaveText([names[2] ?? "", names[1] ?? ""]);
    // Something else in between: the entry comes back all the same, and what was written since stays.
    await contacts.raise(contacts.item(names[1] ?? ""));
    await contacts.button(contacts.say("putBack")).click();
    await order().toHaveText(names);
    await contacts.saved();
    await contacts.compare(way.part("contacts"));
  });

  await test.step("save and finish", async () => {
    const { app } = way;
    await app.card.open();
    await app.card.finish();
    await app.saved.here();
    await expect(app.saved.main).toContainText(lang === "ja" ? "書いたことは、この端末に残っています。" : "What you wrote is kept on this device.");
  });

  await test.step("the browser is closed, the server is gone, and the card opens from cold", async () => {
    await way.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await stage.profile.close();
    await server.stop();
    guard.allow(/ERR_CONNECTION_REFUSED|Failed to fetch/);
    await way.begin();
    await way.app.home.open();
    await way.compareAll();
  });

  await test.step("the postal code fills the address without the server too", async () => {
    const person = await way.app.section("person").open();
    await postalCode(person);
    for (const entry of way.part("person").entries) if (entry.kind === "words") await person.answer(entry);
    await person.saved();
    await (await person.open()).compare(way.part("person"));
  });

  await test.step("the crew's screen: items 1 to 5 without scrolling, numbers that dial", async () => {
    const { app, page } = way;
    if (!way.isNarrow) expect(page.viewportSize()).toEqual({ width: 360, height: 740 });
    const show = await app.show.open();
    await way.fits();
    const first = (id: string) => way.part(id).items.slice(0, 2).map(({ called }) => called);
    const names = (id: string) => way.part(id).items.map(({ entries: [entry] }) => (entry && "value" in entry ? entry.value : ""));
    const joined = (id: string) => names(id).join(lang === "ja" ? "、" : ", ");
    const first5 = [
      person.name,
      "ひらかた ちよこ",
      person.daughter,
      show.say("event"),
      ...(lang === "ja" ? ["血が固まりにくい薬", "ペースメーカー", "アレルギー: ペニシリン、さば"] : ["Blood thinner", "Pacemaker", "Allergies: Penicillin, Mackerel"]),
      joined("illness"),
      joined("medicines"),
      ...first("contacts"),
      ...first("doctors"),
    ];
    await show.atOnce(...(way.isNarrow ? [person.name] : first5));
    for (const words of first5) await expect(page.getByText(words).first()).toBeVisible();
    for (const number of ["090-0000-3302", "080-0000-3303", "04-0000-4401", "04-0000-4402"]) {
      await show.dials(number);
      const link = page.locator(`a[href="tel:${number.replaceAll("-", "")}"]`).first();
      if (way.isNarrow) await link.scrollIntoViewIfNeeded();
      await expect(link).toBeInViewport({ ratio: 1 });
    }
    // Everything else is there too, further down.
    for (const number of ["04-0000-3301", "04-0000-3304", "04-0000-4403", "04-0000-4404"]) await show.dials(number);
  });

  await test.step("the crew's languages change labels, never words", async () => {
    const show = way.app.show;
    for (const [language, label, option] of CREW) {
      await show.language(language);
      await expect(show.main.getByText(label, { exact: true }).first()).toBeVisible();
      await expect(show.main.getByText(option, { exact: true }).first()).toBeVisible();
      await expect(show.main.getByText(person.name, { exact: true })).toBeVisible();
      await expect(show.main.getByText(lang === "ja" ? "左手首の骨折" : "Broken left wrist").first()).toBeVisible();
    }
    await show.language(lang === "ja" ? "日本語" : "English");
  });

  await test.step("what is happening: filled by taps, kept for a day, never a part of the card", async () => {
    const { page, app } = way;
    const show = app.show;
    await show.openEvent();
    await way.fits();
    for (const now of await show.main.getByRole("button", { name: show.say("now"), exact: true }).all()) await now.click();
    await show.button(lang === "ja" ? "119に電話した" : "Called 119").click();
    const clock = await page.evaluate(() => `${new Date().getHours()}:${String(new Date().getMinutes()).padStart(2, "0")}`);
    await show.open();
    await expect(show.main.locator("summary").filter({ hasText: show.say("event") })).toContainText(lang === "ja" ? "119に電話した" : "Called 119");
    await expect(show.main.locator("summary").filter({ hasText: show.say("event") })).toContainText(clock.slice(0, -1));
    const kept = (await shelf(page)).split("\n");
    expect(kept.filter((line) => line.includes("called_119") && !line.startsWith("tsumugu.event."))).toEqual([]);
    await page.clock.setFixedTime(Date.now() + DAY + 60_000);
    await show.open();
    await expect(show.main.locator("summary").filter({ hasText: show.say("event") })).not.toContainText(lang === "ja" ? "119に電話した" : "Called 119");
    expect(await shelf(page)).not.toContain("called_119");
    await page.clock.setFixedTime(Date.now());
  });

  await test.step("what to say to 119, in the order asked, the city first", async () => {
    const call = await way.app.call.open();
    await way.fits();
    const city = lang === "ja" ? "流山市" : "Nagareyama";
    const asked = lang === "ja" ? ["救急です", city, "85歳の女性", "呼びかけに", "心房細動", "この電話の番号"] : ["救急です", city, "85 years old, Female", "Breathing", "Atrial fibrillation", "My number"];
    const said = await call.script();
    const places = asked.map((words) => said.indexOf(words));
    expect(places, said).toEqual([...places].sort((a, b) => a - b));
    expect(places[0], said).toBeGreaterThan(-1);
    const where = call.main.getByRole("listitem").nth(1);
    expect((await where.locator(".t-say__words").innerText()).startsWith(city)).toBe(true);
    await call.elsewhere();
    await expect(where).not.toContainText(city);
    await call.button(call.say("atHome")).click();
    await expect(where).toContainText(city);
    await expect(call.dial).toHaveAttribute("href", "tel:119");
  });

  await test.step("the yearly check to its end, and a reminder for next year", async () => {
    const { app, page } = way;
    const check = await app.check.open();
    await way.fits();
    await check.through(person.parts.length);
    await expect(check.main.getByRole("heading", { name: lang === "ja" ? "確かめた日を、今日にしました" : "The card is dated today" })).toBeVisible();
    await check.saved();
    const waiting = page.waitForEvent("download");
    await check.button(check.say("onBirthday")).click();
    await calendar(await waiting);
    await app.home.open();
    await expect(app.home.main).toContainText(lang === "ja" ? "（今日）" : "today");
  });

  await server.start();
  return way;
}

/** Into an empty address, the postal code alone brings all of it but the number. */
async function postalCode(section: Section): Promise<void> {
  const at = section.lang === "ja" ? 0 : 1;
  const code = ["郵便番号", "Postal code"][at] ?? "";
  const address = PLACE.map(([label, words]): [string, string] => [typeof label === "string" ? label : label[at], words]);
  for (const label of [code, ...address.map(([label]) => label)]) await section.field(label).fill("");
  await section.type(code, POSTAL_CODE);
  for (const [label, words] of address) await expect(section.field(label)).toHaveValue(words);
}

/** A yearly entry on the eighth of April, with nothing about anybody in it. */
async function calendar(file: Download): Promise<void> {
  const text = await readFile(await file.path(), "utf8");
  expect(file.suggestedFilename()).toMatch(/\.ics$/);
  expect(text).toMatch(/^RRULE:FREQ=YEARLY\b/m);
  expect(text).toMatch(/^DTSTART[^:]*:\d{4}0408/m);
  expect(text).not.toMatch(/平方|Hirakata|心房/);
  expect(text.split("\r\n").every((line) => Buffer.from(line).length <= 75)).toBe(true);
}

/** Paper, a file, everything erased, and everything brought back: first from the file, then from the paper. */
export async function comeback(way: Journey): Promise<void> {
  const { lang, server } = way.stage;
  const { app, page, person } = way;
  const say = (ja: string, en: string) => (lang === "ja" ? ja : en);
  const name = way.isNarrow ? "journey-narrow" : "journey";

  const { codes, digits } = await test.step("the sheet for the fridge, with the codes that bring the card back", async () => {
    const print = await app.print.open();
    await way.fits();
    await print.withRestoreCodes();
    const paper = await print.paper(`${name}-${lang}`);
    const text = paper.pages.map((sheet) => sheet.text).join("").replace(/\s/g, "");
    for (const words of [person.name, "ひらかたちよこ", "090-0000-3302", "04-0000-4401", person.daughter]) {
      expect(text, words).toContain(words.replace(/\s/g, ""));
    }
    const found = paper.pages.flatMap((sheet) => sheet.codes).filter((code) => code.startsWith(`${server.url}${app.restore.address}#`));
    expect(found.length).toBeGreaterThan(0);
    return { codes: [...new Set(found)], digits: unlockNumber(paper) };
  });

  await test.step("the card for the wallet", async () => {
    await app.print.pick("wallet");
    const { pages } = await app.print.paper(`${name}-wallet-${lang}`);
    expect(pages.length).toBe(1);
    const flow = pages[0]?.flow;
    const named = ["illness", "medicines"].flatMap((id) => way.part(id).items.map(({ entries: [entry] }) => (entry && "value" in entry ? entry.value : "")));
    for (const words of [person.name, "ひらかたちよこ", "090-0000-3302", "04-0000-4401", say("電話台の引き出し", "Drawer of the telephone table"), ...named]) {
      expect(flow, words).toContain(words.replace(/\s/g, ""));
    }
  });

  const file = await test.step("a backup file", async () => {
    const download = await (await app.backup.open()).make();
    return download.path();
  });

  const erased = async () => {
    await (await app.settings.open()).erase("eraseAll");
    await app.home.open();
    const left = await shelf(page);
    for (const words of [person.name, person.daughter, "3302"]) expect(left).not.toContain(words);
  };

  await test.step("everything is erased, and comes back from the file", async () => {
    await erased();
    const backup = await app.backup.open();
    await backup.choose(file);
    await way.fits();
    await backup.option(say("入れる", "Put in")).check();
    await backup.takeIn();
    await expect(backup.main.getByRole("heading", { name: say("入れました", "It is on this device now") })).toBeVisible();
    await way.compareAll();
  });

  await test.step("everything is erased, and comes back from the codes of the paper, in any order", async () => {
    await erased();
    for (const code of codes.reverse()) {
      await page.goto(code);
      await expect(page).toHaveURL(`${server.url}${app.restore.address}`);
    }
    const restore = await app.restore.here();
    await way.fits();
    await restore.fill(restore.say("unlockNumber"), digits);
    await restore.button(restore.say("openCodes")).click();
    await restore.option(say("入れる", "Put in")).check();
    await restore.button(restore.say("takeIn")).click();
    await expect(restore.main.getByRole("heading", { name: restore.say("taken") })).toBeVisible();
    await way.compareAll();
    await (await app.show.open()).atOnce(person.name);
  });
}
