// All pages of the app, in one browser page and one language.
import type { Page } from "@playwright/test";
import type { Guard } from "../guard";
import { Backup } from "./backup";
import { Call } from "./call";
import { Card, Section } from "./card";
import { Check } from "./check";
import { Home } from "./home";
import { People } from "./people";
import { Plan, Question } from "./plan";
import { Print } from "./print";
import { Screen } from "./screen";
import { Settings } from "./settings";
import { Show } from "./show";
import type { Lang } from "./words";

export class App {
  readonly home: Home;
  readonly card: Card;
  readonly saved: Screen;
  readonly show: Show;
  readonly call: Call;
  readonly print: Print;
  readonly check: Check;
  readonly people: People;
  readonly plan: Plan;
  readonly keep: Screen;
  readonly past: Screen;
  readonly talks: Plan;
  readonly together: Screen;
  readonly opened: Screen;
  readonly sheets: Print;
  readonly backup: Backup;
  readonly history: Screen;
  readonly restore: Screen;
  readonly settings: Settings;
  readonly help: Screen;
  readonly about: Screen;

  constructor(
    readonly page: Page,
    readonly lang: Lang,
    readonly guard: Guard,
  ) {
    this.home = new Home(page, lang, guard, "/", "home");
    this.card = new Card(page, lang, guard, "/card", "card");
    // Its heading says how it stands: not everything is called saved.
    this.saved = new Screen(page, lang, guard, "/saved", undefined);
    this.show = new Show(page, lang, guard, "/show", undefined);
    this.call = new Call(page, lang, guard, "/call", "call");
    this.print = new Print(page, lang, guard, "/print", "print");
    this.check = new Check(page, lang, guard, "/check", "check");
    this.people = new People(page, lang, guard, "/people", "people");
    this.plan = new Plan(page, lang, guard, "/plan", "plan");
    this.keep = new Screen(page, lang, guard, "/plan/keep", "planKeep");
    this.past = new Screen(page, lang, guard, "/plan/past", "planPast");
    this.talks = new Plan(page, lang, guard, "/plan/talks", "planTalks");
    this.together = new Screen(page, lang, guard, "/plan/together", "planTogether");
    this.opened = new Screen(page, lang, guard, "/plan/opened", "planOpened");
    this.sheets = new Print(page, lang, guard, "/plan/sheets", "planSheets");
    this.backup = new Backup(page, lang, guard, "/backup", "backup");
    this.history = new Screen(page, lang, guard, "/history", "history");
    this.restore = new Screen(page, lang, guard, "/restore", "restore");
    this.settings = new Settings(page, lang, guard, "/settings", "settings");
    this.help = new Screen(page, lang, guard, "/help", "help");
    this.about = new Screen(page, lang, guard, "/about", "about");
  }

  /** A section by the id in its address: `person`, `contacts` … */
  section(id: string): Section {
    return new Section(this.page, this.lang, this.guard, `/card/${id}`, undefined);
  }

  /** A question of the plan by its id: `v1`, `t2` … */
  question(id: string): Question {
    return new Question(this.page, this.lang, this.guard, `/plan/${id}`, undefined);
  }

  /** The same app in another page, such as a second tab or the browser after a restart. */
  in(page: Page, lang: Lang = this.lang): App {
    return new App(page, lang, this.guard);
  }
}
