// The plan on paper: one sheet for each reader, with what is open to that reader and nothing else.
import { IDS, asked, note, plain } from "../content";
import { expect, test } from "../fixtures";
import { keep } from "../long";
import type { App } from "../pages/app";
import type { Lang } from "../pages/words";
import type { Paper } from "../pdf";
import { afternoon, frozen } from "../plans";

test.describe.configure({ timeout: 120_000 });

/** One year and two months after the newest version of the frozen plan. */
const NOW = new Date("2028-01-27T10:42:00+09:00");
const ALL = ["values", "experience", "knowing", "people", "latitude", "circle", "places", "first_call", "treatment", "support", "words", "talks"];
const READERS = ["trusted", "family", "home_doctor", "care_manager"];
const EVERYTHING = READERS.flatMap((reader) => ALL.map((part) => `${reader}.${part}`));

const flat = (words: string) => plain(words).replace(/\s/g, "");
const whole = (paper: Paper) => paper.pages.map((page) => page.flow).join("");

async function opened(app: App, record: { id: string }): Promise<void> {
  await app.page.clock.setFixedTime(NOW);
  await app.plan.open();
  await keep(app.page, record);
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
    // Whoever reads the app in English has a page in each language for others.
    const languages: Lang[] = lang === "ja" ? ["ja"] : ["ja", "en"];
    const onePageEach = (paper: Paper, reader: string) => {
      expect(paper.pages, reader).toHaveLength(languages.length);
      languages.forEach((language, at) => {
        for (const words of [note("e1", "short", language), "1/1"]) expect(paper.pages[at]?.flow, reader).toContain(flat(words));
        expect(paper.pages[at]?.margin, `white around the page for ${reader}, in mm`).toBeGreaterThan(8);
      });
    };
    const option = (question: string, id: string) => flat(asked(question, `option ${id}`, lang));

    test("every sheet carries its words (E1, E15), nothing is near the edge, and every page is numbered", async ({ app }) => {
      await opened(app, frozen(EVERYTHING, true));
      for (const reader of READERS) {
        const paper = await sheet(app, reader, `plan-${reader}`);
        const text = whole(paper);
        for (const words of [note("e1", "short", lang), note("age", "ask first", lang), "平方千代子", lang === "ja" ? "1年2か月前に書きました" : "Written 1 year 2 months ago", "千葉幸子"]) {
          expect(text, `${reader}: ${words}`).toContain(flat(words));
        }
        onePageEach(paper, reader);
      }
    });

    test("what somebody writes in an afternoon stands on one sheet for each reader, with everything open", async ({ app }) => {
      await opened(app, afternoon(EVERYTHING));
      for (const reader of READERS) {
        onePageEach(await sheet(app, reader, `plan-afternoon-${reader}`), reader);
      }
    });

    test("a sheet speaks one language at a time, and which ones is chosen", async ({ app }) => {
      await opened(app, afternoon(EVERYTHING));
      const choice = app.sheets.main.getByRole("group", { name: "Language of the sheet" });
      if (lang === "ja") return expect(choice).toHaveCount(0);
      // Something of the head, of the columns and of the foot.
      const said = (language: Lang) =>
        [note("age", "ask first", language), asked("t1", "option comfort", language), note("sheet", "opened only", language)].map(flat);
      await sheet(app, "home_doctor", "plan-languages");
      for (const [name, spoken, silent] of [["Japanese only", "ja", "en"], ["English only", "en", "ja"]] as const) {
        await choice.getByRole("radio", { name }).check();
        await app.sheets.settled();
        const paper = await app.sheets.paper(`plan-languages-${spoken}`);
        expect(paper.pages).toHaveLength(1);
        for (const words of said(spoken)) expect(whole(paper)).toContain(words);
        for (const words of said(silent)) expect(whole(paper)).not.toContain(words);
      }
      // What was chosen for the doctor is no choice for oneself, and the other way round.
      await app.sheets.option("For myself (everything)").check();
      await expect(choice.getByRole("radio", { name: "English only" })).toBeChecked();
      await choice.getByRole("radio", { name: "Japanese only" }).check();
      await app.sheets.option(note("reader family", "name", lang)).check();
      await expect(choice.getByRole("radio", { name: "English only" })).toBeChecked();
    });

    test("what is closed is on nobody's paper, and a care manager never reads about treatment", async ({ app }) => {
      await opened(app, frozen(["family.values", "care_manager.values", "care_manager.treatment", "care_manager.people", "home_doctor.treatment"], true));
      const family = whole(await sheet(app, "family", "plan-closed-family"));
      expect(family).toContain(option("v1", "own_hands"));
      for (const closed of [option("t1", "comfort"), option("p3", "as_basis"), "090-0000-0001", flat("江戸川先生"), "退院したので"]) expect(family, closed).not.toContain(flat(closed));
      const brief = await sheet(app, "care_manager", "plan-closed-manager");
      onePageEach(brief, "care_manager");
      const manager = whole(brief);
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
      await opened(app, frozen(["home_doctor.treatment", "trusted.treatment"], false));
      for (const reader of ["home_doctor", "trusted"]) expect(whole(await sheet(app, reader, `plan-unheard-${reader}`))).toContain(unconfirmed);
      await app.sheets.option(lang === "ja" ? "自分用（全部）" : "For myself (everything)").check();
      await app.sheets.settled();
      const own = whole(await app.sheets.paper(`plan-unheard-own-${lang}`));
      expect(own).toContain(unconfirmed);
      if (lang === "en") expect(own, "what is for oneself is in one's own language").not.toContain(flat(note("e1", "short", "ja")));
    });

    test("the forms for handwriting ask every question and know nobody", async ({ app }) => {
      await opened(app, frozen([], true));
      await app.sheets.option(lang === "ja" ? "手書き用の用紙" : "Blank forms for handwriting").check();
      await app.sheets.settled();
      const paper = await app.sheets.paper(`plan-blank-${lang}`);
      const text = whole(paper);
      for (const id of IDS.filter((id) => id !== "p2")) expect(text, id).toContain(flat(asked(id, "ask", lang)));
      for (const words of [app.sheets.say("undecided"), app.sheets.say("skipped")]) expect(text).toContain(flat(words));
      for (const words of ["平方千代子", "千葉幸子"]) expect(text).not.toContain(words);
      if (lang === "en") expect(text, "what is for oneself is in one's own language").not.toContain(flat(asked("v1", "ask", "ja")));
      paper.pages.forEach((page, at) => expect(page.flow).toContain(`${at + 1}/${paper.pages.length}`));
    });
  });
}
