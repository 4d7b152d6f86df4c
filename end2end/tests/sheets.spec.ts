// The plan on paper: one sheet for each reader, with what is open to that reader and nothing else.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { IDS, asked, note, plain } from "../content";
import { expect, test } from "../fixtures";
import { keep } from "../long";
import type { App } from "../pages/app";
import type { Lang } from "../pages/words";
import type { Paper } from "../pdf";

test.describe.configure({ timeout: 120_000 });

/** One year and two months after the newest version of the frozen plan. */
const NOW = new Date("2028-01-27T10:42:00+09:00");
const FROZEN = JSON.parse(readFileSync(fileURLToPath(new URL("../../record/tests/old/v1-plan.json", import.meta.url)), "utf8")).record;
const ALL = ["values", "experience", "knowing", "people", "latitude", "circle", "places", "first_call", "treatment", "support", "words", "talks"];
const AT = 1795650120000;

const given = (words: string) => ({ answer: { given: words }, at: AT, by: "own" });
const flat = (words: string) => plain(words).replace(/\s/g, "");
const whole = (paper: Paper) => paper.pages.map((page) => page.flow).join("");

/** A record with the frozen plan, its second version the newest, and these parts open: `family.values` … */
function planned(open: string[], heard: boolean): { id: string } {
  const record = structuredClone(FROZEN);
  record.id = "planned";
  record.card = { sections: { person: { fields: { name: given("平方 千代子"), birth: given("1941-04-08") } } } };
  record.plan.versions.length = 2;
  record.plan.sections.opened = { fields: Object.fromEntries(open.map((spot) => [spot, given("yes")])) };
  if (!heard) for (const answers of [record.plan.sections, record.plan.versions[1].answers]) delete answers["t2.a"].fields.doctor_on;
  return record;
}

async function opened(app: App, open: string[], heard = true): Promise<void> {
  await app.page.clock.setFixedTime(NOW);
  await app.plan.open();
  await keep(app.page, planned(open, heard));
  await app.sheets.open();
}

async function sheet(app: App, reader: string, name: string): Promise<Paper> {
  await app.sheets.option(note(`reader ${reader}`, "name", app.lang)).check();
  await app.sheets.settled();
  return app.sheets.paper(`${name}-${app.lang}`);
}

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });
    const option = (question: string, id: string) => flat(asked(question, `option ${id}`, lang));

    test("every sheet carries its words (E1, E15), nothing is near the edge, and every page is numbered", async ({ app }) => {
      await opened(app, ["trusted", "family", "home_doctor", "care_manager"].flatMap((reader) => ALL.map((part) => `${reader}.${part}`)));
      for (const reader of ["trusted", "family", "home_doctor", "care_manager"]) {
        const paper = await sheet(app, reader, `plan-${reader}`);
        const text = whole(paper);
        if (lang === "ja") expect(paper.pages, `one sheet for ${reader}`).toHaveLength(1);
        for (const words of [note("e1", "short", lang), note("age", "ask first", lang), "平方千代子", lang === "ja" ? "1年2か月前に書きました" : "Written 1 year 2 months ago", "千葉幸子"]) {
          expect(text, `${reader}: ${words}`).toContain(flat(words));
        }
        paper.pages.forEach((page, at) => {
          expect(page.flow, reader).toContain(`${at + 1}/${paper.pages.length}`);
          expect(page.margin, `white around page ${at + 1} for ${reader}, in mm`).toBeGreaterThan(8);
        });
      }
    });

    test("what is closed is on nobody's paper, and a care manager never reads about treatment", async ({ app }) => {
      await opened(app, ["family.values", "care_manager.values", "care_manager.treatment", "care_manager.people", "home_doctor.treatment"]);
      const family = whole(await sheet(app, "family", "plan-closed-family"));
      expect(family).toContain(option("v1", "own_hands"));
      for (const closed of [option("t1", "comfort"), option("p3", "as_basis"), "090-0000-0001", flat("江戸川先生"), "退院したので"]) expect(family, closed).not.toContain(flat(closed));
      const manager = whole(await sheet(app, "care_manager", "plan-closed-manager"));
      for (const shown of [option("v1", "own_hands"), "090-0000-0001"]) expect(manager, shown).toContain(flat(shown));
      for (const closed of [option("t1", "comfort"), option("t2", "not_want"), option("p2", "asked accepted")]) expect(manager, closed).not.toContain(closed);
      const doctor = whole(await sheet(app, "home_doctor", "plan-closed-doctor"));
      expect(doctor).toContain(option("t1", "comfort"));
      expect(doctor).not.toContain(option("v1", "own_hands"));
      // A reader to whom nothing is open has no sheet.
      await app.sheets.option(note("reader trusted", "name", lang)).check();
      await expect(app.sheets.main.locator(".t-paper")).toHaveCount(0);
    });

    test("an unconfirmed wish says so wherever it stands (E8)", async ({ app }) => {
      const unconfirmed = flat(note("cpr", "unconfirmed", lang));
      await opened(app, ["home_doctor.treatment", "trusted.treatment"], false);
      for (const reader of ["home_doctor", "trusted"]) expect(whole(await sheet(app, reader, `plan-unheard-${reader}`))).toContain(unconfirmed);
      await app.sheets.option(lang === "ja" ? "自分用（全部）" : "For myself (everything)").check();
      await app.sheets.settled();
      expect(whole(await app.sheets.paper(`plan-unheard-own-${lang}`))).toContain(unconfirmed);
    });

    test("the forms for handwriting ask every question and know nobody", async ({ app }) => {
      await opened(app, []);
      await app.sheets.option(lang === "ja" ? "手書き用の用紙" : "Blank forms for handwriting").check();
      await app.sheets.settled();
      const paper = await app.sheets.paper(`plan-blank-${lang}`);
      const text = whole(paper);
      for (const id of IDS.filter((id) => id !== "p2")) expect(text, id).toContain(flat(asked(id, "ask", lang)));
      for (const words of [app.sheets.say("undecided"), app.sheets.say("skipped")]) expect(text).toContain(flat(words));
      for (const words of ["平方千代子", "千葉幸子"]) expect(text).not.toContain(words);
      paper.pages.forEach((page, at) => expect(page.flow).toContain(`${at + 1}/${paper.pages.length}`));
    });
  });
}
