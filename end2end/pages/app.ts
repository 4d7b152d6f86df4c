// All pages of the app, in one browser page and one language.
import type { Page } from "@playwright/test";
import type { Guard } from "../guard";
import { type Hand, taps } from "../hands";
import { Backup } from "./backup";
import { Call } from "./call";
import { Card, Section } from "./card";
import { Check } from "./check";
import { Home } from "./home";
import { People } from "./people";
import { Plan, PlanHome, Question } from "./plan";
import { Print } from "./print";
import { type Place, Screen } from "./screen";
import { Settings } from "./settings";
import { Show } from "./show";
import type { Lang } from "./words";

export class App implements Place {
  readonly home: Home;
  readonly card: Card;
  readonly saved: Screen;
  readonly show: Show;
  readonly call: Call;
  readonly print: Print;
  readonly check: Check;
  readonly people: People;
  readonly plan: PlanHome;
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
    readonly hand: Hand = taps,
  ) {
    this.home = new Home(this, "/", "home");
    this.card = new Card(this, "/card", "card");
    // Its heading says how it stands: not everything is called saved.
    this.saved = new Screen(this, "/saved", undefined);
    this.show = new Show(this, "/show");
    this.call = new Call(this, "/call", "call");
    this.print = new Print(this, "/print", "print");
    this.check = new Check(this, "/check", "check");
    this.people = new People(this, "/people", "people");
    this.plan = new PlanHome(this, "/plan", "plan");
    this.keep = new Screen(this, "/plan/keep", "planKeep");
    this.past = new Screen(this, "/plan/past", "planPast");
    this.talks = new Plan(this, "/plan/talks", "planTalks");
    this.together = new Screen(this, "/plan/together", "planTogether");
    this.opened = new Screen(this, "/plan/opened", "planOpened");
    this.sheets = new Print(this, "/plan/sheets", "planSheets");
    this.backup = new Backup(this, "/backup", "backup");
    this.history = new Screen(this, "/history", "history");
    this.restore = new Screen(this, "/restore", "restore");
    this.settings = new Settings(this, "/settings", "settings");
    this.help = new Screen(this, "/help", "help");
    this.about = new Screen(this, "/about", "about");
  }

  /** A section by the id in its address: `person`, `contacts` … */
  section(id: string): Section {
    return new Section(this, `/card/${id}`);
  }

  /** A question of the plan by its id: `v1`, `t2` … */
  question(id: string): Question {
    return new Question(this, `/plan/${id}`);
  }

  /** The same app in another page, such as a second tab or the browser after a restart. */
  in(page: Page, lang: Lang = this.lang): App {
    return new App(page, lang, this.guard, this.hand);
  }

  /** The same app in another hand. */
  by(hand: Hand): App {
    return new App(this.page, this.lang, this.guard, hand);
  }
}
